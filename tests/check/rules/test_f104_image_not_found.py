"""F104: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "unknown": '+++\nfeatureimage = ⟦"thumbnails/bleu.jpg"⟧\n+++\n',
}
MISSES = {
    "known": '+++\nfeatureimage = "thumbnails/blue.jpg"\n+++\n',
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F104", text)
