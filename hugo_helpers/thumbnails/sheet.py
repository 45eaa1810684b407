"""The card while it is being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import text
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.palette import Palette

if TYPE_CHECKING:
    from PIL import Image

_HEIGHT = 630


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
