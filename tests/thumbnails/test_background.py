"""Backgrounds: what a name means, and stock images."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.thumbnails import background
from hugo_helpers.thumbnails.background import Background, choose, named, photograph, stock, vivid
from hugo_helpers.thumbnails.palette import palette
from tests.thumbnails.support import opened, pixels

BLUE, CYAN, ORANGE = "#0000ff", "#00ffff", "#ffa500"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thumbnails/blue.jpg", Background((BLUE,))),
        ("blue", Background((BLUE,))),
        ("Blue.PNG", Background((BLUE,))),
        ("a/b/cyan_orange2.jpg", Background((CYAN, ORANGE), "2")),
        ("cyan-orange-12.webp", Background((CYAN, ORANGE), "12")),
        ("rebeccapurple7.jpeg", Background(("#663399",), "7")),
        ("lightgoldenrodyellow_darkslategray.jpg", Background(("#fafad2", "#2f4f4f"))),
    ],
)
def test_named(name: str, expected: Background) -> None:
    assert named(name) == expected


@pytest.mark.parametrize(
    "name",
    ["", "photo.jpg", "blue_photo.jpg", "bluish.jpg", "blue.svg", "blue_red_green.jpg", "12.jpg",
     "blue12345.jpg", "ｂｌｕｅ.jpg", "blue２.jpg", "thumbnails/", "#0000ff.jpg", "blue.jpg.exe"],
)  # fmt: skip
def test_not_named(name: str) -> None:
    assert named(name) is None
    assert stock(name) is None


@pytest.mark.parametrize(
    "name", ["../blue.jpg", "/blue.jpg", "a/../blue.jpg", "blue.png", "C:/red.jpg"]
)
def test_stock_draws_nothing_that_could_not_lie_there(name: str) -> None:
    assert stock(name) is None


@pytest.mark.parametrize("name", ["thumbnails/blue.jpg", "cyan_orange2.jpg", "white.jpg", "black"])
def test_stock_is_the_same_every_time_and_shows_its_colour(name: str) -> None:
    first, second = stock(name), stock(name)
    assert first is not None
    assert first == second
    image = opened(first)
    assert image.size == (1200, 630)
    assert len(set(pixels(image.resize((12, 6))))) > 20
    if "blue" in name:
        ((red, green, blue),) = pixels(image.resize((1, 1)))
        assert blue > 150 > max(red, green)


def test_variants_differ() -> None:
    assert stock("blue.jpg") != stock("blue2.jpg") != stock("blue3.jpg")


def test_stock_has_the_size_that_is_asked() -> None:
    drawn = stock("gold.jpg", (640, 360))
    assert drawn is not None
    assert opened(drawn).size == (640, 360)


def test_speakers_are_those_who_spoke_most() -> None:
    band = (("#b40052", 2), ("#0065b3", 5), ("#008000", 1), ("#b40052", 4))
    assert background.speakers(band) == background.speakers((("#b40052", 6), ("#0065b3", 5)))
    assert background.speakers(band) != background.speakers((("#0065b3", 6), ("#b40052", 5)))
    assert len(background.speakers(()).colors) == 1


@pytest.mark.parametrize(
    ("hue", "is_light"),
    [("#b8860b", True), ("#556b2f", True), ("#b40052", False), ("#0065b3", False)],
)
def test_a_yellow_speaker_gets_a_light_card(hue: str, *, is_light: bool) -> None:
    chosen = palette(vivid(background.speakers(((hue, 1),)).colors), "auto")
    assert chosen.is_light is is_light


def test_choose_takes_the_sites_image_then_the_name_then_the_speakers(tmp_path: Path) -> None:
    band = (("#123456", 1),)
    (tmp_path / "blue.jpg").write_bytes(b"the site's own")
    own = choose(tmp_path / "blue.jpg", "blue.jpg", band)
    assert own.image == tmp_path / "blue.jpg"
    assert own.digest
    assert choose(None, "red.jpg", band).colors == ("#ff0000",)
    assert choose(None, "cat.jpg", band) == background.speakers(band)
    assert choose(None, "", band) == background.speakers(band)


@pytest.mark.parametrize("name", ["blue.jpg", "cyan_orange2.jpg"])
def test_a_stock_image_that_was_written_still_counts_as_its_colours(
    tmp_path: Path, name: str
) -> None:
    drawn = stock(name)
    assert drawn is not None
    path = tmp_path / name
    path.write_bytes(drawn)
    assert photograph(path) == named(name)


@pytest.mark.parametrize("gray", ["black", "white", "gray", "#808080"])
def test_grays_get_some_depth(gray: str) -> None:
    assert len(set(background.vivid((gray,)))) == 3
