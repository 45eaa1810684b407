"""Colour emoji: drawn at the size a font holds them in, and scaled to the text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.fontconfig import Face

if TYPE_CHECKING:
    from PIL import Image

# The one size that bitmap fonts hold: Noto's, then Apple's and others'.
_STRIKES = (109, 160, 128, 136, 96, 64)
_JOINER = "\u200d"
_PROBE = "\U0001f600"
HEIGHT = 1.0
WIDTH = 1.16


@lru_cache(maxsize=16)
def strike(face: Face) -> int:
    """The size in pixels at which `face` yields colour pictures; 0 where Pillow gets none."""
    for size in _STRIKES:
        try:
            image = _picture(face, size, _PROBE)
        except (OSError, ValueError):
            continue
        if image is not None and image.getbbox() is not None:
            return size
    return 0


@lru_cache(maxsize=256)
def glyph(face: Face, cluster: str, size: int) -> Image.Image | None:
    """The picture of an emoji `size` pixels high, transparent around; None when it is empty."""
    from PIL import Image

    image = _picture(face, strike(face), cluster)
    if image is None:
        return None
    box = image.getbbox()
    if box is None:
        return None
    image = image.crop(box)
    ratio = min(size * HEIGHT / image.height, size * WIDTH / image.width)
    shape = (max(1, round(image.width * ratio)), max(1, round(image.height * ratio)))
    return image.resize(shape, Image.Resampling.LANCZOS)


def _picture(face: Face, size: int, cluster: str) -> Image.Image | None:
    from PIL import Image, ImageDraw

    from hugo_helpers.thumbnails.fonts import shapes_text, sized

    if not size:
        return None
    if not shapes_text():
        # A sequence would show as its parts in a row.
        cluster = cluster.split(_JOINER)[0]
    font = sized(face, size)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(cluster, anchor="ls"))
    if not (0 < right - left <= 12 * size and 0 < bottom - top <= 4 * size):
        return None
    image = Image.new("RGBA", (right - left, bottom - top))
    draw = ImageDraw.Draw(image)
    draw.text((-left, -top), cluster, font=font, anchor="ls", embedded_color=True)
    return image
