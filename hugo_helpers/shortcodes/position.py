"""Offsets of a text to rows and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate


class Positions:
    """Rows and columns in one text. Its lines are found once, at the first question."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offsets from 0 at which lines start: the first one's, and behind each line feed."""
        lines = self._text.split("\n")
        ends = accumulate(map(len, lines[:-1]))
        return [0, *[end + number for number, end in enumerate(ends, 1)]]

    def at(self, offset: int) -> tuple[int, int]:
        """Row and column, from 1, of an offset from 0; columns count characters.

        A line ends with LF or CRLF, and both belong to it. An offset outside the text counts as
        its nearest end.
        """
        starts = self.starts
        offset = min(max(offset, 0), len(self._text))
        row = bisect_right(starts, offset)
        return row, offset - starts[row - 1] + 1
