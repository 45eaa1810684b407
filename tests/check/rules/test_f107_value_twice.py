"""F107: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "tag": "+++\ntags = ['AI', 'LLM', '⟦AI⟧']\n+++\n",
    "case": "+++\ntags = ['AI', '⟦ai⟧']\n+++\n",
    "three times": "+++\ntags = ['a', '⟦a⟧', '⟦a⟧']\n+++\n",
    "alias": "+++\naliases = ['/a/', '/b/', '⟦/a/⟧']\n+++\n",
    "alias, without a slash": "+++\naliases = ['/a/', '⟦/a⟧']\n+++\n",
    "on lines": "---\ntags:\n- AI\n- LLM\n- ⟦AI⟧\n---\n",
    "months": "+++\nmonths = ['2025/02', '⟦2025/02⟧']\n+++\n",
}
MISSES = {
    "different": "+++\ntags = ['AI', 'LLM']\naliases = ['/a/', '/b/']\n+++\n",
    "one text": "+++\ntags = 'AI'\n+++\n",
    "no taxonomy": "+++\nauthors = ['a', 'a']\n+++\n",
    "no texts": "+++\ntags = [1, 1]\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F107", text)
