"""Colours as numbers: CSS names, OKLCH, and contrast as WCAG 2 counts it.

OKLab's matrices are Björn Ottosson's (https://bottosson.github.io/posts/oklab/); luminance and
contrast follow WCAG 2.2, "relative luminance" and "contrast ratio". Written out here because a
card must not wait for a colour library to load.
"""

from __future__ import annotations

import math
from functools import lru_cache

RGB = tuple[int, int, int]
Lab = tuple[float, float, float]
WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)


@lru_cache(maxsize=512)
def parse(name: str) -> RGB:
    """The colour that a CSS name (any letter case) or `#rgb`/`#rrggbb` stands for.

    Raises ValueError when it is neither.
    """
    from PIL import ImageColor

    text = name.strip().lower()
    known = text in ImageColor.colormap or (text.startswith("#") and len(text) in (4, 7))
    if not known:
        raise ValueError(f"{name[:40]!r} is no CSS colour name and no #rrggbb")
    red, green, blue = ImageColor.getrgb(text)[:3]
    return red, green, blue


def is_name(name: str) -> bool:
    """Whether `name` is a CSS colour name; hex does not count."""
    from PIL import ImageColor

    return name.lower() in ImageColor.colormap


@lru_cache(maxsize=4096)
def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encoded(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return 255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


def luminance(color: RGB) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(channel) for channel in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def to_lab(color: RGB) -> Lab:
    """sRGB to OKLab: lightness 0 to 1, then the axes a and b."""
    red, green, blue = (_linear(channel) for channel in color)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _to_linear(lab: Lab) -> tuple[float, float, float]:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def exact_rgb(lab: Lab) -> tuple[float, float, float]:
    """OKLab to sRGB, each channel clipped to 0..255 but not rounded."""
    red, green, blue = _to_linear(lab)
    return _encoded(red), _encoded(green), _encoded(blue)


def from_lab(lab: Lab) -> RGB:
    """OKLab to sRGB, each channel clipped to 0..255."""
    red, green, blue = exact_rgb(lab)
    return round(red), round(green), round(blue)


def to_lch(color: RGB) -> Lab:
    """sRGB to OKLCH: lightness, chroma, hue in degrees."""
    lightness, a, b = to_lab(color)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_lch(lightness: float, chroma: float, hue: float) -> RGB:
    """OKLCH to sRGB; chroma is lowered until the colour exists (hue and lightness stay)."""
    lightness = min(1.0, max(0.0, lightness))
    across, up = math.cos(math.radians(hue)), math.sin(math.radians(hue))

    def exists(amount: float) -> bool:
        channels = _to_linear((lightness, amount * across, amount * up))
        return all(-0.0005 <= channel <= 1.0005 for channel in channels)

    if not exists(chroma):
        low, high = 0.0, chroma
        for _ in range(8):
            middle = (low + high) / 2
            low, high = (middle, high) if exists(middle) else (low, middle)
        chroma = low
    return from_lab((lightness, chroma * across, chroma * up))


def legible(color: RGB, ground: RGB, ratio: float) -> RGB:
    """`color` if its contrast on `ground` is at least `ratio`, else the nearest lightness of the
    same hue that has it; where none has it, black or white, whichever contrasts more."""
    if contrast(color, ground) >= ratio:
        return color
    lightness, chroma, hue = to_lch(color)
    best = max((BLACK, WHITE), key=lambda end: contrast(end, ground))
    if contrast(best, ground) < ratio:
        return best
    failing, passing = lightness, 1.0 if best == WHITE else 0.0
    for _ in range(8):
        middle = (failing + passing) / 2
        if contrast(from_lch(middle, chroma, hue), ground) >= ratio:
            passing = middle
        else:
            failing = middle
    return from_lch(passing, chroma, hue)


def mix(one: RGB, other: RGB, share: float) -> RGB:
    """`one` with `share` (0 to 1) of `other` laid over it, as an alpha blend in sRGB does."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def to_hex(color: RGB) -> str:
    """`#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*color)
