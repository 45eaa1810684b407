"""Lines and places of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.finding import Location
from hugo_helpers.report.source import Source, no_source
from hugo_helpers.shortcodes.position import Positions

LINES = {
    "empty": ("", [""]),
    "one": ("a", ["a"]),
    "closed": ("a\n", ["a", ""]),
    "blank lines": ("\n\n", ["", "", ""]),
    "crlf": ("a\r\n\r\nb\r\n", ["a", "", "b", ""]),
    "lone cr is no line end": ("a\rb\n\r", ["a\rb", "\r"]),
    "separators of Unicode are none": ("a\u2028b\x85c\x0bd", ["a\u2028b\x85c\x0bd"]),
}


@pytest.mark.parametrize(("text", "lines"), LINES.values(), ids=LINES)
def test_lines(text: str, lines: list[str]) -> None:
    source = Source(text)
    assert [text[slice(*source.span(row))] for row in range(1, source.rows + 1)] == lines


PLACES = {
    "start": ("漢字\nb", 0, (1, 1)),
    "characters, not bytes": ("漢字\nb", 1, (1, 2)),
    "line end": ("漢字\nb", 2, (1, 3)),
    "next line": ("漢字\nb", 3, (2, 1)),
    "end": ("漢字\nb", 4, (2, 2)),
    "behind a last line end": ("a\n", 2, (2, 1)),
    "below": ("a", -5, (1, 1)),
    "above": ("a\nb", 99, (2, 2)),
    "empty": ("", 0, (1, 1)),
}


@pytest.mark.parametrize(("text", "offset", "place"), PLACES.values(), ids=PLACES)
def test_locate(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Source(text).locate(offset) == Location(*place)


@given(st.text(st.sampled_from("a漢\n\r")), st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    source = Source(text)
    place = source.locate(offset)
    assert source.span(place.row)[0] + place.column - 1 == offset
    assert Positions(text).at(offset) == (place.row, place.column)


@pytest.mark.parametrize("row", [-1, 0, 2])
def test_there_is_no_such_row(row: int) -> None:
    with pytest.raises(IndexError, match=str(row)):
        Source("a").span(row)


def test_no_source() -> None:
    assert no_source("a.md") is None
