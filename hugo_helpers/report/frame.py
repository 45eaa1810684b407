"""The code frame: lines of a text, and under them what a finding is about."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from hugo_helpers.check.finding import Location, Severity
from hugo_helpers.report.source import Source
from hugo_helpers.report.style import Painter
from hugo_helpers.report.visible import glyphs
from hugo_helpers.report.width import glyph_width

_TAB = " " * 4
_ESCAPED_TAB = "\\x09"
_CUT = "…"
_SKIPPED = "⋮"
_NARROWEST = 16


class _Cells(NamedTuple):
    """A part of a line: what is shown for each glyph, and its columns."""

    shown: list[str]
    columns: list[int]

    def total(self) -> int:
        return sum(self.columns)

    def first(self, room: int) -> "_Cells":
        """The first that fit into `room` columns."""
        number = bisect_right(list(accumulate(self.columns)), room)
        return _Cells(self.shown[:number], self.columns[:number])

    def last(self, room: int) -> "_Cells":
        """The last that fit into `room` columns."""
        number = bisect_right(list(accumulate(reversed(self.columns))), room)
        start = len(self.columns) - number
        return _Cells(self.shown[start:], self.columns[start:])

    def __len__(self) -> int:
        return len(self.shown)


def frame(
    source: Source,
    start: Location,
    end: Location,
    *,
    columns: int = 100,
    severity: Severity = "error",
    paint: Painter | None = None,
) -> list[str]:
    """The lines of a frame for the characters from `start` up to `end`, at most `columns` wide
    (and the text in them never cut to less than 16 columns).

    Of a place over several lines the first and the last are shown. A place behind the end of a
    line has its mark there. No lines at all for a place below the text.
    """
    paint = paint or Painter(False)
    parts = [p for p in _parts(source, start, end) if 1 <= p[0] <= source.rows]
    gutter = max((len(str(row)) for row, _, _ in parts), default=0)
    room = max(columns - gutter - 3, _NARROWEST)
    margin = paint(f"{'':>{gutter}} |", "gutter")
    lines = []
    previous = None
    for row, first, last in parts:
        if previous is not None and row > previous + 1:
            lines.append(paint(f"{_SKIPPED:>{gutter}} |", "gutter"))
        shown, indent, marked = _line(source, row, first, last, room)
        lines.append(f"{paint(f'{row:>{gutter}} |', 'gutter')} {shown}".rstrip())
        lines.append(f"{margin} {' ' * indent}{paint('^' * marked, severity)}")
        previous = row
    return lines


def _parts(source: Source, start: Location, end: Location) -> list[tuple[int, int, int | None]]:
    """Of each line to show: its row, and the columns to mark; None: up to the line's end."""
    if end.row <= start.row:
        return [(start.row, start.column, end.column if end.row == start.row else start.column)]
    last, column = (end.row, end.column) if end.row <= source.rows else (source.rows, None)
    if column is not None and column <= 1:
        # Nothing of that line is meant: the place ends with the line above that holds anything.
        last, column = last - 1, None
        while last > start.row and len({*source.span(last)}) == 1:
            last -= 1
    if last <= start.row:
        return [(start.row, start.column, None)]
    return [(start.row, start.column, None), (last, 1, column)]


def _line(
    source: Source, row: int, first: int, last: int | None, room: int
) -> tuple[str, int, int]:
    """A line cut to `room` columns around the place: its text, columns before the mark, its width.

    Looks at no more of the line than could be shown, however long it is.
    """
    begin, end = source.span(row)
    from_ = min(begin + max(first, 1) - 1, end)
    to = end if last is None else min(max(begin + last - 1, from_), end)
    left, right = max(begin, from_ - room), min(to, from_ + room)
    stop = min(end, right + room) if right == to else right
    window = source.text[left:stop]
    parts = glyphs(window, from_ - left, right - left, stop - left)
    before, focus, behind = map(_cells, parts)
    more = {"more_left": left > begin, "more_right": stop < end}
    return _fit(before, focus, behind, room, **more)


def _cells(shown: list[str]) -> "_Cells":
    columns = list(map(glyph_width, shown))
    if _ESCAPED_TAB in shown:
        for index, glyph in enumerate(shown):
            if glyph == _ESCAPED_TAB:
                shown[index], columns[index] = _TAB, len(_TAB)
    return _Cells(shown, columns)


def _fit(
    before: _Cells, focus: _Cells, behind: _Cells, room: int, *, more_left: bool, more_right: bool
) -> tuple[str, int, int]:
    left, middle, right = before.total(), focus.total(), behind.total()
    if not middle and not right:
        middle = 1  # a mark behind the line's end takes a column too
    if left + middle + right > room or more_left or more_right:
        room -= 2 * len(_CUT)
        spare = max(room - middle, min(room // 4, left))
        kept = before.last(max(spare // 2, spare - right))
        more_left = more_left or len(kept) < len(before)
        left = kept.total()
        seen = focus.first(room - left)
        cut = len(seen) < len(focus)
        tail = behind.first(0 if cut else room - left - seen.total())
        more_right = more_right or cut or len(tail) < len(behind)
        before, focus, behind = kept, seen, tail
    text = "".join(before.shown + focus.shown + behind.shown)
    shown = f"{_CUT * more_left}{text}{_CUT * more_right}"
    return shown, len(_CUT) * more_left + left, max(focus.total(), 1)
