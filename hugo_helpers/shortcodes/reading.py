"""Characters as Hugo tells them apart, and looking ahead in a text without reading it twice."""

from __future__ import annotations

import re
from typing import NamedTuple

from hugo_helpers.site.versions import WIDE_SPACE, Version

LEFT = re.compile(r"\{\{[<%]")

_WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Go's unicode.IsSpace, for a character class. (Python's isspace has four signs more.)"""
WHITES = re.compile(f"[{_WHITE}]*")


class Dialect(NamedTuple):
    """What counts as white space in a tag; it changed with Hugo 0.163.3."""

    inside: re.Pattern[str]
    """Between the pieces of a tag."""
    closing: re.Pattern[str]
    """Behind the name in a closing tag."""
    before_value: re.Pattern[str]
    """Behind an equals sign."""
    behind_value: re.Pattern[str]
    """One sign that ends a value without quotes."""


_ASCII = re.compile(r"[ \t\n\v\f\r]*")
_TODAY = Dialect(_ASCII, _ASCII, _ASCII, re.compile(r"[ \t\n\v\f\r]"))
_BEFORE = Dialect(
    re.compile(r"[ \t\r\n]*"), re.compile(r"[ \t]*"), WHITES, re.compile(f"[{_WHITE}]")
)


def dialect(hugo: Version) -> Dialect:
    """White space as that version of Hugo takes it."""
    return _TODAY if hugo >= WIDE_SPACE else _BEFORE


def end_of(run: re.Pattern[str], text: str, start: int) -> int:
    """Where a run that may be empty ends."""
    found = run.match(text, start)
    return start if found is None else found.end()


def word_end(text: str, start: int, run: re.Pattern[str]) -> int:
    r"""Where a run of letters, digits and the signs that `run` allows ends.

    Python's `\w` also takes numbers that are no digits (`²`, `Ⅷ`); Hugo does not.
    """
    end = end_of(run, text, start)
    word = text[start:end]
    if not word.isascii():
        for index, char in enumerate(word):
            if ord(char) > 127 and not is_word(char):
                return start + index
    return end


def is_word(char: str) -> bool:
    """Whether Hugo takes this one character for a letter or digit (or it is `_`)."""
    return char == "_" or char.isalpha() or char.isdecimal()


class Look:
    """Looks ahead in a text for the next place of something, remembering what it found.

    Positions that are asked for mostly grow, so that a text full of faults is not walked
    through once for each of them.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._going_back = 4 * len(text)
        self._found: dict[str | re.Pattern[str], tuple[int, int]] = {}

    def find(self, what: str | re.Pattern[str], start: int) -> int:
        """Offset of the next `what` from `start` on; the text's length where there is none."""
        since, at = self._found.get(what, (1, 0))
        if since <= start <= at:
            return at
        if isinstance(what, str):
            at = self._text.find(what, start)
            at = len(self._text) if at < 0 else at
        else:
            found = what.search(self._text, start)
            at = len(self._text) if found is None else found.start()
        self._found[what] = (start, at)
        return at

    def may_go_back(self, count: int) -> bool:
        """Whether reading may go back by so many characters, all goings back taken together.

        It is bounded, or a hostile text would be read again for each of its tags.
        """
        self._going_back -= max(count, 0)
        return self._going_back >= 0

    def left(self, start: int) -> int:
        """Offset of the next `{{<` or `{{%` from `start` on, or the text's length."""
        return self.find(LEFT, start)
