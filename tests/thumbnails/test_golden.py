"""Cards beside those that were looked at and found good: what differs must not be seen.

After a change that is meant to be seen: python -m tests.thumbnails.test_golden, look at what it
has written, and raise `card.VERSION`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from hugo_helpers.thumbnails import background
from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.card import Card, draw
from hugo_helpers.thumbnails.color import to_lab
from hugo_helpers.thumbnails.template_file import built_in
from tests.thumbnails.support import TITLES, opened, packaged, pixels

GOLDEN = Path(__file__).with_name("golden")
SIZE, SEEN = (300, 158), (150, 79)
# Distances of OKLab: 0.02 is about what an eye just tells apart, side by side. The worst is that
# of a thousandth of the area: one letter of a title.
MEAN, WORST = 0.008, 0.05
# In pixels of a small card: other versions of FreeType move edges by less.
BLUR = 2
_TURNS = (("#c0392b", 40), ("#2e86c1", 12), ("#27ae60", 70), ("#8e44ad", 25), ("#d68910", 9))
_BASE = Card("", "夜ふかし回覧板", "2025-02-05", ("AI", "LLM", "機械学習"), _TURNS * 5)


def _card(title: str, image: str, scheme: str = "auto", layout: str = "") -> Card:
    return replace(
        _BASE,
        title=TITLES[title],
        background=background.named(image) or Background(),
        scheme=scheme,  # type: ignore[arg-type]
        template=built_in(layout) if layout else None,
    )


CARDS = {
    "bubbles-dark": _card("seed", "blue"),
    "bubbles-light": _card("english", "pink_lavender"),
    "bubbles-cut": _card("too-long", "teal2"),
    "band": _card("mixed", "tomato_gold", layout="band"),
    "quote": _card("english", "indigo", layout="quote"),
    "quote-light": _card("numbers", "khaki", layout="quote"),
    "paper": _card("seed", "green", layout="paper"),
    "paper-dark": _card("long", "purple_pink", "dark", "paper"),
}


def small(card: Card, moved: int = 0) -> Image.Image:
    """A card as a list of posts shows it; `moved`: by so many pixels of the large one."""
    image = ImageChops.offset(opened(draw(card, packaged()).jpeg), moved)
    return image.resize(SIZE, Image.Resampling.LANCZOS)


def distances(one: Image.Image, other: Image.Image) -> list[float]:
    """How different two images look, spot by spot, the largest difference first."""
    soft = (image.filter(ImageFilter.GaussianBlur(BLUR)) for image in (one, other))
    seen = (image.resize(SEEN, Image.Resampling.BOX) for image in soft)
    return sorted(map(math.dist, *[map(to_lab, pixels(image)) for image in seen]), reverse=True)


def looks_like(one: Image.Image, other: Image.Image) -> bool:
    """Whether two small cards look alike."""
    found = distances(one, other)
    return sum(found) / len(found) < MEAN and found[len(found) // 1000] < WORST


@pytest.mark.parametrize("name", CARDS)
def test_a_card_looks_as_it_did(name: str) -> None:
    with Image.open(GOLDEN / f"{name}.jpg") as golden:
        assert looks_like(small(CARDS[name]), golden)


@pytest.mark.parametrize(
    "other",
    [
        replace(CARDS["quote"], title=TITLES["english"].replace("back", "beck")),
        replace(CARDS["quote"], site="夜ふかし回覧"),
        replace(CARDS["quote"], tags=("AI", "LLM")),
        replace(CARDS["quote"], band=_TURNS * 4),
        replace(CARDS["quote"], background=background.named("mediumblue") or Background()),
    ],
    ids=["title", "site", "tags", "band", "background"],
)
def test_a_change_of_anything_is_seen(other: Card) -> None:
    assert not looks_like(small(other), small(CARDS["quote"]))


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_edges_that_move_by_a_pixel_are_not_seen(card: Card) -> None:
    assert looks_like(small(card, moved=1), small(card))


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, card in CARDS.items():
        small(card).save(GOLDEN / f"{name}.jpg", quality=92, subsampling=0)
