"""The layouts, as pixels: every part in its box, legible on what lies behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from hugo_helpers.thumbnails import background, color
from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.card import Card, draw
from hugo_helpers.thumbnails.palette import Scheme
from hugo_helpers.thumbnails.template import Part, Template
from hugo_helpers.thumbnails.template_file import built_in
from tests.thumbnails.support import TITLES, generated, opened, packaged, pixels
from tests.thumbnails.test_card import SEED

TEMPLATES = {name: built_in(name) for name in ("band", "quote", "paper")}
_VALUES = {
    "title": "題名" * 3,
    "site": "まとめ速報",
    "date": "2025年2月5日",
    "tags": ("AI", "機械学習"),
    "band": (("#c0392b", 5), ("#2e86c1", 3)),
}
_NAMES = {"band": "thread"}


def _changed(one: Card, other: Card) -> tuple[int, int, int, int] | None:
    images = [opened(draw(card, packaged()).jpeg) for card in (one, other)]
    difference = ImageChops.difference(*images).convert("L")
    return difference.point(lambda value: 255 * (value > 40)).getbbox()


def _assert_inside(box: tuple[int, int, int, int] | None, part: Part) -> None:
    assert box is not None
    left, top, right, bottom = box
    # A glyph may reach over its advance, and a descender below the em box, by a hair.
    slack = 1 + 0.13 * part.sizes[1]
    assert part.left - slack <= left
    assert right <= part.left + part.width + slack
    assert part.top - slack <= top
    assert bottom <= part.top + part.height + slack


@pytest.mark.parametrize("layout", TEMPLATES)
@pytest.mark.parametrize("field", _VALUES)
def test_each_part_stays_in_its_box(layout: str, field: str) -> None:
    template = TEMPLATES[layout]
    bare = Card("", background=SEED.background, template=template)
    show = _NAMES.get(field, field)
    part = next(one for one in template.parts if one.show == show)
    _assert_inside(_changed(replace(bare, **{field: _VALUES[field]}), bare), part)  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", TEMPLATES)
def test_every_title_stays_in_its_box(layout: str) -> None:
    template = TEMPLATES[layout]
    bare = Card("", background=SEED.background, template=template)
    part = next(one for one in template.parts if one.show == "title")
    for words in (*TITLES.values(), *generated(20, seed=3)):
        if words.strip():
            _assert_inside(_changed(replace(bare, title=words), bare), part)


@pytest.mark.parametrize("layout", TEMPLATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["blue", "yellow", "gray", "cyan_orange2", "hotpink"])
def test_the_title_is_legible_on_what_was_drawn(layout: str, scheme: Scheme, name: str) -> None:
    template = TEMPLATES[layout]
    part = next(one for one in template.parts if one.show == "title")
    box = (part.left, part.top, part.left + part.width, part.top + part.height)
    behind = background.named(name) or Background()
    card = Card("", background=behind, scheme=scheme, template=template)
    bare, lettered = (
        opened(draw(one, packaged()).jpeg).crop(box) for one in (card, replace(card, title="■" * 3))
    )
    ground = pixels(bare.resize((60, 20), Image.Resampling.BOX))
    difference = ImageChops.difference(lettered, bare).convert("L")
    _, most = difference.getextrema()
    assert isinstance(most, int)
    where = difference.point(lambda value: 255 * (value >= most - 8)).getbbox()
    assert where is not None
    lights = {color.luminance(pixel) for pixel in ground[:20]}
    ink = max(
        dict.fromkeys(pixels(lettered.crop(where))),
        key=lambda pixel: _contrast(color.luminance(pixel), lights),
    )
    assert min(color.contrast(ink, pixel) for pixel in ground) >= 4.5


def _contrast(light: float, others: Iterable[float]) -> float:
    """The least contrast of a luminance with others."""
    return min((max(light, one) + 0.05) / (min(light, one) + 0.05) for one in others)


def test_alignment_moves_what_is_written() -> None:
    edges = []
    for align in ("left", "center", "right"):
        part = Part("title", 100, 100, 1000, 300, align=align)
        card = Card("", template=Template((part,), "colors", ("#203040",)))
        box = _changed(replace(card, title="日本"), card)
        assert box is not None
        edges.append(box[0])
    assert edges[0] < edges[1] < edges[2]


def test_a_part_is_as_wide_as_it_was_spoken() -> None:
    part = Part("thread", 0, 0, 1200, 100, style="band")
    template = Template((part,), "colors", ("#203040",))
    card = Card("", band=(("#ff0000", 1), ("#00ff00", 2), ("#ff0000", 1)), template=template)
    image = opened(draw(card, packaged()).jpeg)
    left, right = image.getpixel((590, 50)), image.getpixel((610, 50))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > left[1]
    assert right[1] > right[0]
