"""F102: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "yaml": "---\ndate: ⟦20250205⟧\n---\n",
    "toml": "+++\nlastmod = ⟦20250205⟧\nexpiryDate = ⟦2030⟧\n+++\n",
    "zero": "+++\ndate = ⟦0⟧\n+++\n",
}
MISSES = {
    "seconds since 1970": "---\ndate: 1738713600\n---\n",
    "day": "---\ndate: 2025-02-05\n---\n",
    "stops Hugo": "+++\ndate = 'soon'\n+++\n",
    "none": quote(),
    "refused anyway": "+++\ndate = 20250205\na = b\n+++\n",
}
BEFORE_0_123 = {
    "slashes": "+++\ndate = ⟦'2025/02/05'⟧\n+++\n",
    "list": "+++\ndate = ⟦['2025-02-05']⟧\n+++\n",
    "empty": "+++\ndate = ''\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F102", text)


@pytest.mark.parametrize("text", BEFORE_0_123.values(), ids=list(BEFORE_0_123))
def test_what_old_versions_go_on_with(text: str) -> None:
    assert_hits("F102", text, (0, 111, 3))
