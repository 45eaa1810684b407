"""Quotes taken out, with their lines and no more."""

from __future__ import annotations

import pytest

from hugo_helpers.check.fix_edits import applied
from hugo_helpers.check.removal import removal
from tests.support.marked import FRONT, post, quote

A, B = quote("a"), quote("b")
BUBBLE = '{{<matomeBubble userName="b">}}\n\n{{</matomeBubble>}}\n'
CASES = {
    "its line": (A + B + A, 1, A + A),
    "its line and the blank one behind": (f"{A}\n{B}\n{A}", 1, f"{A}\n{A}"),
    "the first": (f"Text\n{A}\n{B}", 0, f"Text\n\n{B}"),
    "Windows": (f"{A}\n{B}\n{A}".replace("\n", "\r\n"), 1, f"{A}\n{A}".replace("\n", "\r\n")),
    "the last, without a line end": (f"{A}\n{B}".rstrip(), 1, f"{A}\n"),
    "indented": (f"{A}  {B}{A}", 1, A + A),
    "beside text": (f"Text {B}", 0, "Text \n"),
    "before text": (f"{B.rstrip()} text\n", 0, " text\n"),
    "between others": (A.rstrip() + B.rstrip() + A, 1, A.rstrip() + A),
    "far inside a line": (" " * 500 + B, 0, " " * 500 + "\n"),
    "a bubble": (A + BUBBLE + A, 1, A + A),
}


@pytest.mark.parametrize(("text", "index", "after"), CASES.values(), ids=CASES)
def test_removal(text: str, index: int, after: str) -> None:
    one = post(text)
    fix = removal(one, one.columns.calls[index] if "Bubble" not in text else one.calls[index])
    assert fix is not None
    assert fix.applicability == "unsafe"
    assert applied(one.text, fix.edits).removeprefix(FRONT) == after


def test_a_quote_that_is_answered_stays() -> None:
    one = post(quote("a", id="x") + quote("b", id="y") + quote("c", replyTo="x"))
    first, second, _ = one.calls
    assert removal(one, first) is None
    assert removal(one, second) is not None
