"""H214: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "a letter": "---\ntitle: a\n⟦---x⟧\nbody\n",
    "four": "---\ntitle: a\n⟦----⟧\nbody\n",
    "toml": '+++\ntitle = "a"\n⟦+++ b⟧\nbody\n',
    "in a value": "---\ntitle: |\n  a\n⟦---foo⟧\n  b\n---\nbody\n",
    "at the end": "---\ntitle: a\n⟦---x⟧",
}
MISSES = {
    "alone": "---\ntitle: a\n---\nbody\n",
    "spaces": "---\ntitle: a\n---  \nbody\n",
    "windows": "---\r\ntitle: a\r\n---\r\nbody\r\n",
    "at the end": "---\ntitle: a\n---",
    "none": quote(),
    "refused anyway": "---\ntitle: [\n---x\nbody\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H214", text)
