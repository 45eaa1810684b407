"""H102: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "broken line": "+++\na = 1\n⟦b = c d⟧\n+++\n",
    "never closed": "⟦+++⟧\na = 1\n",
    "key twice": "---\ntitle: a\ntags: [b]\n⟦title: c⟧\n---\n",
    "key twice in toml": "+++\na = 1\nb = {c = 1}\n⟦a = 2⟧\n+++\n",
    "behind a table of several lines": "+++\na = {\n b = 1,\n}\n⟦c = d⟧\n+++\n",
    "a number too long": "+++\na = 1\n⟦b = 99999999999999999999⟧\n+++\n",
}
MISSES = {
    "in order": "+++\na = 1\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H102", text)
