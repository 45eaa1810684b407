"""Q111: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check import quote_ids
from tests.support.marked import assert_hits, quote

START = quote("a", id="start")

HITS = {
    "misspelt": START + quote("b", replyTo="⟦strat⟧"),
    "nothing given": quote("a") + quote("b", replyTo="⟦start⟧"),
    "case": START + quote("b", replyTo="⟦Start⟧"),
    "itself": quote("a", id="start", replyTo="⟦start⟧"),
    "made by another quote": quote("a") + quote("b", replyTo="⟦q-0000000000⟧"),
    "a number too high": START + quote("b", replyTo="⟦start-2⟧"),
    "bubble": '{{<matomeBubble userName="a" replyTo="⟦x⟧">}}b{{</matomeBubble>}}\n',
    "the given one counts": START + quote("b", replyTo="⟦q-2d3a3b1f5f⟧"),
}
MISSES = {
    "given": START + quote("b", replyTo="start"),
    "given further below": quote("b", replyTo="start") + START,
    "given by a bubble": '{{<matomeBubble userName="a" id="x">}}b{{</matomeBubble>}}\n'
    + quote(replyTo="x"),
    "numbered": START + START + quote("b", replyTo="start-2"),
    "a heading": "# A {#start}\n\n" + quote("b", replyTo="start"),
    "an element": '<a id="start"></a>\n\n' + quote("b", replyTo="start"),
    "may not be used": START + quote("b", replyTo="#start") + quote("c", replyTo="最初"),
    "itself, by what may not be used": quote(id="a b", replyTo="a b"),
    "empty": quote(replyTo=""),
    "missing": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q111", text)


def test_says_what_was_meant() -> None:
    (hit,) = assert_hits("Q111", START + quote("b", replyTo="⟦strat⟧"))
    assert hit.message == "no quote on this page has the id 'strat'; did you mean 'start'?"


def test_ids_that_the_page_makes_are_known() -> None:
    made = quote_ids.made("ann", "2025-02-05", "Hello")
    first = quote(created_at="2025-02-05")
    assert_hits("Q111", first + quote("b", replyTo=made))
    assert_hits("Q111", first + first + quote("b", replyTo=f"{made}-2"))
    assert_hits("Q111", first + quote("b", replyTo=f"⟦{made}-2⟧"))
    assert_hits("Q111", quote("x") + quote("b", replyTo=f"⟦{made}⟧"))


def test_a_quote_whose_id_may_not_be_used_has_the_one_that_the_page_makes() -> None:
    assert_hits("Q111", quote(id="最初") + quote("b", replyTo=quote_ids.made("ann", "", "Hello")))


def test_an_id_that_depends_on_what_is_drawn_may_be_any() -> None:
    inner = '{{<matomeBubble userName="a">}}' + quote() + "{{</matomeBubble>}}\n"
    assert_hits("Q111", inner + quote("b", replyTo="q-0123456789"))
    assert_hits("Q111", inner + quote("b", replyTo="⟦start⟧"))
