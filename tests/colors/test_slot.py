"""A name's own slot, against the vectors of XEP-0392."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.colors.slot import SLOTS, slot

ANGLES = [
    ("Romeo", 327.255249),
    ("juliet@capulet.lit", 209.410400),
    ("😺", 331.199341),
    ("council", 359.994507),
]


@pytest.mark.parametrize(("name", "angle"), ANGLES, ids=[name for name, _ in ANGLES])
def test_vectors(name: str, angle: float) -> None:
    assert slot(name) == int(angle // (360 / SLOTS))


@pytest.mark.parametrize(
    ("one", "other"),
    [("\ud83d", "�"), ("a\udfffb", "a�b"), ("\ud83d\ude3a", "��")],
    ids=["alone", "between", "a pair written apart"],
)
def test_lone_surrogates_count_as_the_replacement_character(one: str, other: str) -> None:
    assert slot(one) == slot(other)


@pytest.mark.parametrize(
    "names",
    [("mtrovo", "Mtrovo"), ("mtrovo", "ｍｔｒｏｖｏ"), ("が", "か\u3099"), ("", " "), ("a", "a ")],
    ids=["case", "width", "normal form", "blank", "trailing blank"],
)
def test_names_are_taken_as_they_are(names: tuple[str, str]) -> None:
    assert slot(names[0]) != slot(names[1])


def test_every_slot_is_in_use() -> None:
    assert {slot(f"user{n}") for n in range(1000)} == set(range(SLOTS))


@given(st.text(st.characters(), max_size=50))
def test_any_name_has_a_slot(name: str) -> None:
    assert 0 <= slot(name) < SLOTS


def test_a_name_of_ten_thousand_characters() -> None:
    assert 0 <= slot("あ" * 10_000) < SLOTS
