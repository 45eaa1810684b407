"""Front matter, delimited as Hugo's own lexer delimits it (parser/pageparser)."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from hugo_helpers.site import data
from hugo_helpers.site.versions import NEWEST, STRICT, WIDE_SPACE, Version

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
        name = re.escape(key)
        patterns = [rf"(?im)^[ \t]*[\"']?{name}[\"']?[ \t]*:[ \t]*([^\r\n]*)"]
        if self.kind == "toml":
            patterns = [rf"(?im)^[ \t]*[\"']?{name}[\"']?[ \t]*=[ \t]*([^\r\n]*)"]
            patterns.append(rf"(?im)^[ \t]*\[+[ \t]*([\"']?{name}[\"']?)[ \t]*[].]")
        elif self.kind == "json":
            patterns.append(rf"(?i)\"{name}\"[ \t\r\n]*:[ \t\r\n]*(\"[^\"\r\n]*\"|[^\s,}}]*)")
        elif self.kind == "org":
            patterns = [rf"(?im)^#\+{name}(?:\[\])?:[ \t]*([^\r\n]*)"]
        tried = (re.compile(one).search(text, self.start, self.end) for one in patterns)
        found = next(filter(None, tried), None)
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


def read(text: str, hugo: Version = NEWEST) -> FrontMatter:
    """The front matter at the start of `text`, as this version of Hugo reads it.

    Never raises: what is wrong is its `problem`.
    """
    start = _first(text, 0, hugo)
    if hugo < STRICT and text.startswith("<", start):
        return _behind_markup(text, start, hugo)
    return _read(text, start, hugo)


def _first(text: str, at: int, hugo: Version) -> int:
    """Where the first character stands that is no white space to Hugo."""
    spaces = " \t\r\n\v\f" if hugo >= WIDE_SPACE else " \t\r\n"
    while at < len(text) and (text[at] in spaces or text[at] == _BOM):
        at += 1
    return at


def _read(text: str, start: int, hugo: Version) -> FrontMatter:
    opener = text[start : start + 1]
    if opener in _DELIMITED:
        return _delimited(text, start, *_DELIMITED[opener], hugo)
    if text.startswith("{{", start):
        message = (
            "the file starts with '{', which Hugo reads as JSON front matter; "
            "write front matter, or a line of text, before the first shortcode"
        )
        problem = Problem(message, start, start + 2)
        return FrontMatter("json", start=start, end=start, body_start=start, problem=problem)
    if opener == "{":
        return _json(text, start, hugo)
    if text.startswith("#+", start):
        from hugo_helpers.site import org_text

        values, end = org_text.read(text, start)
        return FrontMatter("org", values, start, end, end)
    return FrontMatter(body_start=start if start and text[0] == _BOM else 0)


def _behind_markup(text: str, start: int, hugo: Version) -> FrontMatter:
    """Old versions pass over the first line of a comment, read front matter, and want the
    comment's end behind it; other markup stops them.
    """
    if not text.startswith("<!--", start):
        problem = Problem(
            "a file must not start with markup: write front matter first", start, start + 1
        )
        return FrontMatter(body_start=start, problem=problem)
    line = text.find("\n", start)
    first = _first(text, len(text) if line < 0 else line + 1, hugo)
    front = _read(text, first, hugo)
    behind = front.body_start if front.kind else first + 1
    if front.problem or behind >= len(text):
        return front
    end = text.find("-->", behind)
    if end < 0:
        message = "a comment at the start of a file needs its end behind the first line"
        return front._replace(problem=Problem(message, start, start + 4))
    return front._replace(body_start=end + 3)


def _delimited(
    text: str, start: int, kind: data.Format, delimiter: str, hugo: Version
) -> FrontMatter:
    name = kind.upper()
    if not text.startswith(delimiter, start):
        message = (
            f"the file starts with {text[start]!r}, which Hugo reads as the start of {name} front "
            f"matter; write {delimiter!r} and the front matter first"
        )
        problem = Problem(message, start, start + 1)
        return FrontMatter(kind, start=start, end=start, body_start=len(text), problem=problem)
    begin = start + 3
    line = _line_end(text, begin)
    end = begin + line if line and text.startswith(delimiter, begin + line) else -1
    if end < 0:
        found = re.compile(r"[\r\n]" + re.escape(delimiter)).search(text, begin)
        end = found.start() + 1 if found else -1
    if end < 0:
        message = f"front matter without an end: write {delimiter!r} on a line of its own behind it"
        return _unended(kind, Problem(message, start, begin), text)
    behind = end + 3
    body = behind + _line_end(text, behind)
    return _parsed(text, kind, begin, end, body, hugo)


def _unended(kind: Kind, problem: Problem, text: str) -> FrontMatter:
    size = len(text)
    return FrontMatter(kind, start=problem.end, end=size, body_start=size, problem=problem)


def _line_end(text: str, at: int) -> int:
    """The length of the line end at `at`: 0, 1 or 2 characters."""
    if text.startswith("\r\n", at):
        return 2
    return 1 if text.startswith("\n", at) else 0


def _json(text: str, start: int, hugo: Version) -> FrontMatter:
    depth = 0
    end = -1
    for token in re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|\\?\Z)|\\.|[{}]", re.S).finditer(text, start):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0:
            end = token.end()
            break
    if end < 0:
        message = "JSON front matter without an end: a closing brace is missing"
        return _unended("json", Problem(message, start, start + 1), text)
    return _parsed(text, "json", start, end, end + _line_end(text, end), hugo)


def _parsed(
    text: str, kind: data.Format, start: int, end: int, body: int, hugo: Version
) -> FrontMatter:
    written = text[start:end]
    try:
        values = data.parse(written, kind, hugo)
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
