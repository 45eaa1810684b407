"""The contact sheet as images: pages that stay small, however many cards there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from hugo_helpers.report.contact import Tile
from hugo_helpers.report.contact_pages import pages
from tests.thumbnails.support import packaged, pixels


@pytest.fixture
def tile(tmp_path: Path) -> Tile:
    path = tmp_path / "card.jpg"
    Image.new("RGB", (1200, 630), "#204060").save(path)
    return Tile(path, "content/posts/記事.md", "題", 80)


@pytest.mark.parametrize(("count", "shown"), [(1, [1]), (120, [120]), (201, [200, 201])])
def test_every_card_is_on_a_page(tile: Tile, count: int, shown: list[int]) -> None:
    found = [(page.shown, page.image.size) for page in pages([tile] * count, "Site", packaged())]
    assert [number for number, _ in found] == shown
    assert all(width * height < 9_000_000 for _, (width, height) in found)


def test_a_card_and_what_is_told_of_it(tile: Tile) -> None:
    fine = next(pages([tile], "", packaged())).image
    cut = next(pages([tile._replace(cut=True)], "", packaged())).image
    assert fine.getpixel((100, 100)) == pytest.approx((32, 64, 96), abs=3)

    def reds(image: Image.Image) -> int:
        lower = image.crop((0, 230, 324, image.height))
        return sum(red > 150 > 60 > green for red, green, _ in pixels(lower))

    assert reds(fine) == 0
    assert reds(cut) > 50


def test_hostile_names(tile: Tile) -> None:
    evil = tile._replace(name="\u202e\x00\ud800あ" * 50_000, missing="\x1b \u202e")
    assert [page.shown for page in pages([evil], "\n" * 100_000, packaged())] == [1]
