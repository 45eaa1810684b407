"""Which parameter an offset lies in."""

from __future__ import annotations

import pytest

from hugo_helpers.check.text_places import (
    call_at,
    given_at,
    has_raw_values,
    holding,
    may_close_up,
    shown_at,
)
from tests.support.marked import post

TEXT = (
    '{{<matomeQuote body="BODY" userName="USER" createdAt="">}}\n'
    '{{< details summary="SUMMARY" class="CLASS" >}}\nINNER\n'
    "{{< MATOMEQUOTE body=`RAW` userName=`ann` >}}\n{{< /details >}}\n"
    '{{< figure src="FIGURE" >}}\n{{<matomeQuote body="FIRST" body="LAST" userName="ann">}}\nTEXT\n'
)
CALLS = ("BODY", "USER", "SUMMARY", "CLASS", "RAW", "FIGURE", "FIRST", "LAST")
GIVEN = ("BODY", "USER", "SUMMARY", "CLASS", "RAW", "FIRST", "LAST")
SHOWN = ("BODY", "SUMMARY", "RAW", "FIRST", "LAST")


@pytest.mark.parametrize("word", [*CALLS, "INNER", "TEXT"])
def test_lookups(word: str) -> None:
    checked = post(TEXT)
    first = checked.text.index(word)
    for at in (first, first + len(word) - 1):
        assert (call_at(checked, at) is not None) == (word in CALLS)
        given, shown = given_at(checked, at), shown_at(checked, at)
        assert (given is not None) == (word in GIVEN)
        assert (shown is not None) == (word in SHOWN)
        if given is not None:
            assert checked.text[given.start : given.end] == word
            assert given.raw == (word == "RAW")
            assert given.is_body == (word in ("BODY", "RAW", "FIRST", "LAST"))


def test_holding() -> None:
    checked = post(TEXT)
    words = [checked.text[place.start : place.end] for place in holding(checked, "A")]
    assert words == ["SUMMARY", "RAW", "LAST"]
    assert list(holding(checked, "nowhere")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("a `b` c\n", False), ("x=`y`\n", True), ("plain\n", False), ("`a` x=`y`\n", True)],
)
def test_has_raw_values(text: str, wanted: bool) -> None:
    assert has_raw_values(post(text)) == wanted


def test_has_raw_values_at_the_start() -> None:
    assert not has_raw_values(post("+++\n+++\n`\n"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("a|b", True), ("\\|b", False), ("{|{", False), ("{|<", False), ("a|{", True), ("{|b", True)],
)
def test_may_close_up(text: str, wanted: bool) -> None:
    assert may_close_up(text, 1, 2) == wanted
