"""The text that findings speak of: its lines, and offsets as rows and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from hugo_helpers.check.finding import Location


class Source:
    """The text of one file, as the rules saw it. Lines end in a line feed, CRLF included."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        found = self.text.find("\n")
        while found >= 0:
            starts.append(found + 1)
            found = self.text.find("\n", found + 1)
        return starts

    @property
    def rows(self) -> int:
        """The number of lines; an empty text, and what follows a last line end, is a line too."""
        return len(self._starts)

    def span(self, row: int) -> tuple[int, int]:
        """Offsets of the line `row` (from 1), without its line end. Raises IndexError."""
        if not 1 <= row <= self.rows:
            raise IndexError(f"row {row} of {self.rows}")
        start = self._starts[row - 1]
        if row == self.rows:
            return start, len(self.text)
        end = self._starts[row] - 1
        return start, end - 1 if end > start and self.text[end - 1] == "\r" else end

    def locate(self, offset: int) -> Location:
        """The row and column of an offset; one outside the text is taken to its nearest end."""
        inside = min(max(offset, 0), len(self.text))
        row = bisect_right(self._starts, inside)
        return Location(row, inside - self._starts[row - 1] + 1)


Sources = Callable[[str], Source | None]
"""The source of a finding's filename; None where there is none to show."""


def no_source(filename: str) -> None:
    """Sources that know no text."""
