"""What lies behind the text of a card: a gradient or a photo, ready to be written on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import color, photo
from hugo_helpers.thumbnails.color import BLACK, WHITE
from hugo_helpers.thumbnails.mesh import mesh
from hugo_helpers.thumbnails.palette import TITLE_CONTRAST, Palette, palette, scrim
from hugo_helpers.thumbnails.shapes import lay, rounded

if TYPE_CHECKING:
    from PIL import Image

# A photo is darkened at least this much: busy pictures tire the eye even where contrast is there.
_LEAST_SCRIM = 0.5
_GHOST = 0.055


@lru_cache(maxsize=8)
def gradient(chosen: Palette, variant: str, size: tuple[int, int]) -> Image.Image:
    """A gradient with two large bubbles glimmering through; shared, so copy it."""
    image = mesh(chosen.grounds, variant, size).copy()
    width, height = size
    opacity = 0.22 if chosen.is_light else _GHOST
    big = round(height * 0.23)
    large = rounded(round(width * 0.46), round(height * 0.64), (big, big, big, big // 8), opacity)
    lay(image, WHITE, large, (round(width * 0.70), -round(height * 0.22)))
    small = round(height * 0.16)
    other = rounded(
        round(width * 0.30), round(height * 0.40), (small, small, small // 8, small), opacity
    )
    lay(image, WHITE, other, (round(width * 0.56), round(height * 0.50)))
    return image


@lru_cache(maxsize=4)
def photograph(path: Path, _digest: str, size: tuple[int, int]) -> tuple[Image.Image, Palette]:
    """A photo under a scrim that makes white text legible anywhere on it; shared, so copy it.

    Raises ValueError and OSError as `photo.covering` does.
    """
    image = photo.covering(path, size)
    red, green, blue = (_highest(band) for band in image.split())
    share = max(_LEAST_SCRIM, scrim((red, green, blue), TITLE_CONTRAST))
    dark = image.point([round(value * (1 - share)) for value in range(256)] * 3)
    ground = color.mix((red, green, blue), BLACK, share)
    return dark, palette((ground,), "dark")


def _highest(band: Image.Image) -> int:
    return max(value for value, count in enumerate(band.histogram()) if count)
