"""C102: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "one and none": quote(color="#ff5733") + quote("b", color="⟦⟧"),
    "none and one": quote(color="") + quote("b", color="⟦#ff5733⟧"),
}
MISSES = {
    "always": quote(color="red") + quote("b", color="red"),
    "never": quote(color="") + quote("b", color=""),
    "not given": quote() + quote("b", color="red"),
    "two colours are another finding": quote(color="red")
    + quote("b", color="blue")
    + quote(color=""),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("C102", text)


def test_none_is_highlighted_when_asked() -> None:
    before = quote(color="") + quote(color="red") + quote(user="bob", color="red")
    after = quote(color="") + quote(color="") + quote(user="bob", color="red")
    assert_mends("C102", before, before)
    assert_mends("C102", before, after, "unsafe")
