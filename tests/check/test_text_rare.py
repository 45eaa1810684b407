"""Every sign that a text rule looks for is told, each once, and no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check import text_rare
from hugo_helpers.check.text_rare import rare
from tests.support.marked import post

SETS = ("CONTROL", "BIDI", "SELECTOR", "ZERO_WIDTH")
SIGNS = ("LOST", "BYTES", "SJIS_SIGNS", "SJIS_DASH")
INSIDES = [getattr(text_rare, name) for name in (*SETS, *SIGNS)]
ANY = re.compile("|".join(f"[{inside}]" for inside in INSIDES))


@pytest.mark.parametrize("inside", INSIDES, ids=(*SETS, *SIGNS))
def test_signs_of_each_set_are_told(inside: str) -> None:
    sign = re.sub(r"(?s)^(.).*", r"\1", inside)
    assert rare(post(f"a {sign} b {sign}\n")) == sign


@given(st.text(st.sampled_from(["\u200b", "\u202e", "\x1b", "Ã", "縺", "é", "°", "漢", "a"])))
def test_what_is_told_is_what_is_there(text: str) -> None:
    told = rare(post(f"{text}\n"))
    assert sorted(told) == sorted({sign for sign in text if ANY.match(sign)})


@pytest.mark.parametrize(
    "text", ["", "“it’s” – 5 °C…", "日本語の本文。\tok\r\n", "がぎぐ👍…", "×÷±§¶´¨¥£¢¬°"]
)
def test_usual_text_has_none(text: str) -> None:
    assert rare(post(f"{text}\n")) == ""
