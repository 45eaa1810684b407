"""F102: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "slashes": "+++\ndate = ⟦'2025/02/05'⟧\n+++\n",
    "no seconds": "+++\ndate = ⟦'2025-02-05T10:00'⟧\n+++\n",
    "no such day": "+++\ndate = ⟦'2025-02-30'⟧\n+++\n",
    "words": "+++\ndate = ⟦'yesterday'⟧\n+++\n",
    "list": "+++\ndate = ⟦['2025-02-05']⟧\n+++\n",
    "truth": "+++\ndate = ⟦true⟧\n+++\n",
    "yaml": "---\ndate: ⟦2025/02/05⟧\n---\n",
    "one digit": "---\ndate: ⟦2025-2-5⟧\n---\n",
    "other dates": "+++\nlastmod = ⟦'soon'⟧\nPublishDate = ⟦'soon'⟧\nexpiryDate = ⟦'never'⟧\n+++\n",
}
MISSES = {
    "day": "+++\ndate = '2025-02-05'\n+++\n",
    "time": "+++\ndate = '2025-02-05T10:00:00'\n+++\n",
    "zone": "+++\ndate = '2025-02-05T10:00:00+09:00'\n+++\n",
    "toml": "+++\ndate = 2025-02-05T10:00:00Z\n+++\n",
    "yaml": "---\ndate: 2025-02-05 10:00:00\n---\n",
    "words of a mail": "+++\ndate = 'Wed, 05 Feb 2025 10:00:00 GMT'\n+++\n",
    "empty": "+++\ndate = ''\n+++\n",
    "none": quote(),
    "refused anyway": "+++\ndate = 'soon'\na = b\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F102", text)
