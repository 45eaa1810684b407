"""Names as a table of colours shows them, and which name was meant."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.cli.swatches import Speaker, legible, nearest
from hugo_helpers.report.visible import visible
from hugo_helpers.report.width import width

NAMES = [
    ("ann", "ann"),
    ("", "(empty)"),
    (" ", "(blank: ' ')"),
    ("\u3000", r"(blank: '\u3000')"),
    ("\x1b[31m", r"\x1b[31m"),
    ("a\u202eb", r"a\u202eb"),
    ("\ud800", r"\ud800"),
    ("名" * 30, "名" * 30),
    ("名" * 31, "名" * 30 + "… (31 characters)"),
    ("x" * 10_000, "x" * 60 + "… (10,000 characters)"),
]


@pytest.mark.parametrize(
    ("name", "shown"), NAMES, ids=[ascii(n[:9]) + str(len(n)) for n, _ in NAMES]
)
def test_legible(name: str, shown: str) -> None:
    assert legible(name) == shown


@given(st.text(max_size=300))
def test_a_name_is_one_short_line(name: str) -> None:
    shown = legible(name)
    assert shown
    assert visible(shown) == shown
    assert width(shown) <= 90


def test_who_was_meant() -> None:
    one = Speaker(0, False, 1)
    every = {"a.md": dict.fromkeys(["mtrovo", "Ａnn", "ann"], one), "b.md": {"bob": one}}
    assert nearest(every, "ANN") == ["Ａnn", "ann"]
    assert nearest(every, "mtrov") == ["mtrovo"]
    assert nearest(every, "somebody else") == []


def test_many_names_are_compared_in_time() -> None:
    one = Speaker(0, False, 1)
    every = {"a.md": {f"{n:08}" * 7: one for n in range(60_000)}}
    start = time.process_time()
    assert nearest(every, "00012345" * 6 + "00012344")
    assert nearest(every, "00012345" * 1000) == []
    assert time.process_time() - start < 5
