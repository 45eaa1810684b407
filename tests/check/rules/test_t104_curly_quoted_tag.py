"""T104: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "link": quote("⟦<a href=”https://example.org/”>⟧x</a>"),
    "left and right": quote("⟦<a href=“https://example.org/”>⟧x</a>"),
    "single": quote("⟦<a href=’https://example.org/’>⟧x</a>"),
    "full width": quote("⟦<a href=＂https://example.org/＂>⟧x</a>"),
    "picture": quote("⟦<img src=”x.png”>⟧"),
    "two": quote("⟦<a href=”https://a.example/”>⟧x</a> ⟦<a href=”https://b.example/”>⟧y</a>"),
}
MISSES = {
    "straight": quote("<a href='https://example.org/'>x</a>"),
    "quotes in text": quote("”winning” な状態 <b>”x”</b>"),
    "no element": quote("<string =”x”>"),
    "no tag": quote("x =”y”"),
    "active": quote("<a href=”javascript:x”>y</a>"),
    "outside of quotes": "<a href=”https://example.org/”>x</a>\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T104", text)


MENDED = {
    "text": ("<a href=”https://example.org/x”>資料</a>だ", "資料（https://example.org/x）だ"),
    "the address itself": (
        "<a href=”https://example.org/x”>https://example.org/x</a>",
        "https://example.org/x",
    ),
    "further attributes": (
        "<a href=”https://example.org/x” rel=”nofollow”>a</a>",
        "a（https://example.org/x）",
    ),
}


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
def test_becomes_a_link(before: str, after: str) -> None:
    assert_mends("T104", quote(before), quote(after), "unsafe")
    assert_mends("T104", quote(before), quote(before))
