"""A title in its box: the size, the lines, and what did not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hugo_helpers.thumbnails import text
from hugo_helpers.thumbnails.clusters import is_backward
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.layout import LEADING, Box, Lines, Measured, choose, cut
from hugo_helpers.thumbnails.linebreak import breaks

MAX_CLUSTERS = 300
_ELLIPSIS = "…"
# Dropped before an ellipsis: "、…" and "「…" look like mistakes.
_NOT_BEFORE_ELLIPSIS = frozenset(" 、，。,.:;：；・「『（([【-–—/…")


@dataclass(frozen=True)
class Title:
    """A title that is ready to be drawn.

    `size`: pixels per em; `lines`: what stands in each; `runs`: the same, to be drawn;
    `overflowed`: something was cut off; `missing`: clusters no font has; `is_backward`: it reads
    from right to left, so its lines start at the right.
    """

    size: int
    lines: tuple[str, ...]
    runs: tuple[tuple[text.Run, ...], ...]
    overflowed: bool
    missing: tuple[str, ...]
    is_backward: bool

    @property
    def height(self) -> float:
        """From the top of the first line's em box to the bottom of the last one's, in pixels."""
        return self.size * (1 + LEADING * (len(self.lines) - 1)) if self.lines else 0.0

    def baselines(self, top: float) -> list[float]:
        """The baseline of each line, when the first em box starts at `top`."""
        first, step = top + text.ASCENT * self.size, self.size * LEADING
        return [first + step * number for number in range(len(self.lines))]


def fit(title: str, fonts: Fonts, box: Box) -> Title:
    """Break and size `title` for `box`: as large as looks good, phrases kept together.

    A title that does not fit at the smallest size ends in an ellipsis, at a phrase if it can.
    """
    prepared = text.prepare(title, fonts, MAX_CLUSTERS)
    glyphs = prepared.glyphs
    measured = Measured(
        [text.width(glyph) for glyph in glyphs],
        [glyph.text == " " for glyph in glyphs],
        breaks([glyph.text for glyph in glyphs]),
    )
    chosen = None if prepared.clipped or not glyphs else choose(measured, box)
    overflowed = False
    if chosen is None:
        chosen, overflowed = _cut(measured, fonts, box, prepared.clipped)
    lines = [glyphs[start:end] for start, end in chosen.spans]
    if overflowed and lines:
        lines[-1] = _with_ellipsis(lines[-1], fonts)
    backward = is_backward("".join(glyph.text for glyph in glyphs))
    runs = tuple(text.runs(line, is_backward=backward) for line in lines)
    return Title(
        size=_checked_size(runs, chosen.size, box),
        lines=tuple("".join(glyph.text for glyph in line) for line in lines),
        runs=runs,
        overflowed=overflowed,
        missing=prepared.missing,
        is_backward=backward,
    )


def _cut(measured: Measured, fonts: Fonts, box: Box, clipped: bool) -> tuple[Lines, bool]:
    """Lines at the smallest size, and whether that needs an ellipsis."""
    if not measured.count:
        return Lines(box.smallest, ()), False
    tail = sum(text.width(glyph) for glyph in _with_ellipsis((), fonts))
    whole = cut(measured, box, 0.0)
    if not clipped and whole.spans[-1][1] == measured.count:
        return whole, False
    return cut(measured, box, tail), True


def _with_ellipsis(line: Sequence[text.Glyph], fonts: Fonts) -> tuple[text.Glyph, ...]:
    kept = list(line)
    while kept and kept[-1].text in _NOT_BEFORE_ELLIPSIS:
        kept.pop()
    return (*kept, *text.prepare(_ELLIPSIS, fonts, 1).glyphs)


def _checked_size(lines: Sequence[Sequence[text.Run]], size: int, box: Box) -> int:
    """`size`, or what is left of it after the lines were measured as they will be drawn."""
    for tried in range(size, max(1, box.smallest // 2), -box.step):
        if all(text.length(line, tried) <= box.width for line in lines):
            return tried
    return max(1, box.smallest // 2)
