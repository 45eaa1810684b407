"""Colours: names, conversions both ways, contrast as WCAG's own examples give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.thumbnails import color
from hugo_helpers.thumbnails.color import RGB

channels = st.integers(0, 255)
colors = st.tuples(channels, channels, channels)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("blue", (0, 0, 255)),
        ("RebeccaPurple", (102, 51, 153)),
        ("#fff", (255, 255, 255)),
        ("#38d3D3", (56, 211, 211)),
    ],
)
def test_parse_reads_css_names_and_hex(name: str, expected: RGB) -> None:
    assert color.parse(name) == expected


@pytest.mark.parametrize("name", ["", "bleu", "#12345", "rgb(1,2,3)", "hsl(0,0%,0%)", "#ffff"])
def test_parse_refuses_what_is_no_colour(name: str) -> None:
    with pytest.raises(ValueError, match="no CSS colour name"):
        color.parse(name)


def test_contrast_of_black_and_white_is_21() -> None:
    assert color.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert color.contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@given(colors)
def test_oklch_and_back_is_the_same_colour(rgb: RGB) -> None:
    back = color.from_lch(*color.to_lch(rgb))
    assert all(abs(one - other) <= 2 for one, other in zip(rgb, back, strict=True))


@given(colors, colors, st.floats(1.0, 4.5))
def test_legible_reaches_the_ratio(one: RGB, ground: RGB, ratio: float) -> None:
    # Black or white reaches 4.58 on any ground; rounding to whole channels may cost a little.
    assert color.contrast(color.legible(one, ground, ratio), ground) >= ratio - 0.06


@given(colors, colors)
def test_legible_leaves_alone_what_is_legible(one: RGB, ground: RGB) -> None:
    assert color.legible(one, ground, 1.0) == one


def test_mix_and_hex() -> None:
    assert color.mix((0, 0, 0), (255, 255, 255), 0.2) == (51, 51, 51)
    assert color.to_hex((1, 171, 255)) == "#01abff"
