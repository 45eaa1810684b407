"""Q205: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote

BUBBLE = '{{<matomeBubble userName="a">}}b{{</matomeBubble>}}\n'
FOLD = '{{< details summary="a" >}}\n'
MARKED = quote().replace("matomeQuote", "⟦matomeQuote⟧")

HITS = {
    "one too many": quote() * 50 + MARKED,
    "two too many": quote() * 50 + MARKED + quote(),
    "bubbles": BUBBLE * 50 + BUBBLE.replace("matomeBubble u", "⟦matomeBubble⟧ u"),
    "both": quote() * 25 + BUBBLE * 25 + MARKED,
}
MISSES = {
    "fifty": quote() * 50,
    "folded": quote() * 20 + FOLD + quote() * 60 + "{{< /details >}}\n",
    "bubbles folded": BUBBLE * 20 + FOLD + BUBBLE * 60 + "{{< /details >}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q205", text)


def test_the_limit_can_be_set() -> None:
    checked = post(quote() * 5)
    check = RULES["Q205"].body.post
    assert check is not None
    for most, count in ((5, 0), (4, 1)):
        checked.context = checked.context._replace(most_unfolded=most)
        assert len(list(check(checked))) == count
