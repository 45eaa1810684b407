"""Masks of rounded shapes."""

from __future__ import annotations

import pytest

from hugo_helpers.thumbnails.shapes import chat_icon, rounded


def test_each_corner_has_its_own_radius() -> None:
    mask = rounded(60, 40, (20, 0, 8, 3))
    assert mask.size == (60, 40)
    assert [mask.getpixel(place) for place in ((0, 0), (59, 0), (59, 39), (30, 20))] == [
        0,
        255,
        0,
        255,
    ]
    assert any(mask.crop((0, 0, 20, 20)).histogram()[1:255])


@pytest.mark.parametrize("opacity", [0.1, 0.5, 1.0])
def test_opacity(opacity: float) -> None:
    assert rounded(30, 30, (5, 5, 5, 5), opacity).getpixel((15, 15)) == round(255 * opacity)


def test_the_icon_has_three_dots() -> None:
    icon = chat_icon(40)
    assert icon.size == (50, 40)
    row = [icon.getpixel((x, 20)) < 128 for x in range(50)]
    starts = [x for x in range(1, 50) if row[x] and not row[x - 1]]
    assert len(starts) == 3
