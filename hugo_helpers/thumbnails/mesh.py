"""Soft gradients of a few colours: small, computed exactly, and enlarged smoothly."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.color import RGB, Lab, from_lab, to_lab

if TYPE_CHECKING:
    from PIL import Image

# The small picture; its proportions need not be those of the large one.
_GRID = (20, 12)
_SOFTNESS = 0.36


@lru_cache(maxsize=8)
def mesh(colors: tuple[RGB, ...], seed: str, size: tuple[int, int]) -> Image.Image:
    """A gradient in which each of `colors` glows from a place of its own.

    The first colour lies lower left, where text starts, the last upper right; `seed` moves the
    others. The same arguments always give the same picture: it is shared, so copy it before
    drawing on it.
    """
    from PIL import Image

    small = Image.new("RGB", _GRID)
    small.putdata(_pixels(_glows(colors, seed)))
    return small.resize(size, Image.Resampling.BICUBIC)


def _glows(colors: Sequence[RGB], seed: str) -> list[tuple[float, float, Lab]]:
    places = random.Random(seed)  # noqa: S311 (a picture, not a secret)
    glows = []
    for number, color in enumerate(colors):
        along = number / max(1, len(colors) - 1)
        x = along + places.uniform(-0.12, 0.12)
        y = 1 - along + places.uniform(-0.18, 0.18)
        glows.append((x, y, to_lab(color)))
    return glows


def _pixels(glows: Sequence[tuple[float, float, Lab]]) -> list[RGB]:
    wide, high = _GRID
    found = []
    for row in range(high):
        for column in range(wide):
            x, y = column / (wide - 1), row / (high - 1)
            weights = [
                math.exp(-((x - across) ** 2 + (y - down) ** 2) / (2 * _SOFTNESS**2)) + 1e-6
                for across, down, _ in glows
            ]
            whole = sum(weights)
            lightness, a, b = (
                sum(weight * glow[2][axis] for weight, glow in zip(weights, glows, strict=True))
                / whole
                for axis in range(3)
            )
            found.append(from_lab((lightness, a, b)))
    return found
