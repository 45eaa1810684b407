"""Edits that go together, and where they take the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.fix_edits import Shift, applied, edits_of, together

TEXT = "0123456789"


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("safe", "", tuple(Edit(*edit) for edit in edits))


CASES = {
    "one": ([fix((1, 2, "a"))], "0a23456789"),
    "two": ([fix((1, 2, "a")), fix((5, 6, ""))], "0a2346789"),
    "later one first": ([fix((5, 6, "")), fix((1, 2, "a"))], "0a2346789"),
    "overlapping: the first": ([fix((1, 4, "a")), fix((3, 6, "b"))], "0a456789"),
    "touching: the first": ([fix((1, 3, "a")), fix((3, 4, "b"))], "0a3456789"),
    "put in at one place": ([fix((3, 3, "a")), fix((3, 3, "b"))], "012a3456789"),
    "the same edit": ([fix((3, 3, "a")), fix((3, 3, "a"))], "012a3456789"),
    "a shared edit": ([fix((1, 2, "a"), (4, 5, "b")), fix((4, 5, "b"), (7, 8, "c"))], "0a23b56c89"),
    "a pair around another": ([fix((1, 2, "a"), (8, 9, "a")), fix((4, 5, "b"))], "0a23b567a9"),
    "a pair, one taken": ([fix((4, 5, "b")), fix((1, 2, "a"), (4, 6, ""))], "0123b56789"),
    "overlapping in itself": ([fix((1, 4, "a"), (2, 3, "b"))], TEXT),
    "neighbours in one fix": ([fix((1, 2, "a"), (2, 3, "b"))], "0ab3456789"),
    "none": ([], TEXT),
}


@pytest.mark.parametrize(("fixes", "after"), CASES.values(), ids=CASES)
def test_together(fixes: list[Fix], after: str) -> None:
    assert applied(TEXT, edits_of(together(fixes))) == after


spans = st.lists(st.integers(0, 30), min_size=2, max_size=12, unique=True).map(sorted)


@given(spans, st.lists(st.text("ab", max_size=3), min_size=6, max_size=6))
def test_characters_that_no_edit_touches_are_where_shift_says(
    at: list[int], contents: list[str]
) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(31))
    pairs = zip(at[::2], at[1::2], contents, strict=False)
    edits = [Edit(start, end, content) for start, end, content in pairs]
    after = applied(text, edits)
    shift = Shift(edits)
    for offset, char in enumerate(text):
        if not any(e.start <= offset < e.end for e in edits):
            assert after[shift.start(offset)] == char
            assert after[shift.end(offset + 1) - 1] == char
            assert not shift.put_in(shift.start(offset))
    assert sum(map(shift.put_in, range(len(after)))) == sum(len(e.content) for e in edits)
