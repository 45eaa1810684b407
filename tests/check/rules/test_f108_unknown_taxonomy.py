"""F108: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "singular": "+++\n⟦tag⟧ = ['a']\n+++\n",
    "misspelt": "+++\n⟦tgas⟧ = ['a']\n+++\n",
    "not configured": "+++\n⟦categories⟧ = ['a']\n+++\n",
    "yaml": "---\n⟦tag⟧:\n- a\n---\n",
    "case": "+++\n⟦Tag⟧ = ['a']\n+++\n",
}
MISSES = {
    "taxonomies": "+++\ntags = ['a']\nmonths = ['2025/02']\n+++\n",
    "case": "+++\nTags = ['a']\n+++\n",
    "other lists": "+++\naliases = ['/a/']\nkeywords = ['a']\nauthors = ['b']\n+++\n",
    "empty": "+++\ncategories = []\n+++\n",
    "no list": "+++\ntag = 'a'\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F108", text)


def test_is_renamed_when_asked() -> None:
    before, after = "+++\ntag = ['a']\n+++\n", "+++\ntags = ['a']\n+++\n"
    assert_mends("F108", before, before)
    assert_mends("F108", before, after, "unsafe")
    both = "+++\ntags = ['a']\ntag = ['b']\n+++\n"
    assert_mends("F108", both, both, "unsafe")
