"""Q101: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "no user": '{{<⟦matomeQuote⟧ body="a">}}\n',
    "wrong case": '{{<⟦matomeQuote⟧ body="a" username="ann">}}\n',
    "no body": '{{< ⟦matomeQuote⟧ userName="ann" >}}\n',
}
MISSES = {
    "both": quote(),
    "empty values": quote("", ""),
    "another shortcode": '{{< ref "/posts/" >}}\n',
    "in a comment": "{{</* matomeQuote */>}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q101", text)
