"""Masks of round shapes with smooth edges, and how to lay a colour through them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.color import RGB

if TYPE_CHECKING:
    from PIL import Image

Corners = tuple[int, int, int, int]
# Pillow draws no smooth curves: shapes are drawn this much larger and reduced.
_FINER = 4


@lru_cache(maxsize=512)
def rounded(width: int, height: int, corners: Corners, opacity: float = 1.0) -> Image.Image:
    """A mask of a rectangle with its own radius at each corner.

    `corners`: radii in pixels, from the upper left clockwise; `opacity`: 0 to 1.
    """
    from PIL import Image, ImageDraw

    wide, high = width * _FINER, height * _FINER
    mask = Image.new("L", (wide, high), round(255 * opacity))
    draw = ImageDraw.Draw(mask)
    for number, radius in enumerate(corners):
        side = radius * _FINER
        if not side:
            continue
        left = 0 if number in (0, 3) else wide - side
        top = 0 if number in (0, 1) else high - side
        draw.rectangle((left, top, left + side - 1, top + side - 1), fill=0)
        from_x = left if number in (0, 3) else left - side
        from_y = top if number in (0, 1) else top - side
        draw.pieslice(
            (from_x, from_y, from_x + 2 * side - 1, from_y + 2 * side - 1),
            180 + 90 * number,
            270 + 90 * number,
            fill=round(255 * opacity),
        )
    return mask.reduce(_FINER)


def lay(image: Image.Image, color: RGB, mask: Image.Image, at: tuple[int, int]) -> None:
    """Lay `color` on `image` through `mask`, its upper left corner `at`; it may stick out."""
    image.paste(color, at, mask)


@lru_cache(maxsize=8)
def chat_icon(height: int) -> Image.Image:
    """A mask of a speech bubble with three dots, a quarter wider than high."""
    from PIL import Image, ImageDraw

    high, wide = height * _FINER, height * _FINER * 5 // 4
    radius = high * 9 // 20
    mask = rounded(wide, high, (radius, radius, radius, high // 10)).copy()
    draw = ImageDraw.Draw(mask)
    dot = high * 0.075
    for number in (-1, 0, 1):
        x, y = wide / 2 + number * wide * 0.2, high / 2
        draw.ellipse((x - dot, y - dot, x + dot, y + dot), fill=0)
    return mask.resize((wide // _FINER, high // _FINER), Image.Resampling.LANCZOS)
