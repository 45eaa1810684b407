"""Q107: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import context

LATER = quote(created_at="2025-02-05T10:00:00") + quote("b", created_at="2025-02-06T10:00:00")

HITS = {
    "a year": LATER + quote(created_at="⟦2024-02-05T10:00:00⟧"),
    "a second": LATER + quote(created_at="⟦2025-02-04T23:59:59⟧"),
    "a zone of its own": LATER + quote(created_at="⟦2025-02-05T08:59:59+09:00⟧"),
    "two days": LATER + quote(created_at="⟦2025/02/03 23:59:59⟧"),
    "half of them": LATER
    + quote(created_at="⟦2025-02-01⟧")
    + quote("b", created_at="⟦2025-01-31⟧"),
}
MISSES = {
    "later": LATER,
    "the very moment": LATER + quote(created_at="2025-02-05T00:00:00"),
    "all are older: published later": quote(created_at="2025-01-01T10:00:00"),
    "most are older": LATER
    + quote(created_at="2025-01-01")
    + quote(created_at="2025-01-02")
    + quote(created_at="2025-01-03"),
    "no date": "+++\ntitle = 'a'\n+++\n" + LATER + quote(created_at="2024-02-05T10:00:00"),
    "a date that is none": "+++\ndate = 'soon'\n+++\n" + LATER + quote(created_at="2024-02-05"),
    "a zone of its own": LATER + quote(created_at="2025-02-04T23:59:59-09:00"),
    "no times": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q107", text)


TEN = quote("a", created_at="2025-02-04T10:00:00")
SIXTEEN = quote("b", created_at="2025-02-04T16:00:00")


@pytest.mark.parametrize(
    ("hugo", "quotes", "date", "count"),
    [
        ("timeZone = 'Asia/Tokyo'", "UTC", "2025-02-05", 1),
        ("timeZone = 'UTC'", "UTC", "2025-02-05", 2),
        ("", "America/Los_Angeles", "2025-02-05", 1),
        ("", "Nowhere/Else", "2025-02-05", 2),
        ("timeZone = 'Nowhere/Else'", "UTC", "2025-02-05", 2),
        ("timeZone = 'UTC'", "UTC", "2025-02-05T00:00:00+09:00", 1),
        ("timeZone = 'Asia/Tokyo'", "UTC", "2025-02-05T00:00:00Z", 2),
    ],
)
def test_zones_are_those_of_the_site(
    tmp_path: Path, hugo: str, quotes: str, date: str, count: int
) -> None:
    (tmp_path / "hugo.toml").write_text(f"{hugo}\n")
    made = post(f"+++\ndate = {date}\n+++\n" + LATER + TEN + SIXTEEN)
    made.context = context(root=tmp_path, timezone=quotes)
    check = RULES["Q107"].body.post
    assert check is not None
    assert len(list(check(made))) == count
