"""Q113: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "twice": quote("a", id="x") + quote("b", id="⟦x⟧"),
    "three times": quote("a", id="x") + quote("b", id="⟦x⟧") * 2,
    "a bubble": quote("a", id="x")
    + '{{<matomeBubble userName="a" id="⟦x⟧">}}b{{</matomeBubble>}}\n',
    "below a bubble": '{{<matomeBubble userName="a" id="x">}}b{{</matomeBubble>}}\n'
    + quote("a", id="⟦x⟧"),
}
MISSES = {
    "two": quote("a", id="x") + quote("b", id="y"),
    "case": quote("a", id="x") + quote("b", id="X"),
    "empty": quote("a", id="") + quote("b", id=""),
    "may not be used": quote("a", id="最初") + quote("b", id="最初"),
    "none": quote() + quote("b"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q113", text)
