"""F101: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "none": "+++⟦⟧\ndate = 2025-02-05\n+++\n",
    "empty": '+++\ntitle = ⟦""⟧\n+++\n',
    "no text": "---\ntitle: ⟦3⟧\n---\n",
}
MISSES = {
    "title": '+++\ntitle = "a"\n+++\n',
    "other case": '+++\nTitle = "a"\n+++\n',
    "no front matter": '{"title": "a"}\n' + quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F101", text)
