"""Comments that switch rules off."""

from __future__ import annotations

import time

import pytest

from hugo_helpers.check.suppression import MOST, Suppressions, read
from hugo_helpers.shortcodes.position import Positions

NEXT, FILE = "<!-- matome-disable-next-line {} -->", "<!-- matome-disable-file {} -->"

CASES = {
    "the next line": (NEXT.format("T203") + "\nx", "T203", 2, True),
    "not its own line": (NEXT.format("T203") + "\nx", "T203", 1, False),
    "not the line after": (NEXT.format("T203") + "\nx\ny", "T203", 3, False),
    "another rule": (NEXT.format("T203") + "\nx", "T201", 2, False),
    "a prefix": (NEXT.format("T") + "\nx", "T203", 2, True),
    "two codes": (NEXT.format("C101, T203") + "\nx", "T203", 2, True),
    "small letters": (NEXT.format("t203") + "\nx", "T203", 2, True),
    "a rule by its name": (NEXT.format("cut-link") + "\nx", "T203", 2, True),
    "all": (NEXT.format("ALL") + "\nx", "T203", 2, True),
    "and why": (NEXT.format("T203: so it stands there, cut") + "\nx", "T203", 2, True),
    "and why, behind dashes": (NEXT.format("C1, T203 -- 仕様です") + "\nx", "T203", 2, True),
    "why alone": (FILE.format("— a test of the linter") + "\nx", "T203", 2, True),
    "another comment": ("<!-- matome-disable T203 -->\nx", "T203", 2, False),
    "another sign": (NEXT.format("T203 (why)") + "\nx", "T203", 2, False),
    "no code: all rules": (NEXT.format("") + "\nx", "T203", 2, True),
    "the whole file, before it": (FILE.format("T203"), "T203", 1, True),
    "the whole file, from its end": ("x\ny\n" + FILE.format("T203"), "T203", 1, True),
    "no comment": ("matome-disable-file T203", "T203", 1, False),
    "two comments for one line": (
        NEXT.format("C1") + NEXT.format("T2") + "\nx", "T203", 2, True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "row", "covered"), CASES.values(), ids=CASES)
def test_cover(text: str, code: str, row: int, covered: bool) -> None:
    suppressions = Suppressions(read(text, Positions(text)))
    assert suppressions.cover(code, row) is covered
    assert suppressions.cover(code, row) is covered


def test_what_was_used_is_noted() -> None:
    text = f"{FILE.format('T2 C')}\n{NEXT.format('T203')}\nx"
    suppressions = Suppressions(read(text, Positions(text)))
    assert [c.used for c in suppressions.comments] == [(), ()]
    assert suppressions.cover("T203", 3)
    assert [c.used for c in suppressions.comments] == [("T2",), ("T203",)]
    assert suppressions.cover("C101", 9)
    assert [c.used for c in suppressions.comments] == [("T2", "C"), ("T203",)]
    assert [(c.location.row, c.location.column) for c in suppressions.comments] == [(1, 1), (2, 1)]
    assert suppressions.comments[1].end_location.column == len(NEXT.format("T203")) + 1


@pytest.mark.parametrize(
    "text",
    [
        "<!-- matome-disable T203 -->",
        "<!-- matome-disable-line -->",
        "<!-- matome-enable -->",
        "<!-- matome-disable-nextline T203 -->",
        "<!-- matome-disable-next-line T203 (why) -->",
    ],
)
def test_comments_that_are_not_understood(text: str) -> None:
    (comment,) = read(text, Positions(text))
    assert comment.row == -1
    assert comment.codes[0] == text.split()[1]
    assert not Suppressions([comment]).cover("T203", 2)


@pytest.mark.parametrize(
    "part",
    [
        "<!-- matome-disable-file T ",
        "<!-- matome-disable-file" + " -" * 9,
        FILE.format("T1"),
        "<!-- ",
        "<!-- matome-disable-file T-T-T",
        "<!-- matome-disable-file " + "T " * 20 + "(",
        "<!--matome-disable",
    ],
)
def test_time_in_proportion(part: str) -> None:
    def seconds(count: int) -> float:
        text = part * count
        start = time.process_time()
        suppressions = Suppressions(read(text, Positions(text)))
        for row in range(count // 10):
            suppressions.cover(f"T{row % 7}", row)
        return time.process_time() - start

    small = min(seconds(10_000) for _ in range(3))
    assert seconds(40_000) < 10 * max(small, 0.01)


def test_no_more_than_the_first_thousand_are_heard() -> None:
    text = FILE.format("T1") * (MOST + 5)
    assert len(read(text, Positions(text))) == MOST
