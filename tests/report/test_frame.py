"""Code frames: the right lines, the mark under the right glyphs, no wider than asked."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hugo_helpers.check.finding import Location
from hugo_helpers.report.frame import frame
from hugo_helpers.report.source import Source
from hugo_helpers.report.style import Painter
from hugo_helpers.report.visible import visible
from hugo_helpers.report.width import width
from tests.report.texts import hostile_texts


def marked(text: str, columns: int = 40) -> list[str]:
    """The frame for the text between two `¦`."""
    before, focus, behind = text.split("¦")
    source = Source(before + focus + behind)
    start, end = source.locate(len(before)), source.locate(len(before + focus))
    return frame(source, start, end, columns=columns)


FRAMES = {
    "ascii": ("one\ntwo ¦words¦ here\n", ["2 | two words here", "  |     ^^^^^"]),
    "full width": ("漢字¦かな¦交じり", ["1 | 漢字かな交じり", "  |     ^^^^"]),
    "full width before": ("（¦https://x¦）", ["1 | （https://x）", "  |   ^^^^^^^^^"]),
    "combining": ("か\u3099¦x¦", ["1 | か\u3099x", "  |   ^"]),
    "emoji": ("👨\u200d👩\u200d👧❤\ufe0f¦x¦", ["1 | 👨\u200d👩\u200d👧❤\ufe0fx", "  |     ^"]),
    "tab": ("a\t¦x¦", ["1 | a    x", "  |      ^"]),
    "tab as the place": ("a¦\t¦x", ["1 | a    x", "  |  ^^^^"]),
    "escaped before": ("\x1b[31m¦x¦", [r"1 | \x1b[31mx", "  |         ^"]),
    "hidden character": ("a¦\u200b¦b", [r"1 | a\u200bb", "  |  ^^^^^^"]),
    "hidden in an emoji": ("👨¦\u200d¦👩", [r"1 | 👨\u200d👩", "  |   ^^^^^^"]),
    "command": ("##¦[error]¦", [r"1 | #\x23[error]", "  |      ^^^^^^^"]),
    "nothing": ("a¦¦b", ["1 | ab", "  |  ^"]),
    "line end": ("ab¦¦\nc", ["1 | ab", "  |   ^"]),
    "line end of crlf": ("ab¦\r\n¦c", ["1 | ab", "  |   ^"]),
    "the whole line and its end": ("¦ab\n¦c", ["1 | ab", "  | ^^"]),
    "end of file": ("ab\n¦¦", ["2 |", "  | ^"]),
    "end of an unclosed file": ("ab¦¦", ["1 | ab", "  |   ^"]),
    "empty file": ("¦¦", ["1 |", "  | ^"]),
    "two lines": ("ab¦cd\nef¦gh", ["1 | abcd", "  |   ^^", "2 | efgh", "  | ^^"]),
    "three lines": (
        "ab¦cd\nx\nef¦gh",
        ["1 | abcd", "  |   ^^", "⋮ |", "3 | efgh", "  | ^^"],
    ),
    "blank lines at its end": ("¦ab\n\n\n¦c", ["1 | ab", "  | ^^"]),
    "wide gutter": (
        "\n" * 8 + "¦a\n\nb¦",
        [" 9 | a", "   | ^", " ⋮ |", "11 | b", "   | ^"],
    ),
}


@pytest.mark.parametrize(("text", "lines"), FRAMES.values(), ids=FRAMES)
def test_frame(text: str, lines: list[str]) -> None:
    assert marked(text) == lines


CUT = {
    "in the middle": (
        "a" * 99 + "¦here¦" + "b" * 99,
        ["1 | …" + "a" * 15 + "here" + "b" * 15 + "…", "  | " + " " * 16 + "^^^^"],
    ),
    "at the start": (
        "¦here¦" + "b" * 99,
        ["1 | here" + "b" * 30 + "…", "  | ^^^^"],
    ),
    "at the end": (
        "a" * 99 + "¦here¦",
        ["1 | …" + "a" * 30 + "here", "  | " + " " * 31 + "^^^^"],
    ),
    "full width": (
        "漢" * 99 + "¦ここ¦" + "字" * 99,
        ["1 | …漢漢漢漢漢漢漢ここ字字字字字字字字…", "  | " + " " * 15 + "^^^^"],
    ),
    "wider than the frame": (
        "a" * 99 + "¦" + "x" * 99 + "¦" + "b" * 99,
        ["1 | …" + "a" * 8 + "x" * 26 + "…", "  | " + " " * 9 + "^" * 26],
    ),
    "full width, wider than the frame": (
        "a¦" + "漢" * 99 + "¦",
        ["1 | a" + "漢" * 16 + "…", "  |  " + "^" * 32],
    ),
    "it just fits": ("a" * 32 + "¦here¦", ["1 | " + "a" * 32 + "here", "  | " + " " * 32 + "^^^^"]),
}


@pytest.mark.parametrize(("text", "lines"), CUT.values(), ids=CUT)
def test_long_lines_are_cut_around_the_place(text: str, lines: list[str]) -> None:
    assert marked(text) == lines


def test_the_seed_posts_cut_link(seed_post: str) -> None:
    start = seed_post.index("https://www.sas.upenn.edu")
    end = seed_post.index("...", start) + 3
    source = Source(seed_post)
    lines = frame(source, source.locate(start), source.locate(end), columns=100)
    assert lines == [
        (
            "34 | …資料はこれね。https://www.sas.upenn.edu/~dbalmer/eportfolio/Nature%20of%20...。"
            "どんどん精度は…"
        ),
        "   | " + " " * 15 + "^" * (end - start),
    ]


BELOW = {
    "row behind the last": (Location(3, 1), Location(3, 1)),
    "far below": (Location(9, 1), Location(12, 4)),
}


@pytest.mark.parametrize(("start", "end"), BELOW.values(), ids=BELOW)
def test_no_frame_for_a_place_below_the_text(start: Location, end: Location) -> None:
    assert frame(Source("a\n"), start, end) == []


ODD = {
    "column behind the line": (Location(1, 9), Location(1, 12), ["1 | ab", "  |   ^"]),
    "end before the start": (Location(1, 2), Location(1, 1), ["1 | ab", "  |  ^"]),
    "end row before the start": (Location(2, 1), Location(1, 1), ["2 | cd", "  | ^"]),
    "end below the text": (
        Location(1, 1),
        Location(7, 3),
        ["1 | ab", "  | ^^", "2 | cd", "  | ^^"],
    ),
    "column 0": (Location(1, 0), Location(1, 2), ["1 | ab", "  | ^"]),
}


@pytest.mark.parametrize(("start", "end", "lines"), ODD.values(), ids=ODD)
def test_places_that_are_not_in_the_text(start: Location, end: Location, lines: list[str]) -> None:
    assert frame(Source("ab\ncd"), start, end) == lines


def test_color() -> None:
    lines = frame(
        Source("ab"), Location(1, 2), Location(1, 3), severity="warning", paint=Painter(True)
    )
    assert lines == ["\x1b[34m1 |\x1b[0m ab", "\x1b[34m  |\x1b[0m  \x1b[1;33m^\x1b[0m"]


@given(
    st.lists(st.sampled_from(["漢", "a", "ｶ", "か\u3099", "😊", "\t", "\x1b", "…"])),
    st.lists(st.sampled_from(["字", "b", "\u200b", "😊"]), min_size=1),
    st.lists(st.sampled_from(["漢", "c"])),
)
def test_the_mark_stands_under_the_place(
    before: list[str], focus: list[str], behind: list[str]
) -> None:
    head, place, tail = ("".join(part) for part in (before, focus, behind))
    source = Source(head + place + tail)
    lines = frame(
        source, source.locate(len(head)), source.locate(len(head + place)), columns=10_000
    )
    shown = visible(head).replace(r"\x09", "    ")
    assert lines[0] == f"1 | {shown}{visible(place)}{tail}"
    assert lines[1] == "  | " + " " * width(shown) + "^" * width(visible(place))


@given(hostile_texts, st.integers(0, 60), st.integers(0, 60), st.integers(20, 60))
def test_no_wider_than_asked_and_nothing_hidden(
    text: str, one: int, other: int, columns: int
) -> None:
    source = Source(text)
    start, end = sorted((source.locate(one), source.locate(other)))
    assume(start.row <= source.rows)
    for line in frame(source, start, end, columns=columns):
        assert width(line) <= columns
        assert visible(line) == line


@given(st.text(st.sampled_from("a漢\u0301😊\u200d\ufe0f"), min_size=200, max_size=400), st.data())
def test_the_mark_stays_under_the_place_where_lines_are_cut(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    text = f"{text[:offset]}ここ{text[offset:]}"
    source = Source(text)
    line, mark = frame(source, source.locate(offset), source.locate(offset + 2), columns=40)
    assert mark.count("^") == 4
    assert width(line[: line.index("ここ")]) == mark.index("^")


def test_a_line_of_megabytes_costs_no_more_than_a_line() -> None:
    source = Source("漢字" * 4_000_000)
    source.locate(0)
    start = time.process_time()
    for column in range(1, 8_000_000, 80_000):
        frame(source, Location(1, column), Location(1, column + 5_000))
    assert time.process_time() - start < 2
