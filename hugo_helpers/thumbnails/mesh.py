"""Soft gradients of a few colours: small, computed exactly, and enlarged smoothly."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.color import RGB, exact_rgb, to_lab

if TYPE_CHECKING:
    from PIL import Image

# The small picture; its proportions need not be those of the large one.
_GRID = (15, 9)
_SOFTNESS = 0.36


def mesh(colors: Sequence[RGB], seed: str, size: tuple[int, int]) -> Image.Image:
    """A gradient in which each of `colors` glows from a place of its own.

    The first colour lies lower left, where text starts, the last upper right; `seed` moves them
    about a little. The same arguments always give the same picture.
    """
    from PIL import Image

    pixels = _pixels(colors, seed)
    bands = []
    for number in range(3):
        # In whole numbers a gradient this flat would show the squares of the grid.
        exact = Image.new("F", _GRID)
        exact.putdata([pixel[number] for pixel in pixels])
        middle = exact.resize((size[0] // 4, size[1] // 4), Image.Resampling.BICUBIC)
        bands.append(middle.point(lambda value: value * 1 + 0.5).convert("L"))
    return Image.merge("RGB", bands).resize(size, Image.Resampling.BILINEAR)


def _pixels(colors: Sequence[RGB], seed: str) -> list[tuple[float, float, float]]:
    labs = [to_lab(color) for color in colors]
    axes = tuple(zip(*labs, strict=True))
    found = []
    for weights in _weights(len(colors), seed):
        lightness, a, b = (sum(map(float.__mul__, weights, axis)) for axis in axes)
        found.append(exact_rgb((lightness, a, b)))
    return found


@lru_cache(maxsize=64)
def _weights(count: int, seed: str) -> tuple[tuple[float, ...], ...]:
    """For each pixel, row by row, how much of each colour is in it; these add up to 1."""
    places = random.Random(seed)  # noqa: S311 (a picture, not a secret)
    glows = []
    for number in range(count):
        along = number / max(1, count - 1)
        glows.append((along + places.uniform(-0.12, 0.12), 1 - along + places.uniform(-0.18, 0.18)))
    wide, high = _GRID
    found = []
    for row in range(high):
        for column in range(wide):
            x, y = column / (wide - 1), row / (high - 1)
            weights = [
                math.exp(-((x - across) ** 2 + (y - down) ** 2) / (2 * _SOFTNESS**2)) + 1e-6
                for across, down in glows
            ]
            whole = sum(weights)
            found.append(tuple(weight / whole for weight in weights))
    return tuple(found)
