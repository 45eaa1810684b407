"""T203: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "three dots": quote("see ⟦https://example.org/a/long/pa...⟧"),
    "ellipsis sign": quote("see ⟦https://example.org/a/long/pa…⟧"),
    "japanese full stop behind": quote("資料は⟦https://example.org/of%20...⟧。どんどん"),
    "line break behind": quote("⟦https://example.org/pa...⟧<br>next"),
    "two": quote("⟦https://a.example/x...⟧ and ⟦https://b.example/y...⟧"),
}
MISSES = {
    "whole": quote("see https://example.org/a/long/path"),
    "dots behind a space": quote("see https://example.org/a ..."),
    "dots inside": quote("https://example.org/compare/v1...v2"),
    "no link": quote("so..."),
    "outside a quote": "[x](https://example.org/a...)\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T203", text)
