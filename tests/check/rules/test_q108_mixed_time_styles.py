"""Q108: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "slashes": quote(created_at="2025-02-05T16:48:02") * 2
    + quote(created_at="⟦2025/02/05 16:49:02⟧"),
    "hyphens": quote(created_at="2025/02/05 16:48:02") * 2
    + quote(created_at="⟦2025-02-05T16:49:02⟧"),
    "no T": quote(created_at="2025-02-05T16:48:02") * 2 + quote(created_at="⟦2025-02-05 16:49:02⟧"),
    "zone": quote(created_at="2025-02-05T16:48:02") * 2
    + quote(created_at="⟦2025-02-05T16:49:02Z⟧"),
    "the first of two": quote(created_at="2025-02-05T16:48:02")
    + quote(created_at="⟦2025/02/05 16:49:02⟧"),
}
MISSES = {
    "alike": quote(created_at="2025-02-05T16:48:02") + quote(created_at="2025-02-05T16:49:02"),
    "no seconds": quote(created_at="2025-02-05T16:48:02") + quote(created_at="2025-02-05T16:49"),
    "day alone": quote(created_at="2025-02-05T16:48:02") + quote(created_at="2025/02/05"),
    "no time": quote(created_at="2025-02-05T16:48:02") + quote(created_at="soon"),
    "zones": quote(created_at="2025-02-05T16:48:02Z")
    + quote(created_at="2025-02-05T16:48:02+09:00"),
    "none": quote() + quote(created_at="2025-02-05T16:48:02"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q108", text)


def test_most_decide() -> None:
    usual = quote(created_at="2025-02-05T16:48:02") * 2
    before = usual + quote(created_at="2025/02/05 16:49:02")
    assert_mends("Q108", before, usual + quote(created_at="2025-02-05T16:49:02"))


def test_zones_are_turned_by_the_zone_of_the_site() -> None:
    plain, zoned = (quote(created_at=f"2025-02-05T16:48:02{zone}") for zone in ("", "Z"))
    other = quote(created_at="2025/02/05 16:49:02+09:00")
    assert_mends("Q108", plain * 2 + other, plain * 2 + quote(created_at="2025-02-05T07:49:02"))
    late = quote(created_at="2025/02/05 16:49")
    assert_mends("Q108", zoned * 2 + late, zoned * 2 + quote(created_at="2025-02-05T16:49:00Z"))
