"""Q107: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

LATER = quote(created_at="2025-02-05T10:00:00") + quote("b", created_at="2025-02-06T10:00:00")

HITS = {
    "a year": LATER + quote(created_at="⟦2024-02-05T10:00:00⟧"),
    "two days": LATER + quote(created_at="⟦2025/02/03 23:59:59⟧"),
    "half of them": LATER
    + quote(created_at="⟦2025-02-01⟧")
    + quote("b", created_at="⟦2025-01-31⟧"),
}
MISSES = {
    "later": LATER,
    "a zone can explain it": LATER + quote(created_at="2025-02-04T10:00:00"),
    "all are older: published later": quote(created_at="2025-01-01T10:00:00"),
    "most are older": LATER
    + quote(created_at="2025-01-01")
    + quote(created_at="2025-01-02")
    + quote(created_at="2025-01-03"),
    "no date": "+++\ntitle = 'a'\n+++\n" + LATER + quote(created_at="2024-02-05T10:00:00"),
    "a date that is none": "+++\ndate = 'soon'\n+++\n" + LATER + quote(created_at="2024-02-05"),
    "no times": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q107", text)
