"""Offsets to rows and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.shortcodes.position import Positions

CASES = {
    "start": ("abc", 0, (1, 1)),
    "end of the text": ("abc", 3, (1, 4)),
    "empty text": ("", 0, (1, 1)),
    "wide characters count once": ("日本語x", 3, (1, 4)),
    "outside the basic plane": ("😀x", 1, (1, 2)),
    "line feed": ("a\nb", 1, (1, 2)),
    "behind a line feed": ("a\nb", 2, (2, 1)),
    "behind CRLF": ("a\r\nb", 3, (2, 1)),
    "a lone carriage return ends no line": ("a\rb", 2, (1, 3)),
    "other separators end no line": ("a\u2028b\x0bc", 4, (1, 5)),
    "behind the last line feed": ("a\n", 2, (2, 1)),
    "before the text": ("a\nb", -5, (1, 1)),
    "behind the text": ("a\nb", 99, (2, 2)),
}


@pytest.mark.parametrize(("text", "offset", "expected"), CASES.values(), ids=CASES)
def test_at(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert Positions(text).at(offset) == expected


@given(st.text("a\r\n日", max_size=40), st.integers(0, 40))
def test_the_lines_before_say_the_same(text: str, offset: int) -> None:
    before = text[:offset]
    row, column = Positions(text).at(offset)
    assert row == before.count("\n") + 1
    assert column == len(before) - (before.rfind("\n") + 1) + 1
