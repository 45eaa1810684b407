"""F103: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "other month": '+++\ndate = "2025-02-05T00:00:00"\nmonths = ⟦"2025/03"⟧\n+++\n',
    "a real date": '+++\ndate = 2025-02-05\nmonths = ⟦"2024/02"⟧\n+++\n',
    "yaml": "---\ndate: 2025-02-05\nmonths: ⟦2025/1⟧\n---\n",
    "a list": '+++\ndate = 2025-02-05\nmonths = ⟦["2025/01", "2025/03"]⟧\n+++\n',
    "another form": '+++\ndate = 2025-02-05\nmonths = ⟦"2025-02"⟧\n+++\n',
}
MISSES = {
    "fits": '+++\ndate = "2025-02-05T00:00:00"\nmonths = "2025/02"\n+++\n',
    "a list": '+++\ndate = "2025-02-05T00:00:00"\nmonths = ["2025/02"]\n+++\n',
    "one of two": '+++\ndate = "2025-02-05T00:00:00"\nmonths = ["2025/01", "2025/02"]\n+++\n',
    "as it is written there": '+++\ndate = 2025-01-31T23:00:00-08:00\nmonths = "2025/01"\n+++\n',
    "no date": '+++\nmonths = "2025/02"\n+++\n',
    "a date that is none": '+++\ndate = "soon"\nmonths = "2025/02"\n+++\n',
    "no months": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F103", text)


def test_the_date_decides() -> None:
    text = '+++\ndate = 2025-02-05\nmonths = "{}"\n+++\n'
    assert_mends("F103", text.format("2025/3"), text.format("2025/02"))
    several = '+++\ndate = 2025-02-05\nmonths = ["2024/01", "2024/03"]\n+++\n'
    assert_mends("F103", several, several, "unsafe")
