"""Q104: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "empty": '{{<matomeQuote body="a" ⟦userName=""⟧>}}\n',
    "space": '{{<matomeQuote body="a" ⟦userName=" 　"⟧>}}\n',
    "bubble": '{{<matomeBubble ⟦userName=""⟧>}}a{{</matomeBubble>}}\n',
}
MISSES = {
    "name": quote(),
    "missing is another finding": '{{<matomeQuote body="a">}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q104", text)
