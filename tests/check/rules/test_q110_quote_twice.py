"""Q110: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "one time in two styles": quote(created_at="2025-02-05T16:48:02")
    + quote(created_at="2025/02/05 16:48:02").replace("matomeQuote", "⟦matomeQuote⟧"),
    "twice": quote(created_at="2025-02-05")
    + quote(created_at="2025-02-05").replace("matomeQuote", "⟦matomeQuote⟧"),
    "with another between": quote() + quote("b") + quote().replace("matomeQuote", "⟦matomeQuote⟧"),
    "three times": quote() + quote().replace("matomeQuote", "⟦matomeQuote⟧") * 2,
}
MISSES = {
    "other time": quote(created_at="2025-02-05") + quote(created_at="2025-02-06"),
    "no time in two ways": quote(created_at="soon") + quote(created_at="later"),
    "other user": quote() + quote(user="bob"),
    "empty ones are another finding": quote("") + quote(""),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q110", text)


def test_it_is_deleted_only_when_asked_for() -> None:
    kept = quote() + quote("b")
    assert_mends("Q110", kept + quote(), kept, "unsafe")
    assert_mends("Q110", kept + quote(), kept + quote())
