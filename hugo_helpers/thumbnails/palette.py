"""The colours of a card, chosen so that its text can be read on whatever lies behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from hugo_helpers.thumbnails import color
from hugo_helpers.thumbnails.color import BLACK, RGB, WHITE

Scheme = Literal["auto", "dark", "light"]
# WCAG's 4.5, and some room for what JPEG and smooth enlarging do to a colour.
TITLE_CONTRAST = 5.0
TEXT_CONTRAST = 4.8
BUBBLE_CONTRAST = 2.2
# Paper: its lightness and the breath of the post's hue in it, and the accent on it.
_PAPERS = {True: (0.965, 0.016), False: (0.23, 0.028)}
_ACCENTS = {True: 0.48, False: 0.80}
# Lightness and chroma of bubbles: dark pastels look like mud, and deep colours sink into the dark.
_DEEP, _STRONG = 0.62, 0.19
_BRIGHT, _SOFT = 0.79, 0.12
_GRAY = 0.03
# From this OKLab lightness on, a background looks better with dark text.
_LIGHT_FROM = 0.69


@dataclass(frozen=True)
class Palette:
    """`grounds`: the colours of the gradient, each legible under `title` and `quiet`;
    `is_light`: dark text on a light ground; `pane`: the tint of the glass under tags and bubbles,
    and its `opacity`, 0 to 1."""

    grounds: tuple[RGB, ...]
    title: RGB
    quiet: RGB
    is_light: bool
    pane: RGB
    opacity: float


def palette(colors: Sequence[RGB], scheme: Scheme) -> Palette:
    """A palette from the colours of a background: they keep their hues, and are made darker or
    lighter until text is legible on them."""
    mean = sum(color.to_lab(one)[0] for one in colors) / len(colors)
    is_light = scheme == "light" or (scheme == "auto" and mean >= _LIGHT_FROM)
    _, chroma, hue = color.to_lch(colors[0])
    ink = color.from_lch(0.23, min(chroma, 0.05), hue) if is_light else WHITE
    grounds = tuple(color.legible(one, ink, TITLE_CONTRAST) for one in colors)
    pane, opacity = (WHITE, 0.5) if is_light else (BLACK, 0.2)
    return Palette(grounds, ink, _quiet(ink, grounds), is_light, pane, opacity)


@lru_cache(maxsize=256)
def paper(tint: RGB, is_light: bool) -> tuple[RGB, RGB, RGB]:
    """Paper tinted by a colour, the ink on it, and an accent of the same hue, both legible."""
    lightness, most = _PAPERS[is_light]
    _, chroma, hue = color.to_lch(tint)
    sheet = color.from_lch(lightness, min(chroma, most), hue)
    ink = color.from_lch(0.24 if is_light else 0.97, min(chroma, 0.03), hue)
    accent = color.from_lch(_ACCENTS[is_light], min(chroma, 0.15), hue)
    return sheet, ink, color.legible(accent, sheet, TITLE_CONTRAST)


def on_paper(tint: RGB, is_light: bool) -> Palette:
    """The palette of a card of paper."""
    sheet, ink, _ = paper(tint, is_light)
    return Palette((sheet,), ink, _quiet(ink, (sheet,)), is_light, sheet, 1.0)


def _quiet(ink: RGB, grounds: Sequence[RGB]) -> RGB:
    """The ink, softened towards the ground as far as it stays legible."""
    middle = grounds[len(grounds) // 2]
    for share in (0.30, 0.24, 0.18, 0.12, 0.06):
        soft = color.mix(ink, middle, share)
        if all(color.contrast(soft, ground) >= TEXT_CONTRAST for ground in grounds):
            return soft
    return ink


def bubble_colors(hues: Iterable[str], colors: Palette) -> dict[str, RGB]:
    """The colours of bubbles on a pane: their own hues, moved in lightness until they stand
    out of it."""
    panes = [color.mix(ground, colors.pane, colors.opacity) for ground in colors.grounds]
    hardest = (min if colors.is_light else max)(panes, key=color.luminance)
    return {hue: _bubble_color(hue, hardest, colors.is_light) for hue in set(hues)}


@lru_cache(maxsize=4096)
def _bubble_color(hue: str, behind: RGB, is_light: bool) -> RGB:
    lightness, chroma, angle = color.to_lch(color.parse(hue))
    # Away from the pane, so that what stands out of the hardest ground does so of all; and as
    # bright or as deep as the card, whichever scheme the hue was made for.
    ground = color.to_lab(behind)[0]
    if chroma > _GRAY:
        lightness, strength = (_DEEP, _STRONG) if is_light else (_BRIGHT, _SOFT)
        chroma = max(chroma, strength)
    lightness = (min if is_light else max)(lightness, ground)
    return color.legible(color.from_lch(lightness, chroma, angle), behind, BUBBLE_CONTRAST)


def scrim(brightest: RGB, ratio: float) -> float:
    """How much black (0 to 1) has to lie over `brightest` until white text has `ratio` on it."""
    share = 0.0
    while share < 1.0 and color.contrast(WHITE, color.mix(brightest, BLACK, share)) < ratio:
        share += 0.02
    return min(1.0, share)
