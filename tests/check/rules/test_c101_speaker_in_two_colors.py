"""C101: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "two": quote(color="#ff5733") + quote("b").replace(">}}", 'color="⟦#38d3d3⟧">}}'),
    "two, one of them by two names": quote(color="red")
    + quote("b", color="⟦blue⟧")
    + quote("c", color="#f00"),
    "two and none": quote(color="") + quote("b", color="red") + quote("c", color="⟦blue⟧"),
    "two users": quote(color="red")
    + quote(user="bob", color="red")
    + quote("b", color="⟦blue⟧")
    + quote("b", user="bob", color="⟦blue⟧"),
}
MISSES = {
    "same": quote(color="#ff5733") + quote("b", color="#FF5733"),
    "one colour by several names": quote(color="#f00")
    + quote("b", color="#ff0000")
    + quote("c", color="red")
    + quote("d", color="rgb(255, 0, 0)"),
    "two users": quote(color="#ff5733") + quote("b", "bob", color="#38d3d3"),
    "one and none": quote(color="#ff5733") + quote("b", color=""),
    "no name": quote(user="", color="#ff5733") + quote(user="", color="#38d3d3"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("C101", text)


def test_all_take_the_first_one_when_asked() -> None:
    before = quote(color="red") + quote(color="") + quote(color="blue") + quote(color="#fff")
    after = quote(color="red") + quote(color="") + quote(color="red") + quote(color="red")
    assert_mends("C101", before, before)
    assert_mends("C101", before, after, "unsafe")
