"""The text that findings speak of: its lines, and offsets as rows and columns."""

from __future__ import annotations

from collections.abc import Callable

from hugo_helpers.check.finding import Location
from hugo_helpers.shortcodes.position import Positions


class Source:
    """The text of one file, as the rules saw it. Lines end in a line feed, CRLF included."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._positions = Positions(text)

    @property
    def rows(self) -> int:
        """The number of lines; an empty text, and what follows a last line end, is a line too."""
        return len(self._positions.starts)

    def span(self, row: int) -> tuple[int, int]:
        """Offsets of the line `row` (from 1), without its line end. Raises IndexError."""
        if not 1 <= row <= self.rows:
            raise IndexError(f"row {row} of {self.rows}")
        starts = self._positions.starts
        start = starts[row - 1]
        if row == len(starts):
            return start, len(self.text)
        end = starts[row] - 1
        return start, end - 1 if end > start and self.text[end - 1] == "\r" else end

    def locate(self, offset: int) -> Location:
        """The row and column of an offset; one outside the text is taken to its nearest end."""
        return Location(*self._positions.at(offset))


Sources = Callable[[str], Source | None]
"""The source of a finding's filename; None where there is none to show."""


def no_source(filename: str) -> None:
    """Sources that know no text."""
