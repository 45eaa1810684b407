"""Entities are undone, and each character's place is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.text_entities import decode, undo

PIECES = st.lists(
    st.sampled_from(
        ["&lt;", "&#60;", "&#x3C", "&amp;", "&nope;", "&", ";", "&#", "x", "日本", "&#1;"]
    )
)


@given(PIECES)
def test_each_character_comes_from_where_it_was_written(pieces: list[str]) -> None:
    written = "ab" + "".join(pieces) + "cd"
    end = len(written) - 2
    decoded = decode(written, 2, end)
    spans = [decoded.span(at) for at in range(len(decoded.text))]
    assert spans == sorted(spans)
    assert all(2 <= start < stop <= end for start, stop in spans)
    assert "".join(undo(written[start:stop]) for start, stop in spans) == decoded.text


CASES = {
    "named": ("&lt;", "<"),
    "no semicolon": ("&lt", "<"),
    "decimal": ("&#60;", "<"),
    "padded": (f"&#{'0' * 9_000}60;", "<"),
    "hexadecimal": (f"&#x{'0' * 9_000}3c;", "<"),
    "unknown": ("&nosuch;", "&nosuch;"),
    "no entity": ("x", "x"),
}


@pytest.mark.parametrize(("entity", "plain"), CASES.values(), ids=CASES)
def test_undo(entity: str, plain: str) -> None:
    assert undo(entity) == plain
