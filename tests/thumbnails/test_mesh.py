"""Gradients: the same every time, and never brighter or darker than their colours."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hugo_helpers.thumbnails import color
from hugo_helpers.thumbnails.mesh import mesh
from tests.thumbnails.support import pixels

COLORS = ((20, 40, 160), (0, 90, 120), (120, 20, 150))


def test_the_same_arguments_give_the_same_picture() -> None:
    one, other = mesh(COLORS, "2", (300, 160)), mesh(COLORS, "2", (300, 160))
    assert one.tobytes() == other.tobytes()
    assert one.tobytes() != mesh(COLORS, "3", (300, 160)).tobytes()


@pytest.mark.parametrize("size", [(1200, 630), (300, 158), (101, 777)])
def test_the_size_is_what_was_asked(size: tuple[int, int]) -> None:
    assert mesh(COLORS, "", size).size == size


def test_between_legible_colours_every_pixel_is_legible() -> None:
    limit = max(map(color.luminance, COLORS))
    small = mesh(COLORS, "", (1200, 630)).resize((120, 63))
    assert max(color.luminance(pixel) for pixel in pixels(small)) <= limit + 0.01


def test_there_are_no_steps_in_a_flat_gradient() -> None:
    row = mesh(((250, 251, 253), (236, 240, 247)), "", (1200, 630)).convert("L")
    line = [row.getpixel((x, 300)) for x in range(1200)]
    assert all(abs(one - other) <= 1 for one, other in pairwise(line))
