"""Q105: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "no such day": quote(created_at="⟦2025-02-30T10:00:00⟧"),
    "no such day, with slashes": quote(created_at="⟦2025/02/30 10:00:00⟧"),
    "words": quote(created_at="⟦yesterday⟧"),
    "mixed signs": quote(created_at="⟦2025-02/03 10:00:00⟧"),
    "hour": quote(created_at="⟦2025-02-03T25:00:00⟧"),
    "hour 24": quote(created_at="⟦2025-02-03T24:00:00⟧"),
    "minute": quote(created_at="⟦2025-02-03T10:60:00⟧"),
    "month": quote(created_at="⟦2025-13-03T10:00:00⟧"),
    "one digit": quote(created_at="⟦2025-2-3T10:00:00⟧"),
    "zone": quote(created_at="⟦2025-02-03T10:00:00+25:00⟧"),
    "name of a zone": quote(created_at="⟦2025-02-03T10:00:00 JST⟧"),
    "full-width digits": quote(created_at="⟦２０２５-02-03T10:00:00⟧"),
    "week": quote(created_at="⟦2025-W06⟧"),
    "no signs": quote(created_at="⟦20250203⟧"),
    "one of two": quote(created_at="2025-02-03T10:00:00") + quote(created_at="⟦soon⟧"),
    "bubble": '{{<matomeBubble userName="a" createdAt="⟦soon⟧">}}b{{</matomeBubble>}}\n',
}
MISSES = {
    "iso": quote(created_at="2025-02-05T16:48:02"),
    "slashes": quote(created_at="2025/09/27 15:01:17"),
    "zone": quote(created_at="2025-02-05T16:48:02+09:00"),
    "utc": quote(created_at="2025-02-05T16:48:02Z"),
    "no seconds": quote(created_at="2025-02-05 16:48"),
    "parts of a second": quote(created_at="2025-02-05T16:48:02.123Z"),
    "day alone": quote(created_at="2025-02-05"),
    "29 February": quote(created_at="2024-02-29T10:00:00"),
    "space around": quote(created_at=" 2025-02-05 "),
    "none": quote(created_at=""),
    "missing": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q105", text)


def test_what_can_be_read_in_one_way_is_written_in_iso() -> None:
    before = quote(created_at="2025年2月5日 16時48分") + quote(created_at="02/05/2025")
    assert_mends("Q105", before, before.replace("2025年2月5日 16時48分", "2025-02-05T16:48:00"))
