"""F103: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "other month": '+++\ndate = "2025-02-05T00:00:00"\nmonths = ⟦"2025/03"⟧\n+++\n',
    "a real date": '+++\ndate = 2025-02-05\nmonths = ⟦"2024/02"⟧\n+++\n',
    "yaml": "---\ndate: 2025-02-05\nmonths: ⟦2025/1⟧\n---\n",
}
MISSES = {
    "fits": '+++\ndate = "2025-02-05T00:00:00"\nmonths = "2025/02"\n+++\n',
    "a list": '+++\ndate = "2025-02-05T00:00:00"\nmonths = ["2025/02"]\n+++\n',
    "no date": '+++\nmonths = "2025/02"\n+++\n',
    "no months": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F103", text)
