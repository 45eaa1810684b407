"""Colour emoji, where the machine has a font of them."""

from __future__ import annotations

import pytest

from hugo_helpers.thumbnails import emoji
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts, find
from hugo_helpers.thumbnails.layout import Box
from hugo_helpers.thumbnails.title import fit
from tests.support.hugo import missing
from tests.thumbnails.support import packaged


@pytest.fixture(scope="module")
def colored() -> tuple[Fonts, Face]:
    fonts = find()
    face = fonts.emoji("😀")
    if face is None:
        missing("no colour emoji font on this machine (Debian: fonts-noto-color-emoji)")
    return fonts, face


@pytest.mark.parametrize("cluster", ["😀", "👨‍👩‍👧‍👦", "🇯🇵", "1️⃣", "👍🏽", "❤️", "☕"])
def test_an_emoji_is_a_colour_picture_of_the_size(
    colored: tuple[Fonts, Face], cluster: str
) -> None:
    picture = emoji.glyph(colored[1], cluster, 80)
    assert picture is not None
    assert picture.height <= 80
    assert picture.width <= round(80 * emoji.WIDTH)
    assert max(picture.width, picture.height) >= 60
    assert picture.getchannel("A").getextrema()[1] == 255


def test_a_title_with_emoji_misses_nothing(colored: tuple[Fonts, Face]) -> None:
    fitted = fit("🎉リリース！🚀", colored[0], Box(1056, 290, 128, 44))
    assert fitted.missing == ()
    assert "".join(fitted.lines) == "🎉リリース！🚀"


def test_a_text_font_holds_no_emoji() -> None:
    assert emoji.strike(packaged().faces[0]) in (0, *emoji._STRIKES)
    assert packaged().emoji("😀") is None


def test_an_emoji_no_font_has_is_left_out_and_named() -> None:
    fitted = fit("🎉リリース！🚀", packaged(), Box(1056, 290, 128, 44))
    assert fitted.lines == ("リリース！",)
    assert fitted.missing == ("🎉", "🚀")
