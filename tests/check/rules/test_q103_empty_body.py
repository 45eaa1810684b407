"""Q103: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "empty": '{{<matomeQuote ⟦body=""⟧ userName="ann">}}\n',
    "space and breaks": '{{<matomeQuote ⟦body=" <br>　"⟧ userName="ann">}}\n',
    "breaks written otherwise": '{{<matomeQuote ⟦body="<BR><br />"⟧ userName="ann">}}\n',
    "bubble": '{{<⟦matomeBubble⟧ userName="ann">}}\n\n{{</matomeBubble>}}\n',
    "self-closed bubble": '{{<⟦matomeBubble⟧ userName="ann" />}}\n',
}
MISSES = {
    "text": quote("a"),
    "a break behind a text": quote("a<br>"),
    "a sign": quote(">"),
    "missing is another finding": '{{<matomeQuote userName="ann">}}\n',
    "bubble": '{{<matomeBubble userName="ann">}}a{{</matomeBubble>}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q103", text)


def test_it_is_deleted_only_when_asked_for() -> None:
    kept = quote() + quote("b")
    assert_mends("Q103", kept + quote(""), kept, "unsafe")
    assert_mends("Q103", kept + quote(""), kept + quote(""))
