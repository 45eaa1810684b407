"""Colours as CSS writes them, and how well they can be read (CSS Color 4; WCAG 2.2)."""

from __future__ import annotations

import re
from functools import lru_cache

RGB = tuple[float, float, float]
"""Red, green and blue of sRGB, 0 to 1."""

_HEX = r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
_NUMBER = r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})"
_FUNCTION = (
    r"(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var)\(([^()]{1,200})\)"
)
_KEYWORDS = frozenset(("transparent", "currentcolor"))


def is_color(written: str) -> bool:
    """Whether CSS may take it for a colour; an empty one counts as none, and is no mistake."""
    color = written.strip().lower()
    if not color or re.fullmatch(_HEX, color):
        return True
    from hugo_helpers.site.css import NAMES

    if color in NAMES or color in _KEYWORDS:
        return True
    found = re.fullmatch(_FUNCTION, color)
    return found is not None and (rgb(color) is not None or found[1][:3] not in ("rgb", "hsl"))


def meant(written: str) -> str | None:
    """The colour that was to be written: with full-width signs, without its #, or misspelt."""
    from difflib import get_close_matches
    from unicodedata import normalize

    from hugo_helpers.site.css import NAMES

    plain = normalize("NFKC", written[:40]).strip().lower()
    for color in (plain, f"#{plain}"):
        if plain and is_color(color):
            return color
    near = get_close_matches(plain, NAMES, 1, 0.8)
    return near[0] if near else None


@lru_cache(maxsize=1024)
def rgb(written: str) -> RGB | None:
    """What a name, `#…`, `rgb()` or `hsl()` stands for; None for anything else."""
    from hugo_helpers.site.css import NAMES

    color = written.strip().lower()
    color = NAMES.get(color, color)
    if re.fullmatch(_HEX, color):
        digits = color[1:] if len(color) > 5 else "".join([digit * 2 for digit in color[1:]])
        red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
        return red, green, blue
    found = re.fullmatch(_FUNCTION, color)
    parts = re.split(r"[\s,/]+", found[2].strip()) if found else []
    if found is None or len(parts) not in (3, 4):
        return None
    if found[1].startswith("rgb"):
        return _from_rgb(parts[:3])
    return _from_hsl(parts[:3]) if found[1].startswith("hsl") else None


def _number(written: str, unit: str = "") -> float | None:
    number = written.removesuffix(unit) if unit else written
    return float(number) if re.fullmatch(_NUMBER, number, re.ASCII) else None


def _from_rgb(parts: list[str]) -> RGB | None:
    values = [_number(part, "%") if part.endswith("%") else _number(part) for part in parts]
    whole = [100.0 if part.endswith("%") else 255.0 for part in parts]
    if None in values:
        return None
    red, green, blue = (_within((v or 0) / w) for v, w in zip(values, whole, strict=True))
    return red, green, blue


def _from_hsl(parts: list[str]) -> RGB | None:
    hue, saturation, lightness = (
        _number(parts[0], "deg"),
        _number(parts[1], "%"),
        _number(parts[2], "%"),
    )
    if hue is None or saturation is None or lightness is None:
        return None
    light = _within(lightness / 100)
    chroma = _within(saturation / 100) * min(light, 1 - light)

    def channel(offset: int) -> float:
        turn = (offset + hue / 30) % 12
        return light - chroma * max(-1.0, min(turn - 3, 9 - turn, 1.0))

    return channel(0), channel(8), channel(4)


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: RGB) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
