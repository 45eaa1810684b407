"""The contact sheet as a file: what needs a look stands first, and nothing in it acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from hugo_helpers.report import contact
from hugo_helpers.report.contact import Tile, as_html, miniature, ordered, summary


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.jpg"
    Image.new("RGB", (1200, 630), "#204060").save(path)
    return path


FINE = Tile(Path("card.jpg"), "a.md", "Title", 80)
SMALL = FINE._replace(name="b.md", size=50)
CUT = FINE._replace(name="c.md", cut=True)
REFUSED = FINE._replace(name="e.md", problem="image x.png: over 25 megapixels")
LACKING = FINE._replace(name="d.md", missing="\ue000 \ue001")


def test_what_needs_a_look_stands_first_and_then_the_smallest_titles() -> None:
    tiles = ordered([FINE, SMALL, REFUSED, CUT, LACKING, SMALL._replace(name="a2.md")])
    assert [tile.name for tile in tiles] == ["d.md", "c.md", "e.md", "a2.md", "b.md", "a.md"]


@pytest.mark.parametrize(
    ("tiles", "told"),
    [
        ([FINE], "1 card"),
        ([FINE] * 1200, "1,200 cards"),
        ([REFUSED], "1 card, 1 without the image of the post"),
        ([CUT, LACKING], "2 cards, 1 with a title cut off, 1 with characters that no font has"),
    ],
)
def test_summary(tiles: list[Tile], told: str) -> None:
    assert summary(tiles) == told


class Parsed(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(key, value or "") for key, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_sheet_is_one_file_that_does_nothing(card: Path) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x00\ud800'
    tiles = [LACKING._replace(path=card, name=evil, title=evil, missing="< \u202e")] * 2
    text = "".join(as_html(tiles, evil))
    text.encode()
    page = Parsed(text)
    assert page.tags.count("img") == 2
    assert not {"script", "a", "link", "iframe"} & set(page.tags)
    assert {value[:23] for key, value in page.attributes if key in ("src", "href")} == {
        "data:image/jpeg;base64,"
    }
    assert not [key for key, _ in page.attributes if key.startswith("on")]
    assert "\u202e" not in text
    assert "no font has < (U+003C)" in page.text
    assert evil[:25] in page.text


def test_headings(card: Path) -> None:
    tiles = [tile._replace(path=card) for tile in (LACKING, CUT, SMALL, FINE)]
    text = "".join(as_html(tiles, "Site"))
    order = re.findall(r"<h2>([^<]+)|<span>([^<]+)", text)
    assert ["".join(one) for one in order] == [
        *("Look at these", "d.md", "c.md"),
        *("Smallest titles first", "b.md", "a.md"),
    ]


def test_many_cards_are_small_and_very_many_are_left_out(
    card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = max(map(len, as_html([FINE._replace(path=card)] * 2, "")))
    monkeypatch.setattr(contact, "_FEW", 1)
    monkeypatch.setattr(contact, "MOST", 3)
    pieces = list(as_html([FINE._replace(path=card)] * 5, ""))
    assert max(map(len, pieces)) < few
    assert sum("<img" in piece for piece in pieces) == 3
    assert "2 more cards are not on this sheet" in pieces[-2]


@pytest.mark.parametrize("name", ["none.jpg", "text.jpg", "."])
def test_a_card_that_cannot_be_read_is_gray(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.jpg").write_text("no image")
    image = miniature(FINE._replace(path=tmp_path / name), 300)
    assert (image.size, image.getpixel((9, 9))) == ((300, 158), (153, 153, 153))
