"""Numbers of folds."""

from __future__ import annotations

import pytest

from hugo_helpers.check.fold_numbers import Number, number

NUMBERS = {
    "もっとコメントを表示（1）": Number("もっとコメントを表示", 1, wide=False),
    "More (12)": Number("More", 12, wide=False),
    "もっと（１２）": Number("もっと", 12, wide=True),
    "More [3] ": Number("More", 3, wide=False),
    "(a) (4)": Number("(a)", 4, wide=False),
    "（5）": Number("", 5, wide=False),
    "More": None,
    "More (a)": None,
    "(3) more": None,
    "20 more": None,
    "": None,
}


@pytest.mark.parametrize("summary", NUMBERS)
def test_number(summary: str) -> None:
    assert number(summary) == NUMBERS[summary]


def test_like() -> None:
    assert Number("", 1, wide=True).like(12) == "１２"
    assert Number("", 1, wide=False).like(12) == "12"
