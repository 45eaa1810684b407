"""The colours of a card, chosen so that its text can be read on whatever lies behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hugo_helpers.thumbnails import color
from hugo_helpers.thumbnails.color import BLACK, RGB, WHITE

Scheme = Literal["auto", "dark", "light"]
# WCAG's 4.5, and some room for what JPEG and smooth enlarging do to a colour.
TITLE_CONTRAST = 5.6
TEXT_CONTRAST = 5.0
BUBBLE_CONTRAST = 3.0
# From this OKLab lightness on, a background looks better with dark text.
_LIGHT_FROM = 0.74


@dataclass(frozen=True)
class Palette:
    """`grounds`: the colours of the gradient, each legible under `title` and `quiet`;
    `is_light`: dark text on a light ground."""

    grounds: tuple[RGB, ...]
    title: RGB
    quiet: RGB
    is_light: bool


def palette(colors: Sequence[RGB], scheme: Scheme) -> Palette:
    """A palette from the colours of a background: they keep their hues, and are made darker or
    lighter until text is legible on them."""
    mean = sum(color.to_lab(one)[0] for one in colors) / len(colors)
    is_light = scheme == "light" or (scheme == "auto" and mean >= _LIGHT_FROM)
    _, chroma, hue = color.to_lch(colors[0])
    ink = color.from_lch(0.23, min(chroma, 0.05), hue) if is_light else WHITE
    grounds = tuple(color.legible(one, ink, TITLE_CONTRAST) for one in colors)
    return Palette(grounds, ink, _quiet(ink, grounds), is_light)


def _quiet(ink: RGB, grounds: Sequence[RGB]) -> RGB:
    """The ink, softened towards the ground as far as it stays legible."""
    middle = grounds[len(grounds) // 2]
    for share in (0.30, 0.24, 0.18, 0.12, 0.06):
        soft = color.mix(ink, middle, share)
        if all(color.contrast(soft, ground) >= TEXT_CONTRAST for ground in grounds):
            return soft
    return ink


def bubble_colors(hues: Sequence[str], ground: RGB) -> dict[str, RGB]:
    """The colours of bubbles: their own, moved in lightness until they stand out of `ground`."""
    return {hue: color.legible(color.parse(hue), ground, BUBBLE_CONTRAST) for hue in set(hues)}


def scrim(brightest: RGB, ratio: float) -> float:
    """How much black (0 to 1) has to lie over `brightest` until white text has `ratio` on it."""
    share = 0.0
    while share < 1.0 and color.contrast(WHITE, color.mix(brightest, BLACK, share)) < ratio:
        share += 0.02
    return min(1.0, share)
