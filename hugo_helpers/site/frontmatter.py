"""Front matter, delimited as Hugo's own lexer delimits it (parser/pageparser)."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from hugo_helpers.site import data

Kind = Literal["toml", "yaml", "json", "org", ""]

_DELIMITED: dict[str, tuple[data.Format, str]] = {"+": ("toml", "+++"), "-": ("yaml", "---")}
_BOM = "\ufeff"


class Problem(NamedTuple):
    """What is wrong with a front matter; offsets count characters of the file's text."""

    message: str
    start: int
    end: int
    hugo_refuses: bool = True


class FrontMatter(NamedTuple):
    """The front matter of a page; offsets count characters of the file's text, from 0."""

    kind: Kind = ""
    values: Mapping[str, object] = MappingProxyType({})
    start: int = 0
    """Where the text between the delimiters starts."""
    end: int = 0
    body_start: int = 0
    problem: Problem | None = None

    def locate(self, text: str, key: str) -> tuple[int, int]:
        """Start and end of the written value of a top-level `key`; of the block where absent."""
        quoted = re.escape(key)
        sign = "=" if self.kind == "toml" else ":"
        pattern = rf"(?im)^[ \t]*[\"']?{quoted}[\"']?[ \t]*{sign}[ \t]*([^\r\n]*)"
        found = re.compile(pattern).search(text, self.start, self.end)
        if found is None:
            return self.start, min(self.end, self.start)
        value = found[1].rstrip().removesuffix(",")
        return found.start(1), found.start(1) + len(value)

    def text_of(self, key: str) -> str:
        """The value of `key` when it is a string, else the empty string; keys ignore case."""
        value = self.get(key)
        return value if isinstance(value, str) else ""

    def get(self, key: str) -> object:
        """The value of a top-level key, which ignores case as in Hugo; None where absent."""
        if key in self.values:
            return self.values[key]
        return next((v for k, v in self.values.items() if k.lower() == key.lower()), None)


def read(text: str) -> FrontMatter:
    """The front matter at the start of `text`. Never raises: what is wrong is its `problem`."""
    start = 0
    while start < len(text) and (text[start].isspace() or text[start] == _BOM):
        start += 1
    opener = text[start : start + 1]
    if opener in _DELIMITED:
        return _delimited(text, start, *_DELIMITED[opener])
    if text.startswith("{{", start):
        message = (
            "the file starts with '{', which Hugo reads as JSON front matter; "
            "write front matter, or a line of text, before the first shortcode"
        )
        problem = Problem(message, start, start + 2)
        return FrontMatter("json", start=start, end=start, body_start=start, problem=problem)
    if opener == "{":
        return _json(text, start)
    if text.startswith("#+", start):
        return _org(text, start)
    return FrontMatter(body_start=start if start and text[0] == _BOM else 0)


def _delimited(text: str, start: int, kind: data.Format, delimiter: str) -> FrontMatter:
    name = kind.upper()
    if not text.startswith(delimiter, start):
        message = (
            f"the file starts with {text[start]!r}, which Hugo reads as the start of {name} front "
            f"matter; write {delimiter!r} and the front matter first"
        )
        problem = Problem(message, start, start + 1)
        return FrontMatter(kind, start=start, end=start, body_start=len(text), problem=problem)
    begin = start + 3
    end = begin if text.startswith(delimiter, begin + _line_end(text, begin)) else -1
    if end == 0 or end == -1:
        found = re.compile(r"[\r\n]" + re.escape(delimiter)).search(text, begin)
        end = found.start() + 1 if found else -1
    if end < 0:
        message = f"front matter without an end: write {delimiter!r} on a line of its own behind it"
        problem = Problem(message, start, begin)
        return FrontMatter(kind, start=begin, end=len(text), body_start=len(text), problem=problem)
    behind = text.index(delimiter, end) + 3
    body = behind + _line_end(text, behind)
    return _parsed(text, kind, begin, end, body)


def _line_end(text: str, at: int) -> int:
    """The length of the line end at `at`: 0, 1 or 2 characters."""
    if text.startswith("\r\n", at):
        return 2
    return 1 if text.startswith("\n", at) else 0


def _json(text: str, start: int) -> FrontMatter:
    depth = 0
    end = -1
    for token in re.compile(r"\"(?:[^\"\\]|\\.)*\"|[{}]", re.S).finditer(text, start):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0:
            end = token.end()
            break
    if end < 0:
        message = "JSON front matter without an end: a closing brace is missing"
        problem = Problem(message, start, start + 1)
        return FrontMatter(
            "json", start=start, end=len(text), body_start=len(text), problem=problem
        )
    return _parsed(text, "json", start, end, end + _line_end(text, end))


def _org(text: str, start: int) -> FrontMatter:
    values: dict[str, object] = {}
    end = start
    for found in re.compile(r"#\+([^:\n]*):?([^\n]*)\n?|\s*\n").finditer(text, start):
        if found.start() != end:
            break
        end = found.end()
        if found[1]:
            values[found[1].strip().lower().rstrip("[]")] = found[2].strip()
    return FrontMatter("org", values, start, end, end)


def _parsed(text: str, kind: data.Format, start: int, end: int, body: int) -> FrontMatter:
    written = text[start:end]
    try:
        values = data.parse(written, kind)
    except ValueError as error:
        return FrontMatter(
            kind, start=start, end=end, body_start=body, problem=_problem(text, start, end, error)
        )
    return FrontMatter(kind, values, start, end, body)


def _problem(text: str, start: int, end: int, error: ValueError) -> Problem:
    message = " ".join(str(error).split())[:200]
    row = data.error_row(error)
    if row is None:
        return Problem(f"front matter cannot be read: {message}", start, start)
    lines = text[start:end].split("\n")
    at = start + sum(len(line) + 1 for line in lines[: row - 1])
    length = len(lines[row - 1].rstrip("\r")) if row <= len(lines) else 0
    message = re.sub(r" *\(at line \d+, column \d+\)| *\(at line \d+\)", "", message)
    return Problem(f"front matter cannot be read: {message}", at, at + length)
