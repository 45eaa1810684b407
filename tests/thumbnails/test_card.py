"""Whole cards, looked at as pixels."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from hugo_helpers.thumbnails import background, color
from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.card import Card, draw
from hugo_helpers.thumbnails.palette import Scheme
from tests.thumbnails.support import TITLES, opened, packaged, pixels

BAND = tuple(
    (hue, 1 + number % 7) for number in range(26) for hue in ("#8ab4f8", "#f29f67", "#7ccf8a")
)
SEED = Card(
    title="6ドルでR1超え！？S1の実力とは？AI界隈騒然！",
    site="まとめ",
    date="2025-02-05",
    tags=("AI", "LLM", "機械学習"),
    band=BAND,
    background=background.named("thumbnails/blue.jpg") or Background(),
)
BARE = Card("", background=SEED.background)


def test_the_same_card_gives_the_same_bytes_of_a_jpeg_in_size() -> None:
    one, other = draw(SEED, packaged()), draw(SEED, packaged())
    assert one == other
    assert opened(one.jpeg).size == (1200, 630)
    assert "".join(one.lines) == SEED.title
    assert (one.overflowed, one.missing) == (False, ())
    assert len(one.jpeg) < 250_000


@pytest.mark.parametrize("size", [(1200, 630), (600, 315), (300, 158), (800, 800), (400, 1000)])
def test_any_size(size: tuple[int, int]) -> None:
    assert opened(draw(SEED, packaged(), size).jpeg).size == size


@pytest.mark.parametrize("size", [(99, 630), (1200, 4001), (0, 0), (-1200, 630)])
def test_a_size_that_is_none(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="each side is 100 to 4000"):
        draw(SEED, packaged(), size)


def _difference(one: Card, other: Card) -> tuple[int, int, int, int] | None:
    images = [opened(draw(card, packaged()).jpeg) for card in (one, other)]
    changed = ImageChops.difference(*images).convert("L").point(lambda value: 255 * (value > 40))
    return changed.getbbox()


@pytest.mark.parametrize("words", TITLES.values(), ids=TITLES.keys())
def test_every_title_stays_within_the_margins_and_above_the_tags(words: str) -> None:
    box = _difference(replace(SEED, title=words), replace(SEED, title=""))
    assert box is not None
    left, top, right, bottom = box
    assert left >= 60
    assert right <= 1140
    assert top >= 125
    assert bottom <= 432


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("site", "まとめ速報", (70, 60, 400, 110)),
        ("date", "2025年2月5日", (930, 60, 1130, 110)),
        ("tags", ("AI", "機械学習"), (70, 500, 320, 578)),
        ("band", BAND, (52, 490, 1148, 596)),
    ],
)
def test_each_part_has_its_place(field: str, value: object, expected: tuple[int, ...]) -> None:
    box = _difference(replace(BARE, **{field: value}), BARE)
    assert box is not None
    assert all(low <= edge for low, edge in zip(expected[:2], box[:2], strict=True)), box
    assert all(edge <= high for high, edge in zip(expected[2:], box[2:], strict=True)), box


@pytest.mark.parametrize("scheme", ["auto", "dark", "light"])
@pytest.mark.parametrize(
    "name",
    ["blue", "yellow", "white", "black", "gray", "cyan_orange2", "red_green", "hotpink", "tomato"],
)
def test_text_is_legible_on_what_was_really_drawn(name: str, scheme: Scheme) -> None:
    """Without its title a card shows what lies behind the title: every pixel has to do."""
    card = Card("", background=background.named(name) or Background(), scheme=scheme)
    image = opened(draw(card, packaged()).jpeg).resize((120, 63), Image.Resampling.BOX)
    lettered = opened(draw(replace(card, title="■" * 9), packaged()).jpeg)
    ink = lettered.getpixel((200, 300))
    assert isinstance(ink, tuple)
    worst = min(color.contrast(ink, pixel) for pixel in pixels(image))
    assert worst >= 4.5


@pytest.mark.parametrize("fill", ["white", "yellow", "black", "#777"])
def test_white_text_is_legible_on_every_photo(tmp_path: Path, fill: str) -> None:
    path = tmp_path / "photo.png"
    photo = Image.new("RGB", (400, 300), fill)
    photo.paste((255, 255, 255), (100, 50, 110, 60))
    photo.save(path)
    card = Card("", background=background.photograph(path))
    image = opened(draw(card, packaged()).jpeg).resize((120, 63), Image.Resampling.BOX)
    assert min(color.contrast((255, 255, 255), pixel) for pixel in pixels(image)) >= 4.5


def test_a_card_may_be_empty() -> None:
    drawn = draw(Card(""), packaged())
    assert drawn.lines == ()
    assert opened(drawn.jpeg).size == (1200, 630)


def test_hostile_values_everywhere() -> None:
    noise = "\u202eあ\u0301\x00\ud800" * 20_000
    tags = ("", " ", noise, "x" * 100_000, *(f"tag {number}" for number in range(500)))
    drawn = draw(
        replace(SEED, title=noise, site=noise, date=noise, tags=tags, band=BAND * 100), packaged()
    )
    assert drawn.overflowed
    assert drawn.lines[-1].endswith("…")
    _, top, _, bottom = _difference(replace(SEED, site=noise, date=noise), SEED) or (0, 0, 0, 0)
    assert (top > 50, bottom < 125) == (True, True)


def test_what_no_font_has_is_reported_from_every_part() -> None:
    card = replace(SEED, title="題\ue000", site="\ue001", date="\ue002", tags=("\ue003",))
    drawn = draw(card, packaged())
    assert drawn.missing == ("\ue000", "\ue001", "\ue002", "\ue003")
    assert drawn.lines == ("題〓",)


def test_a_colour_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="'bleu'"):
        draw(replace(SEED, band=(("bleu", 1),)), packaged())


def test_a_photo_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8 not really")
    with pytest.raises(ValueError, match=r"photo\.jpg"):
        draw(replace(SEED, background=background.photograph(path)), packaged())


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import hashlib\n"
        "from tests.thumbnails.support import packaged\n"
        "from tests.thumbnails.test_card import SEED, draw\n"
        "print(hashlib.sha256(draw(SEED, packaged()).jpeg).hexdigest())\n"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
        )
        expected = hashlib.sha256(draw(SEED, packaged()).jpeg).hexdigest()
        assert done.stdout.strip() == expected
