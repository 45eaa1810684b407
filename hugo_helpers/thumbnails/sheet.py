"""The card while it is being drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import text
from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.layout import Box
from hugo_helpers.thumbnails.palette import Palette
from hugo_helpers.thumbnails.shapes import Corners, lay, rounded
from hugo_helpers.thumbnails.title import Title

if TYPE_CHECKING:
    from PIL import Image

_HEIGHT = 630
MAX_TURNS = 5000
_MAX_TAGS = 24
# Where a block of text starts, of the room that it leaves.
_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}


class Sheet:
    """An image to write on, with its fonts and colours; `missing` gathers what no font has."""

    def __init__(self, image: Image.Image, fonts: Fonts, colors: Palette) -> None:
        from PIL import ImageDraw

        self.image = image
        self.canvas = ImageDraw.Draw(image)
        self.fonts = fonts
        self.colors = colors
        self.missing: set[str] = set()
        self.width, self.height = image.size

    def px(self, value: float) -> int:
        """In pixels, what measures `value` on a card 630 pixels high."""
        return max(1, round(value * self.height / _HEIGHT))

    @property
    def margin(self) -> int:
        """The space at the left and the right."""
        return self.px(72)

    @property
    def inner(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def write(
        self, line: text.Line, x: float, baseline: int, size: int, *, quiet: bool = False
    ) -> None:
        """Write a line that starts at `x`; `quiet`: in the softer of the two inks."""
        ink = self.colors.quiet if quiet else self.colors.title
        text.draw_line(self.canvas, self.image, (x, baseline), line.runs, size, ink)
        self.missing.update(line.missing)

    def set(
        self,
        title: Title,
        at: tuple[int, int],
        box: Box,
        ink: RGB,
        align: str = "left",
        valign: str = "middle",
    ) -> None:
        """Set lines that were fitted to `box` into it, its upper left corner `at`. What reads from
        right to left starts at the right."""
        if title.is_backward and align != "center":
            align = "left" if align == "right" else "right"
        top = at[1] + (box.height - title.height) * _SHARES[valign]
        for line, baseline in zip(title.runs, title.baselines(top), strict=True):
            x = at[0] + (box.width - text.length(line, title.size)) * _SHARES[align]
            text.draw_line(self.canvas, self.image, (x, baseline), line, title.size, ink)
        self.missing.update(title.missing)

    def pills(self, words: Sequence[str], size: int, room: int) -> list[text.Line]:
        """Those of the `words`, in order, that fit as pills into a row of `room` pixels; `width` is
        the whole pill's."""
        row: list[text.Line] = []
        used = 0.0
        for word in words[:_MAX_TAGS]:
            line = text.single(word, self.fonts, size, 12.8 * size)
            width = round(line.width) + 2 * round(0.72 * size)
            if line.runs and used + width <= room:
                row.append(replace(line, width=width))
                used += width + self.px(12)
        return row

    def lay_pills(self, row: Sequence[text.Line], left: int, top: int, size: int) -> None:
        """Draw a row of pills, its upper left corner given."""
        height, padding, x = round(1.84 * size), round(0.72 * size), left
        for line in row:
            self.pane((x, top, x + round(line.width), top + height), height // 2)
            self.write(line, x + padding, top + round(1.28 * size), size)
            x += round(line.width) + self.px(12)

    def pane(self, box: tuple[int, int, int, int], radius: int) -> None:
        """Lay a pane of tinted glass; `box`: left, top, right and bottom."""
        self.panel(box, (radius, radius, radius, radius), self.colors.pane, self.colors.opacity)

    def panel(
        self, box: tuple[int, int, int, int], corners: Corners, ink: RGB, opacity: float
    ) -> None:
        """Lay a panel of one colour, its corners rounded from the upper left clockwise."""
        left, top, right, bottom = box
        lay(self.image, ink, rounded(right - left, bottom - top, corners, opacity), (left, top))
