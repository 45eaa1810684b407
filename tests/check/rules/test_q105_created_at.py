"""Q105: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "no such day": quote(created_at="⟦2025-02-30T10:00:00⟧"),
    "words": quote(created_at="⟦yesterday⟧"),
    "mixed signs": quote(created_at="⟦2025-02/03 10:00:00⟧"),
    "hour": quote(created_at="⟦2025-02-03T25:00:00⟧"),
    "full-width digits": quote(created_at="⟦２０２５-02-03T10:00:00⟧"),
}
MISSES = {
    "iso": quote(created_at="2025-02-05T16:48:02"),
    "slashes": quote(created_at="2025/09/27 15:01:17"),
    "zone": quote(created_at="2025-02-05T16:48:02+09:00"),
    "utc": quote(created_at="2025-02-05T16:48:02Z"),
    "day alone": quote(created_at="2025-02-05"),
    "none": quote(created_at=""),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q105", text)
