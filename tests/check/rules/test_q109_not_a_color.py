"""Q109: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "five digits": quote(color="⟦#ff573⟧"),
    "no hexadecimal": quote(color="⟦#gg5733⟧"),
    "no sign": quote(color="⟦ff5733⟧"),
    "misspelt": quote(color="⟦tomatoe⟧"),
    "style": quote(color="⟦red;background:url(x)⟧"),
    "function": quote(color="⟦rgb(1,2)⟧"),
    "twice": quote(color="⟦yes⟧") * 2,
    "bubble": '{{<matomeBubble userName="a" color="⟦yes⟧">}}b{{</matomeBubble>}}\n',
}
MISSES = {
    "hexadecimal": quote(color="#ff5733") + quote(color="#F53") + quote(color="#ff573380"),
    "name": quote(color="tomato") + quote(color="Tomato"),
    "functions": quote(color="rgb(1, 2, 3)")
    + quote(color="rgb(10% 20% 30% / 50%)")
    + quote(color="hsl(120deg 50% 50%)")
    + quote(color="oklch(70% 0.1 120)"),
    "keyword": quote(color="currentColor"),
    "empty": quote(color=""),
    "missing": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q109", text)
