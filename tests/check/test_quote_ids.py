"""Ids of quotes. They are held against pages in rules/test_hqf_against_hugo.py."""

from __future__ import annotations

from hugo_helpers.check.quote_ids import ids, made
from tests.support.marked import post, quote


def test_given_and_made() -> None:
    found = ids(post(quote("a", id="x") + quote("b") + quote("b") + quote("c", id="x")))
    assert found.given == ("x", "x")
    assert found.counts == {"x": 2, made("ann", "", "b"): 2}
    assert not found.untold


def test_what_may_not_be_used_is_none() -> None:
    found = ids(post(quote("a", id="最初") + quote("b", id="a b")))
    assert found.given == ()
    assert found.counts == {made("ann", "", "a"): 1, made("ann", "", "b"): 1}


def test_numbers() -> None:
    found = ids(post(quote("a", id="x") * 3))
    assert [n for n in range(1, 6) if found.may_hold(f"x-{n}")] == [2, 3]
    assert found.may_hold("x")
    assert not found.may_hold("y")


def test_bubbles() -> None:
    plain = ids(post('{{<matomeBubble userName="a">}}b{{</matomeBubble>}}'))
    assert plain.counts == {made("a", "", "b"): 1}
    drawn = ids(post('{{<matomeBubble userName="a">}}{{< param x >}}{{</matomeBubble>}}'))
    assert drawn.untold
    assert drawn.may_hold("q-0123456789")
    assert not drawn.may_hold("q-012345678")


def test_any_text_has_an_id() -> None:
    assert made("\ud800", "", "日本") != made("", "\ud800", "日本")
