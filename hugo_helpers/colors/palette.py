"""The palette: 36 colours for each scheme, in one file that CSS and Python both read.

A slot's hue is `10 * slot + 5` degrees in OKLCH. Lightness and chroma are fixed in each scheme;
where sRGB cannot show that chroma at that hue, chroma is reduced by the method of CSS Color 4
("binary search with local MINDE", which stops once a clipped colour is no longer told from the
mapped one). `python -m hugo_helpers.colors.palette` prints the file anew.

How the four numbers were chosen: over all (lightness, chroma) with a contrast of at least 4.5:1
on every background below, the pair whose neighbouring slots are farthest apart in OKLab. That
distance is bounded by sRGB itself: near hue 200 it has no chroma to give at these lightnesses.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from hugo_helpers.colors.slot import SLOTS
from hugo_helpers.site.vendored import vendored

Scheme = Literal["light", "dark"]

LIGHTNESS: Final[dict[Scheme, float]] = {"light": 0.495, "dark": 0.74}
CHROMA: Final[dict[Scheme, float]] = {"light": 0.2, "dark": 0.15}

BACKGROUNDS: Final[dict[Scheme, tuple[str, ...]]] = {
    "light": ("#ffffff", "#f6f8fa", "#eef0f3"),
    "dark": ("#0d1117", "#161b22", "#1c2128", "#22272e"),
}
"""Plain grounds that every slot is legible on, at 4.5:1 or better."""

TINT: Final[dict[Scheme, float]] = {"light": 0.12, "dark": 0.16}
"""How much of itself may be mixed (in sRGB) into the lightest plain ground of the light scheme
and into any of the dark one, and the slot still be legible on it."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Hexes (`#rrggbb`) by slot, for the light and the dark scheme."""

    light: tuple[str, ...]
    dark: tuple[str, ...]


def hue(slot: int) -> int:
    """The hue of a slot (0 to 35) in OKLCH, in degrees."""
    return 10 * slot + 5


def path() -> Path:
    """The palette's file."""
    return vendored("layouts") / "partials" / "matome" / "palette.json"


@cache
def palette() -> Palette:
    """The palette as its file holds it.

    Raises FileNotFoundError where the installation has lost it.
    """
    schemes = json.loads(path().read_text(encoding="utf-8"))
    return Palette(tuple(schemes["light"]["slots"]), tuple(schemes["dark"]["slots"]))


def slots(lightness: float, chroma: float) -> list[str]:
    """The 36 hexes of an OKLCH lightness (0 to 1) and a largest chroma (0 to about 0.4)."""
    from coloraide import Color

    colors = (Color("oklch", [lightness, chroma, hue(slot)]) for slot in range(SLOTS))
    return [
        color.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True)
        for color in colors
    ]


def compute() -> str:
    """The text that the palette's file must hold."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    value = {
        scheme: {
            "lightness": LIGHTNESS[scheme],
            "chroma": CHROMA[scheme],
            "slots": slots(LIGHTNESS[scheme], CHROMA[scheme]),
        }
        for scheme in schemes
    }
    return json.dumps(value, indent=2) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(compute())
