"""Colours and contrasts, held against coloraide."""

from __future__ import annotations

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.css_colors import contrast, is_color, meant, rgb
from hugo_helpers.site.css import NAMES

COLORS = (
    *(
        "#f00",
        "#F00a",
        "#ff5733",
        "#ff573380",
        "tomato",
        "Tomato ",
        "rgb(1, 2, 3)",
        "rgb(10% 20% 30%)",
    ),
    *("rgb(1 2 3 / 50%)", "rgba(1,2,3,.5)", "hsl(120 50% 50%)", "hsl(120deg, 50%, 50%)"),
    *("hsla(300, 100%, 25%, 1)", "hsl(0 0% 100%)", "rgb(300 -5 0)"),
)
OTHERS = ("transparent", "currentColor", "oklch(70% 0.1 120)", "var(--mtm-hue)", "lab(50% 1 2)", "")
NONE = (
    "#ff573",
    "ff5733",
    "#gggggg",
    "reddish",
    "rgb(1,2)",
    "hsl(a b c)",
    "url(x)",
    "red; x",
    "１",
)


@pytest.mark.parametrize("color", COLORS)
def test_color(color: str) -> None:
    assert is_color(color)
    expected = [min(max(c, 0), 1) for c in Color(color.strip()).convert("srgb").coords()]
    assert rgb(color) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("color", OTHERS)
def test_colors_that_are_not_computed(color: str) -> None:
    assert is_color(color)
    assert rgb(color) is None


@pytest.mark.parametrize("color", NONE)
def test_no_color(color: str) -> None:
    assert not is_color(color)
    assert rgb(color) is None


OLDER = {"mediumpurple", "palevioletred"}
"""coloraide has the values of an older list for these."""


@pytest.mark.parametrize("name", sorted(NAMES.keys() - OLDER))
def test_names(name: str) -> None:
    assert rgb(name) == pytest.approx(Color(name).coords())


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_contrast(one: int, other: int) -> None:
    first, second = f"#{one:06x}", f"#{other:06x}"
    left, right = rgb(first), rgb(second)
    assert left is not None
    assert right is not None
    expected = Color(first).contrast(second, method="wcag21")
    assert contrast(left, right) == pytest.approx(expected, rel=1e-3)
    assert contrast(left, right) == contrast(right, left)


MEANT = {
    "ff5733": "#ff5733",
    "＃ｆｆ５７３３": "#ff5733",
    "tomatoe": "tomato",
    "dark blue": "darkblue",
    "#ff573": None,
    "yes": None,
    "赤": None,
    "x" * 100_000: None,
}


@pytest.mark.parametrize(("written", "color"), MEANT.items(), ids=[key[:9] for key in MEANT])
def test_the_color_that_was_meant(written: str, color: str | None) -> None:
    assert meant(written) == color
