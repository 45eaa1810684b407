"""The words for faults."""

from __future__ import annotations

import re

import pytest

from hugo_helpers.shortcodes.faults import KINDS, fault, named, shown


def test_kinds_are_stable_words() -> None:
    assert list(KINDS) == sorted(KINDS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", kind) for kind in KINDS)


def test_an_empty_place_is_widened() -> None:
    assert fault("no-name", "x", 3, 3)[2:] == (3, 4)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="'nonsense' is not a kind of fault"):
        fault("nonsense", "x", 0, 1)


SHOWN = {
    "as it is": ("日本 x", "日本 x"),
    "cut": ("a" * 50, "a" * 39 + "…"),
    "line break": ("a\nb", r"a\u{a}b"),
    "terminal escape": ("\x1b[31m", r"\u{1b}[31m"),
    "bidi": ("a\u202eb", r"a\u{202e}b"),
}


@pytest.mark.parametrize(("text", "expected"), SHOWN.values(), ids=SHOWN)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_named() -> None:
    assert named(",") == "',' (U+002C)"
    assert named("\u3000") == "U+3000"
