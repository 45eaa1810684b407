"""What lies behind the text of a card: a gradient or a photo, ready to be written on."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import color, photo
from hugo_helpers.thumbnails.color import BLACK, WHITE
from hugo_helpers.thumbnails.mesh import mesh
from hugo_helpers.thumbnails.palette import (
    TITLE_CONTRAST,
    Palette,
    Scheme,
    on_paper,
    palette,
    scrim,
)
from hugo_helpers.thumbnails.shapes import lay, rounded

if TYPE_CHECKING:
    from PIL import Image

# A photo is darkened at least this much: busy pictures tire the eye even where contrast is there.
_LEAST_SCRIM = 0.5
_PHOTO_PANE = 0.5
_FOOT_SHADE = 0.45
_GHOST = 0.10
# Large bubbles behind the text: distance from the right edge, top, width and height in card
# heights, and the corner of the tail.
_GHOSTS = ((0.74, -0.30, 1.10, 0.66, 1), (0.40, 0.41, 0.90, 0.80, 2))


@lru_cache(maxsize=12)
def gradient(chosen: Palette, variant: str, size: tuple[int, int]) -> Image.Image:
    """A gradient with two large bubbles glimmering through; shared, so copy it."""
    image = mesh(chosen.grounds, variant, size)
    width, height = size
    for x, y, wide, high, tail in _GHOSTS:
        side = round(height * high * 0.36)
        corners = [side] * 4
        corners[tail] = side // 7
        first, second, third, fourth = corners
        shape = (round(height * wide), round(height * high))
        mask = rounded(*shape, (first, second, third, fourth), _GHOST)
        lay(
            image,
            WHITE if chosen.is_light else BLACK,
            mask,
            (width - round(height * x), round(height * y)),
        )
    return image


def paper(tint: str, scheme: Scheme, size: tuple[int, int]) -> tuple[Image.Image, Palette]:
    """Plain paper tinted by a colour; light, unless the scheme is dark."""
    from PIL import Image

    colors = on_paper(color.parse(tint), scheme != "dark")
    return Image.new("RGB", size, colors.grounds[0]), colors


@lru_cache(maxsize=4)
def photograph(path: Path, _digest: str, size: tuple[int, int]) -> tuple[Image.Image, Palette]:
    """A photo under a scrim that makes white text legible anywhere on it; shared, so copy it.

    Raises ValueError and OSError as `photo.covering` does.
    """
    from PIL import Image

    image = photo.covering(path, size)
    red, green, blue = (_highest(band) for band in image.split())
    share = max(_LEAST_SCRIM, scrim((red, green, blue), TITLE_CONTRAST))
    dark = image.point([round(value * (1 - share)) for value in range(256)] * 3)
    shade = Image.linear_gradient("L").point(lambda value: value * _FOOT_SHADE).resize(size)
    dark.paste(BLACK, (0, 0), shade)
    ground = color.mix((red, green, blue), BLACK, share)
    return dark, replace(palette((ground,), "dark"), opacity=_PHOTO_PANE)


def _highest(band: Image.Image) -> int:
    return max(value for value, count in enumerate(band.histogram()) if count)
