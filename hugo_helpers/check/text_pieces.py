"""Pieces of spoilt text, and what turns one back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

KANJI = "\u3005\u3400-\u9fff"
KANA = "\u3041-\u30fc"
"""Insides of sets of a pattern."""


class Garbled(NamedTuple):
    """A piece of spoilt text; offsets count characters of the file's text."""

    start: int
    end: int
    meant: str
    """What was written first; empty where that is lost."""
    taken_for: str
    """The encodings, as words; empty for U+FFFD."""

    def moved(self, by: int) -> Garbled:
        return self._replace(start=self.start + by, end=self.end + by)


def in_order(pieces: Iterable[Garbled]) -> Iterator[Garbled]:
    """The pieces by where they begin, those with a meaning first, less what overlaps."""
    behind = 0
    for piece in sorted(pieces, key=lambda one: (one.start, not one.meant)):
        if piece.start >= behind:
            behind = piece.end
            yield piece


def back(piece: str, encoding: str) -> str:
    """What the bytes of a piece are in another encoding; empty where they are no text in it."""
    try:
        return b"".join(
            bytes((ord(sign),)) if ord(sign) < 256 else sign.encode("cp1252") for sign in piece
        ).decode(encoding)
    except UnicodeError:
        return ""
