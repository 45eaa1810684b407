"""Palettes: contrast, for every colour name there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageColor

from hugo_helpers.thumbnails import color
from hugo_helpers.thumbnails.background import vivid
from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.palette import Scheme, bubble_colors, palette, scrim

HUES = ("#8ab4f8", "#f29f67", "#111111", "#ffffff", "#00ff00")
channels = st.integers(0, 255)


@pytest.mark.parametrize("scheme", ["auto", "dark", "light"])
def test_text_is_legible_on_every_named_colour(scheme: Scheme) -> None:
    for name in ImageColor.colormap:
        chosen = palette(vivid((name,)), scheme)
        for ground in chosen.grounds:
            assert color.contrast(chosen.title, ground) >= 4.7, name
            assert color.contrast(chosen.quiet, ground) >= 4.5, name
        if scheme != "auto":
            assert chosen.is_light is (scheme == "light")


def test_bubbles_stand_out_of_their_pane() -> None:
    for name in ImageColor.colormap:
        chosen = palette(vivid((name,)), "auto")
        for bubble in bubble_colors(HUES, chosen).values():
            for ground in chosen.grounds:
                behind = color.mix(ground, chosen.pane, chosen.opacity)
                assert color.contrast(bubble, behind) >= 2.0, name


@pytest.mark.parametrize(
    ("name", "is_light"), [("yellow", True), ("white", True), ("blue", False), ("black", False)]
)
def test_light_colours_get_dark_text(name: str, *, is_light: bool) -> None:
    assert palette(vivid((name,)), "auto").is_light is is_light


@given(st.tuples(channels, channels, channels))
def test_a_scrim_is_as_thick_as_it_has_to_be(brightest: RGB) -> None:
    share = scrim(brightest, 5.0)
    dark = color.mix(brightest, (0, 0, 0), share)
    assert color.contrast((255, 255, 255), dark) >= 5.0
    assert share <= 0.62


def test_a_hue_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="'bleu'"):
        bubble_colors(("bleu",), palette(vivid(("red",)), "auto"))
