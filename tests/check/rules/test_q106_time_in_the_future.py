"""Q106: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote

HITS = {
    "century": quote(created_at="⟦2225-02-05T16:48:02⟧"),
    "slashes": quote(created_at="⟦2225/02/05 16:48:02⟧"),
    "day alone": quote(created_at="⟦2225-02-05⟧"),
    "one of two": quote(created_at="2025-02-05T16:48:02")
    + quote(created_at="⟦9999-12-31T23:59:59⟧"),
    "one is no time": quote(created_at="soon") + quote(created_at="⟦2225-02-05T16:48:02⟧"),
}
MISSES = {
    "past": quote(created_at="2025-02-05T16:48:02"),
    "no time": quote(created_at="soon"),
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q106", text)


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("2025-02-06T11:59:00", 0),
        ("2025-02-06T12:01:00", 1),
        ("2025-02-06T20:59:00+09:00", 0),
        ("2025-02-06T21:01:00+09:00", 1),
    ],
)
def test_a_day_is_allowed_for_zones(written: str, count: int) -> None:
    checked = post(quote(created_at=written))
    now = datetime(2025, 2, 5, 12, tzinfo=UTC)
    checked.context = checked.context._replace(moment=now)
    check = RULES["Q106"].body.post
    assert check is not None
    assert len(list(check(checked))) == count


def test_goes_away_with_time() -> None:
    assert RULES["Q106"].passing
