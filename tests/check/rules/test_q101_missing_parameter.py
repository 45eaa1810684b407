"""Q101: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import foreign

HITS = {
    "no user": '{{<⟦matomeQuote⟧ body="a">}}\n',
    "no body": '{{< ⟦matomeQuote⟧ userName="ann" >}}\n',
    "neither": "{{< ⟦matomeQuote⟧ >}}\n",
    "something else": '{{<⟦matomeQuote⟧ body="a" zzz="ann">}}\n',
    "bubble": "{{<⟦matomeBubble⟧>}}a{{</matomeBubble>}}\n",
    "other case of the name": '{{<⟦MatomeQuote⟧ body="a">}}\n',
    "two": '{{<⟦matomeQuote⟧ body="a">}}\n{{<⟦matomeQuote⟧ body="b">}}\n',
}
MISSES = {
    "both": quote(),
    "empty values": quote("", ""),
    "misspelt is another finding": '{{<matomeQuote body="a" username="ann">}}\n',
    "another word is another finding": '{{<matomeQuote text="a" userName="ann">}}\n',
    "no names are another finding": '{{<matomeQuote "a" "ann">}}\n',
    "a bubble has no body": '{{<matomeBubble userName="ann">}}a{{</matomeBubble>}}\n',
    "another shortcode": '{{< ref "/posts/" >}}\n',
    "in a comment": "{{</* matomeQuote */>}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q101", text)


def test_a_shortcode_of_the_site_itself_may_need_less() -> None:
    text = '{{<matomeQuote body="a">}}\n'
    check = RULES["Q101"].body.post
    assert check is not None
    assert len(list(check(post(text)))) == 1
    assert list(check(foreign(text))) == []
