"""The tokens of a Go template, as Go's text/template reads them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_END = r"(?=[ \t\r\n.,|:()]|\}\}|\Z)"
_DIGITS = r"(?:0[xXbBoO][0-9a-fA-F_]*+|[0-9][0-9_]*+|(?=\.[0-9]))"
_NUMBER = rf"{_DIGITS}(?:\.[0-9a-fA-F_]*+)?(?:[eEpP][+-]?[0-9_]++)?"
_TOKEN: Final = re.compile(
    r"[ \t\r\n]*+(?:"
    rf"(?P<field>\.[^\W\d]\w*+{_END})"
    rf"|(?P<word>[^\W\d]\w*+{_END})"
    rf"|(?P<variable>\$\w*+{_END})"
    r'|(?P<string>"(?:[^"\\\n]++|\\[^\n])*+"|`[^`]*+`)'
    r"|(?P<close>-?\}\})"
    rf"|(?P<number>[+-]?{_NUMBER}(?:i|[+-]{_NUMBER}i)?(?!\w))"
    r"|(?P<sign>:=|[=|(),])"
    rf"|(?P<dot>\.{_END})"
    r"|(?P<char>'(?:[^'\\\n]++|\\[^\n])*+')"
    r")"
)
_COMMENT_CLOSE: Final = re.compile(r"\*/(?:[ \t\r\n]-)?\}\}")
_ESCAPE: Final = re.compile(
    r'\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([abfnrtv\\"]))'
)
_LETTERS: Final = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_BLANK: Final = frozenset(" \t\r\n")


class Wrong(Exception):
    """A text that Go refuses."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class Token(NamedTuple):
    """One token inside an action."""

    kind: str
    """The name of its group in the pattern of tokens."""
    text: str
    spaced: bool
    """White space stands before it."""
    at: int
    end: int


def token(text: str, at: int) -> Token:
    """The token at an offset inside an action. Raises Wrong where there is none."""
    found = _TOKEN.match(text, at)
    kind = found and found.lastgroup
    if found is None or kind is None:
        raise Wrong("an action that is not closed, or a sign it cannot have", at)
    start, end = found.span(kind)
    if kind == "close" and start == at and text[start] == "-":
        raise Wrong("a trim mark without a space before it", start)
    return Token(kind, text[start:end], start > at, start, end)


def action(text: str, at: int) -> tuple[int, bool] | None:
    """The inside of the next action from an offset on that is no comment: where it starts.

    And whether there is only white space and comments before it. None where there is no action.
    """
    blank = True
    while (start := text.find("{{", at)) >= 0:
        blank = blank and not text[at:start].strip()
        inside = start + 2
        if text.startswith("-", inside) and text[inside + 1 : inside + 2] in _BLANK:
            # A trim mark takes exactly one blank; a comment stands right behind it.
            inside += 2
        if not text.startswith("/*", inside):
            return inside, blank
        close = text.find("*/", inside + 2)
        found = _COMMENT_CLOSE.match(text, close) if close >= 0 else None
        if found is None:
            raise Wrong("a comment that is not closed", start)
        at = found.end()
    return None


def unquote(text: str) -> str:
    """What a string between `"` or backticks says."""
    inside = text[1:-1]
    if text[0] == "`":
        return inside.replace("\r", "")
    return _ESCAPE.sub(_character, inside) if "\\" in inside else inside


def whole(text: str) -> int | None:
    """The value of a whole number as Go writes it; None for any other number."""
    digits = text.replace("_", "")
    try:
        return int(digits, 0)
    except ValueError:
        return int(digits, 8) if re.fullmatch(r"[+-]?0[0-7]{1,20}", digits) else None


def _character(found: re.Match[str]) -> str:
    if letter := found[5]:
        return _LETTERS.get(letter, letter)
    code = int(found[4], 8) if found[4] else int(found[1] or found[2] or found[3], 16)
    return chr(code) if code < 0x110000 else "\ufffd"
