"""How far apart the slots look, to every eye: OKLab distances in the light scheme.

Two slots look alike when they are nearer than `NORMAL`, or nearer than `IMPAIRED` as seen with
protanopia, deuteranopia or tritanopia (coloraide's filters at full severity, from Viénot, Brettel
and Mollon 1999 and, for tritanopia, Brettel, Viénot and Mollon 1997).

Every slot has partners that it is not alike to: between 11 and 26 of the 35 others, 19 in the
mean; to normal eyes alone between 28 and 32. So no two neighbours need ever look alike, but of
speakers who all meet each other only 5 can all be apart, and 11 to normal eyes alone.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from hugo_helpers.colors.palette import palette
from hugo_helpers.colors.slot import SLOTS

NORMAL: Final = 0.08
"""The least OKLab distance of two colours that are told apart at a glance."""
IMPAIRED: Final = 0.05
"""The same as seen with a colour vision deficiency."""
DEFICIENCIES: Final = ("protan", "deutan", "tritan")

Matrix = tuple[tuple[float, ...], ...]


@cache
def distances() -> tuple[Matrix, ...]:
    """OKLab distance of slot to slot: to normal eyes, then for each of `DEFICIENCIES`."""
    from coloraide import Color

    colors = [Color(color) for color in palette().light]
    views = [colors, *([c.filter(kind) for c in colors] for kind in DEFICIENCIES)]
    return tuple(_matrix([tuple(c.convert("oklab")[:3]) for c in view]) for view in views)


@cache
def separations() -> Matrix:
    """How many times as far apart as they must be two slots are, to the eye that sees least.

    Below 1 they are alike.
    """
    normal, *impaired = distances()
    return tuple(
        tuple(
            min(normal[a][b] / NORMAL, *(matrix[a][b] / IMPAIRED for matrix in impaired))
            for b in range(SLOTS)
        )
        for a in range(SLOTS)
    )


def alike(a: int, b: int) -> bool:
    """Whether slots `a` and `b` (0 to 35) look alike, to normal or to colour-blind eyes."""
    return separations()[a][b] < 1


def confusable(a: int, b: int) -> bool:
    """Whether slots `a` and `b` (0 to 35) look alike even to normal eyes."""
    return distances()[0][a][b] < NORMAL


def _matrix(points: list[tuple[float, ...]]) -> Matrix:
    return tuple(tuple(math.dist(a, b) for b in points) for a in points)
