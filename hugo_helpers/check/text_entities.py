"""HTML entities in a text, undone without losing where each character was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

ENTITY = r"&(?:#0*+[0-9]{1,7}|#[xX]0*+[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"


class Decoded(NamedTuple):
    """A text with its entities undone, and where its parts were written."""

    text: str
    starts: list[int]
    """Where in `text` each part starts: an undone entity, or what stands between two."""
    written: list[tuple[int, int]]
    """Where each part was written."""
    entity: list[bool]
    """Whether a part was an entity."""

    def start(self, offset: int) -> int:
        """Where the character at `offset` of the text was written, or the entity it came from."""
        return self.span(offset)[0]

    def span(self, offset: int) -> tuple[int, int]:
        """Start and end of what the character at `offset` was written as."""
        index = bisect_right(self.starts, offset) - 1
        start, end = self.written[index]
        if self.entity[index]:
            return start, end
        at = start + offset - self.starts[index]
        return at, at + 1


def undo(entity: str) -> str:
    """What an entity, or text that looks like one, stands for."""
    from html import unescape

    # Python refuses to read numbers of thousands of digits, also of zeros.
    number = entity.startswith("&#") and entity[2:3].isdigit()
    if number:
        rest = entity[2:].lstrip("0")
        entity = "&#" + (rest if rest[:1].isdigit() else "0" + rest)
    return unescape(entity)


def decode(written: str, start: int, end: int) -> Decoded:
    """The characters from `start` up to `end` with their entities undone, once."""
    pieces: list[str] = []
    parts: list[tuple[int, int]] = []
    whole: list[bool] = []
    at = start
    for match in re.compile(ENTITY).finditer(written, start, end):
        plain = undo(match[0])
        if plain == match[0]:
            continue
        pieces += (written[at : match.start()], plain)
        parts += ((at, match.start()), match.span())
        whole += (False, True)
        at = match.end()
    pieces.append(written[at:end])
    parts.append((at, end))
    whole.append(False)
    starts, length = [], 0
    for piece in pieces:
        starts.append(length)
        length += len(piece)
    return Decoded("".join(pieces), starts, parts, whole)
