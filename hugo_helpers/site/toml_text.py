"""TOML as Hugo's reader (go-toml 2) takes it, where Python's own takes more or less."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress

from hugo_helpers.site.versions import TOML_1_1, TOML_SECOND_60, Version

MAX_DOTS = 500
_STRINGS = r"\"(?:[^\"\\\n]|\\.)*\"?|'[^'\n]*'?"
_LONG_NUMBER = r"[+-]?(?:0[xob])?[0-9A-Fa-f_]{16,}"
# A string that has no end goes on to the end of the text: so no place is looked at twice.
_TOKENS = (
    r"(?s)(?P<string>'{3}.*?(?:'{3}|\Z)|\"{3}(?:[^\\\"]|\\.|\"(?!\"\"))*(?:\"{3}|\\?\Z)"
    r"|'[^'\n]*'?|\"(?:[^\"\\\n]|\\.)*\"?)"
    r"|(?P<comment>#[^\n]*)|(?P<bracket>[][{}])|(?P<break>\n(?:[ \t\n]|#[^\n]*)*)|(?P<comma>,)"
    r"|(?P<time>(?<![\w:.+-])(?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?::60)?(?![\d:.]))"
    r"|(?P<year>(?<![\w.-])0000(?=-\d\d-\d\d))"
)


def loads(text: str, hugo: Version) -> dict[str, object]:
    """The values that Hugo reads. Raises ValueError, mostly with `(at line N, column N)`."""
    # tomllib takes quadratic time for a key of many parts: no honest key has hundreds.
    if text.count(".") > MAX_DOTS:
        bare = re.sub(_STRINGS, "s", text)
        for row, line in enumerate(bare.split("\n"), 1):
            if line.count(".") > MAX_DOTS:
                raise ValueError(f"a key of more than {MAX_DOTS} parts (at line {row})")
    try:
        values = tomllib.loads(text, parse_float=_finite)
    except tomllib.TOMLDecodeError:
        plain = _in_python_s_words(text.replace("\r\n", "\n"), hugo)
        values = tomllib.loads(plain, parse_float=_finite)
    if re.search(_LONG_NUMBER, text):
        _refuse_long_numbers(values, text)
    return values


def _finite(written: str) -> float:
    """Go refuses a number that is too large for a float; Python takes it for infinity."""
    value = float(written)
    if value in (float("inf"), float("-inf")) and "inf" not in written:
        raise ValueError(f"{written[:40]} is too large for a number")
    return value


def _refuse_long_numbers(values: object, text: str) -> None:
    """Raises ValueError for a whole number that has no room in 64 bits."""
    waiting = [values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif type(value) is int and not -(2**63) <= value < 2**63:
            row = _row_of(value, text)
            raise ValueError(f"a whole number that does not fit in 64 bits{row}")


def _row_of(value: int, text: str) -> str:
    for row, line in enumerate(text.split("\n"), 1):
        for found in re.finditer(_LONG_NUMBER, line):
            with suppress(ValueError):
                if int(found[0], 0) == value:
                    return f" (at line {row})"
    return ""


def _in_python_s_words(text: str, hugo: Version) -> str:
    """The same values in what Python's reader knows of TOML; each row stays where it is.

    The line breaks of an inline table go to the end of its last line.
    """
    made: list[str] = []
    brackets: list[str] = []
    tables, breaks, at, comma, last = 0, 0, 0, -1, ""
    for token in re.compile(_TOKENS).finditer(text):
        between, kind, written = text[at : token.start()], token.lastgroup, token[0]
        at = token.end()
        made.append(between)
        last = between.strip()[-1:] or last
        in_table = hugo >= TOML_1_1 and brackets[-1:] == ["{"]
        if kind in ("comment", "break"):
            if in_table and _is_gap(kind, written, last, text[at : at + 1]):
                breaks += written.count("\n")
                written = " "
            elif kind == "break" and not tables:
                written += "\n" * breaks
                breaks = 0
        elif kind == "bracket" and written in "[{":
            brackets.append(written)
            tables += written == "{"
        elif kind == "bracket":
            if in_table and written == "}" and last == ",":
                made[comma] = ""
            tables -= bool(brackets) and brackets.pop() == "{"
        elif kind == "comma":
            comma = len(made) if last != "{" else comma
        else:
            written = _value(written, kind, hugo)
        if kind not in ("comment", "break"):
            last = token[0][-1]
        made.append(written)
    return "".join([*made, text[at:]])


def _is_gap(kind: str, written: str, before: str, behind: str) -> bool:
    """Whether a comment or line break of an inline table stands where TOML 1.1 lets it."""
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", written):
        return False
    return kind == "comment" or before in "{," or behind in (",", "}")


def _value(written: str, kind: str | None, hugo: Version) -> str:
    if kind == "time":
        return _clock(written, hugo)
    if kind == "year":
        return "0004"  # Python begins with the year 1
    return _escapes(written, hugo) if written[0] == '"' else written


def _clock(written: str, hugo: Version) -> str:
    if written.endswith(":60") and written.count(":") == 2:
        return written[:-2] + "59" if hugo < TOML_SECOND_60 else written
    return written + ":00" if hugo >= TOML_1_1 else written


def _escapes(written: str, hugo: Version) -> str:
    def escape(found: re.Match[str]) -> str:
        if found[0] == "\\e":
            return "\\u001B"
        return f"\\u00{found[1]}" if found[1] and hugo >= TOML_1_1 else found[0]

    return re.sub(r"(?s)\\(?:x([0-9A-Fa-f]{2})|.)", escape, written)
