"""Names one slip away, and others."""

from __future__ import annotations

import pytest

from hugo_helpers.check.near import is_slip, slipped

SLIPS = [
    *(("matomeQoute", "matomeQuote"), ("detail", "details"), ("detailss", "details")),
    *(("datails", "details"), ("USERNAM", "userName"), ("edtails", "details"), ("bodx", "body")),
]
OTHERS = [
    *(("details", "details"), ("Details", "details"), ("detials2", "details"), ("a", "abc")),
    *(("matomeBubble", "matomeQuote"), ("sledtai", "details"), ("stl", "details"), ("", "x1")),
]


@pytest.mark.parametrize(("name", "meant"), SLIPS)
def test_slips(name: str, meant: str) -> None:
    assert is_slip(name, meant)
    assert slipped(name, [meant, "another"]) == meant


@pytest.mark.parametrize(("name", "meant"), OTHERS)
def test_others(name: str, meant: str) -> None:
    assert not is_slip(name, meant)


def test_what_could_be_two_names_is_none() -> None:
    assert slipped("pictura", ["picture", "pictures"]) == "picture"
    assert slipped("pictur", ["picture", "pictura"]) is None
    assert slipped("re", ["ref"]) is None
