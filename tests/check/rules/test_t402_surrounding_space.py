"""T402: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

RAW = "{{<matomeQuote body=`%s` userName=`ann`>}}\n"

HITS = {
    "before": quote("⟦ ⟧Hello"),
    "behind": quote("Hello⟦  ⟧"),
    "both": quote("⟦ ⟧Hello⟦ ⟧"),
    "tab and no-break space": quote("⟦\t\xa0⟧Hello"),
    "full-width behind": quote("こんにちは⟦　⟧"),
    "break before": quote("⟦<br>⟧Hello"),
    "break behind": quote("Hello⟦<br>⟧"),
    "mixed": quote("⟦ <br/> <BR>⟧Hello⟦<br> <br /> ⟧"),
    "lines": RAW % "⟦\n⟧Hello⟦\n⟧",
    "user's name": quote(user="ann⟦ ⟧"),
    "full-width before the name": quote(user="⟦　⟧ann"),
    "all": quote("⟦ ⟧Hello", user="⟦ ⟧ann⟦ ⟧"),
}
MISSES = {
    "none": quote("Hello<br>World"),
    "indented": quote("　こんにちは"),
    "tag": quote("<T> is a <T>"),
    "empty": quote(""),
    "space only": quote(" "),
    "breaks only": quote("<br><br>"),
    "inside": quote("a  b <br> c"),
    "outside of quotes": " Hello \n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T402", text)


def test_is_deleted() -> None:
    before = quote(" <br> Hello<br>World <br>", user=" ann　")
    assert_mends("T402", before, quote("Hello<br>World"))
