"""The code frame: lines of a text, and under them what a finding is about."""

from __future__ import annotations

from hugo_helpers.check.finding import Location, Severity
from hugo_helpers.report.source import Source
from hugo_helpers.report.style import Painter
from hugo_helpers.report.visible import glyphs
from hugo_helpers.report.width import width

_TAB = " " * 4
_ESCAPED_TAB = "\\x09"
_CUT = "…"
_SKIPPED = "⋮"
_NARROWEST = 16

Cell = tuple[str, int]
"""What is shown for a glyph of the text, and its columns."""


def frame(
    source: Source,
    start: Location,
    end: Location,
    *,
    columns: int = 100,
    severity: Severity = "error",
    paint: Painter | None = None,
) -> list[str]:
    """The lines of a frame for the characters from `start` up to `end`, at most `columns` wide.

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
    return _fit(
        _cells(window, 0, from_ - left),
        _cells(window, from_ - left, right - left),
        _cells(window, right - left, stop - left),
        room,
        more_left=left > begin,
        more_right=stop < end,
    )


def _cells(text: str, start: int, stop: int) -> list[Cell]:
    return [
        (_TAB, len(_TAB)) if shown == _ESCAPED_TAB else (shown, width(shown))
        for shown in glyphs(text, start, stop)
    ]


def _fit(
    before: list[Cell],
    focus: list[Cell],
    behind: list[Cell],
    room: int,
    *,
    more_left: bool,
    more_right: bool,
) -> tuple[str, int, int]:
    if not _total(focus) and not _total(behind):
        focus = [*focus, ("", 1)]  # a mark behind the line's end takes a column too
    widths = [_total(cells) for cells in (before, focus, behind)]
    if sum(widths) > room or more_left or more_right:
        room -= 2 * len(_CUT)
        spare = max(room - widths[1], min(room // 4, widths[0]))
        left = max(spare // 2, spare - widths[2])
        kept, cut_left = _take(before[::-1], left)
        before, more_left = kept[::-1], more_left or cut_left
        used = _total(before)
        focus, cut = _take(focus, room - used)
        behind, cut_right = _take([] if cut else behind, room - used - _total(focus))
        more_right = more_right or cut or cut_right
    text = "".join(shown for cells in (before, focus, behind) for shown, _ in cells)
    indent = len(_CUT) * more_left + _total(before)
    shown = f"{_CUT * more_left}{text}{_CUT * more_right}"
    return shown, indent, max(_total(focus), 1)


def _total(cells: list[Cell]) -> int:
    return sum(cell[1] for cell in cells)


def _take(cells: list[Cell], room: int) -> tuple[list[Cell], bool]:
    """The first cells that fit into `room` columns, and whether any are left."""
    for index, (_, columns) in enumerate(cells):
        room -= columns
        if room < 0:
            return cells[:index], True
    return cells, False
