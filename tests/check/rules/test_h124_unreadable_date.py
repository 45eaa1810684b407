"""H124: places where it hits, marked, and neighbours where it does not."""

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
    "the first of two for one date": "+++\nlastmod = ⟦'soon'⟧\nmodified = 'later'\n+++\n",
    "org": "#+date: ⟦soon⟧\n",
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
    "behind one that is read": "+++\nlastmod = 2025-02-05\nmodified = 'later'\n+++\n",
    "number": "---\ndate: 20250205\n---\n",
    "org": "#+date: <2025-02-05 Wed>\n",
    "none": quote(),
    "refused anyway": "+++\ndate = 'soon'\na = b\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H124", text)


def test_before_0_123_hugo_goes_on() -> None:
    assert_hits("H124", "+++\ndate = 'soon'\n+++\n", (0, 111, 3))
