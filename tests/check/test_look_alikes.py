"""What looks alike is one, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.look_alikes import holds_any, others, skeleton

ALIKE = [
    ("Ann", "Аnn"),
    ("OK", "ΟΚ"),
    ("HOPE", "НОРЕ"),
    ("scope", "ѕсоре"),
    ("Zeno", "Ζenο"),
    ("Zoë", "Zoё"),
    ("カニロー", "力二口一"),
    ("タハトエオ", "夕八卜工才"),
    ("へり", "ヘリ"),
    ("べぺ", "ベペ"),
    ("Jean-Luc", "Jean‐Luc"),
    ("ジョン・スミス", "ジョン•スミス"),
]
OTHER = [
    ("ann", "anm"),
    ("user1", "userl"),
    ("タ", "多"),
    ("シ", "ツ"),
    ("ソ", "ン"),
    ("土", "士"),
    ("か", "カ"),
    ("Владимир", "Vladimir"),
    ("ни", "hu"),
]


@pytest.mark.parametrize(("usual", "other"), ALIKE)
def test_alike(usual: str, other: str) -> None:
    assert skeleton(usual) == skeleton(other)
    assert holds_any(other)
    assert others(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_not_alike(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


NAMES = st.text("AbcxАВсхΟΚοκカ力ー一へヘｶロ口田Ａ-’ 1l")


@given(NAMES, NAMES)
def test_a_skeleton_has_no_other_look(name: str, more: str) -> None:
    assert skeleton(skeleton(name)) == skeleton(name)
    assert not others(skeleton(name))
    assert skeleton(name + "А" + more) == skeleton(name + "A" + more)
    assert holds_any(name) == bool(others(name))
