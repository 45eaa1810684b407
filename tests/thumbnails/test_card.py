"""Whole cards, looked at as pixels."""

from __future__ import annotations

import io

from PIL import Image

from hugo_helpers.thumbnails import background
from hugo_helpers.thumbnails.card import Card, draw
from hugo_helpers.thumbnails.fonts import find

SEED = Card(
    title="6ドルでR1超え！？S1の実力とは？AI界隈騒然！",
    site="Matome",
    date="2025-02-05",
    tags=("AI", "LLM", "機械学習"),
    band=(("#8ab4f8", 3), ("#f29f67", 1), ("#8ab4f8", 2)),
    background=background.named("thumbnails/blue.jpg") or background.Background(),
)


def test_the_same_card_gives_the_same_bytes_of_a_jpeg_in_size() -> None:
    fonts = find()
    one, other = draw(SEED, fonts), draw(SEED, fonts)
    assert one == other
    image = Image.open(io.BytesIO(one.jpeg))
    assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert "".join(one.lines) == SEED.title
    assert (one.overflowed, one.missing) == (False, ())
