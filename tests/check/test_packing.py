"""Records as bytes and back; bytes that nobody packed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.finding import Edit, Finding, Fix, Later, Location
from hugo_helpers.check.packing import (
    pack_findings,
    pack_head,
    unpack_findings,
    unpack_head,
)
from hugo_helpers.check.record import Counts, Head, count
from hugo_helpers.check.rule import SiteFact
from hugo_helpers.check.suppression import Comment
from hugo_helpers.site.packed import dumps, loads
from tests.support import marked  # registers all rules

BY_CODE = {rule.code: rule for rule in RULES}
NAME = "content/posts/a.md"
assert marked

rows = st.integers(1, 10**6)
locations = st.builds(Location, rows, rows)
texts = st.text(max_size=20)
edits = st.tuples(rows, rows, texts).map(lambda e: Edit(min(e[:2]), max(e[:2]), e[2]))
fixes = st.builds(Fix, st.sampled_from(["safe", "unsafe"]), texts, st.lists(edits).map(tuple))


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    rule = BY_CODE[draw(st.sampled_from(sorted(BY_CODE)))]
    fix = draw(st.none() | fixes)
    places = draw(locations), draw(locations)
    return Finding(rule.code, draw(texts), rule.severity, NAME, *places, fix)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
facts = st.tuples(
    st.just("S101"), st.builds(SiteFact, st.just(NAME), json_values, *[locations] * 2)
)
codes = st.lists(st.sampled_from(["T", "T203", ""])).map(tuple)
heads = st.builds(
    Head,
    name=st.just(NAME),
    digest=texts,
    lasting=st.booleans(),
    mark=st.none() | st.lists(st.integers(0), min_size=4, max_size=4).map(tuple),
    counts=st.builds(Counts, *[st.integers(0, 10**6)] * 4),
    facts=st.lists(facts, max_size=3).map(tuple),
    comments=st.lists(
        st.builds(Comment, st.integers(0, 99), codes, codes, locations, locations), max_size=3
    ).map(tuple),
    images=st.dictionaries(texts, st.booleans(), max_size=3),
)


@given(st.lists(findings(), max_size=5))
def test_edits_are_left_out_where_nobody_asks(listed: list[Finding]) -> None:
    found = unpack_findings(pack_findings(listed, edits=False), NAME, BY_CODE)
    bare = [f._replace(fix=f.fix and f.fix._replace(edits=())) for f in listed]
    assert found == tuple(bare)


def test_edits_that_nobody_asks_for_are_never_made() -> None:
    asked = []

    def make() -> list[Edit]:
        asked.append(1)
        return [Edit(0, 1, "x")]

    fix = Fix("safe", "mend it", Later(make))
    one = Finding("T203", "cut", "warning", NAME, Location(1, 1), Location(1, 2), fix)
    pack_findings([one], edits=False)
    assert asked == []
    assert unpack_findings(pack_findings([one]), NAME, BY_CODE) == (one,)
    assert list(fix.edits) == [Edit(0, 1, "x")]
    assert hash(fix) == hash(fix._replace(edits=tuple(fix.edits)))
    assert asked == [1]


@given(st.lists(findings(), max_size=5))
def test_findings_come_back(listed: list[Finding]) -> None:
    packed = pack_findings(listed)
    assert unpack_findings(packed, NAME, BY_CODE) == tuple(listed)
    assert b"\n" not in packed
    assert count(listed).errors + count(listed).warnings == len(listed)


@given(heads)
def test_heads_come_back(head: Head) -> None:
    packed = pack_head(head)
    assert unpack_head(loads(packed)) == head
    assert b"\n" not in packed


def test_surrogates_alone_come_back() -> None:
    """As in names of files that are no UTF-8, and in YAML escapes."""
    assert loads(dumps("a\udc80\ud800")) == "a\udc80\ud800"


GOOD: list[Any] = [["T203"], ["cut"], [1, 2, 1, 3], {"0": ["safe", "mend", [[0, 1, "x"]]]}]
ODD: dict[str, object] = {
    "nothing": None,
    "a number": 1,
    "a text": "findings",
    "too few columns": GOOD[:3],
    "too many columns": [*GOOD, []],
    "no such rule": [["T999"], *GOOD[1:]],
    "a code that is a list": [[["T203"]], *GOOD[1:]],
    "a message that is a number": [GOOD[0], [1], *GOOD[2:]],
    "a message that is null": [GOOD[0], [None], *GOOD[2:]],
    "columns of different lengths": [GOOD[0], ["a", "b"], *GOOD[2:]],
    "half a place": [GOOD[0], GOOD[1], [1, 2], {}],
    "a third of a place": [GOOD[0], GOOD[1], [1, 2, 1], {}],
    "row 0": [GOOD[0], GOOD[1], [0, 2, 1, 3], {}],
    "a column that is true": [GOOD[0], GOOD[1], [1, True, 1, 3], {}],
    "a column that is a fraction": [GOOD[0], GOOD[1], [1, 1.5, 1, 3], {}],
    "a fix of nothing": [*GOOD[:3], {"7": GOOD[3]["0"]}],
    "a fix with no number": [*GOOD[:3], {"x": GOOD[3]["0"]}],
    "fixes that are a list": [*GOOD[:3], [GOOD[3]["0"]]],
    "no such kind of fix": [*GOOD[:3], {"0": ["sure", "mend", []]}],
    "an edit before the text": [*GOOD[:3], {"0": ["safe", "mend", [[-1, 1, "x"]]]}],
    "an edit that ends before it starts": [*GOOD[:3], {"0": ["safe", "mend", [[5, 1, "x"]]]}],
    "an edit without a text": [*GOOD[:3], {"0": ["safe", "mend", [[1, 5, None]]]}],
}


def test_what_is_good() -> None:
    (found,) = unpack_findings(json.dumps(GOOD).encode(), NAME, BY_CODE)
    assert found.message == "cut"
    assert found.fix is not None


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_odd_findings(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack_findings(json.dumps(value).encode(), NAME, BY_CODE)


HEAD: list[Any] = [
    "a.md",
    "00",
    True,
    [1, 2, 3, 4],
    [0, 1, 0, 0],
    [["S101"], [1], [1, 1, 1, 9]],
    [],
    {},
]
ODD_HEADS: dict[str, object] = {
    "nothing": None,
    "a mapping": dict.fromkeys("abcdefgh"),
    "too few parts": HEAD[:7],
    "a name that is a number": [1, *HEAD[1:]],
    "truth that is a number": [*HEAD[:2], 1, *HEAD[3:]],
    "a mark that is a text": [*HEAD[:3], "1234", *HEAD[4:]],
    "a mark of texts": [*HEAD[:3], ["1"], *HEAD[4:]],
    "three counts": [*HEAD[:4], [0, 1], *HEAD[5:], 1],
    "counts below zero": [*HEAD[:4], [0, -1, 0, 0], *HEAD[5:]],
    "facts that are no columns": [*HEAD[:5], [], *HEAD[6:]],
    "a fact without a value": [*HEAD[:5], [["S101"], [], [1, 1, 1, 1]], *HEAD[6:]],
    "a fact without a place": [*HEAD[:5], [["S101"], [1], []], *HEAD[6:]],
    "a fact with half a place": [*HEAD[:5], [["S101"], [1], [1, 1]], *HEAD[6:]],
    "a number too many": [*HEAD[:5], [["S101"], [1], [1, 1, 1, 1, 1]], *HEAD[6:]],
    "a fact at row 0": [*HEAD[:5], [["S101"], [1], [0, 1, 1, 1]], *HEAD[6:]],
    "a fact of no rule": [*HEAD[:5], [[["S"]], [1], [1, 1, 1, 1]], *HEAD[6:]],
    "a comment of numbers": [*HEAD[:6], [[0, [1], [], 1, 1, 1, 1]], *HEAD[7:]],
    "images that are a list": [*HEAD[:7], []],
    "an image that is there once": [*HEAD[:7], {"a": 1}],
}


def test_what_is_a_good_head() -> None:
    assert unpack_head(HEAD).counts == Counts(0, 1, 0, 0)


@pytest.mark.parametrize("value", ODD_HEADS.values(), ids=ODD_HEADS)
def test_odd_heads(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack_head(value)


DAMAGED = {
    "empty": b"",
    "no JSON": b"[[",
    "no UTF-8": b'["\xff"]',
    "nested": b"[" * 100_000 + b"]" * 100_000,
    "a number of many digits": b"[" + b"9" * 5_000 + b"]",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(data)


@given(json_values)
def test_nothing_but_a_value_error(value: object) -> None:
    for unpack in (lambda v: unpack_findings(dumps(v), NAME, BY_CODE), unpack_head):
        try:
            unpack(value)
        except ValueError:
            continue
