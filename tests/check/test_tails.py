"""The tail of a long thread, folded by twenties."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.fix import mend
from hugo_helpers.check.runner import Checker
from hugo_helpers.check.tails import folded
from tests.support.marked import FRONT, post, quote

Q = quote()
BUBBLE = '{{<matomeBubble userName="a">}}b{{</matomeBubble>}}\n'
JA, EN = "もっとコメントを表示（%d）", "More comments (%d)"
CHECK = Checker([RULES["Q205"], RULES["Q204"]]).check


def fold(inside: str, number: int, wording: str = JA) -> str:
    return f'{{{{< details summary="{wording % number}" >}}}}\n{inside}{{{{< /details >}}}}\n'


CASES = {
    "one fold": (Q * 60, Q * 20 + fold(Q * 20, 1) + fold(Q * 20, 2)),
    "a rest": (Q * 51, Q * 20 + fold(Q * 20, 1) + fold(Q * 11, 2)),
    "a rest of one": (Q * 61, Q * 20 + fold(Q * 20, 1) + fold(Q * 20, 2) + Q),
    "Windows": (
        (Q * 60).replace("\n", "\r\n"),
        (Q * 20 + fold(Q * 20, 1) + fold(Q * 20, 2)).replace("\n", "\r\n"),
    ),
    "bubbles": (BUBBLE * 60, BUBBLE * 20 + fold(BUBBLE * 20, 1) + fold(BUBBLE * 20, 2)),
    "text between": (
        f"{Q * 40}Text\n{Q * 20}",
        f"{Q * 20}{fold(Q * 20, 1)}Text\n{fold(Q * 20, 2)}",
    ),
    "worded as another fold, and numbered on": (
        Q * 55 + fold(Q, 1, "Noch mehr (%d)"),
        Q * 20
        + fold(Q * 20, 1, "Noch mehr (%d)")
        + fold(Q * 15, 2, "Noch mehr (%d)")
        + fold(Q, 3, "Noch mehr (%d)"),
    ),
}


@pytest.mark.parametrize(("text", "after"), CASES.values(), ids=CASES)
def test_folded(text: str, after: str) -> None:
    front = FRONT.replace("\n", "\r\n") if "\r\n" in text else FRONT
    once = mend(post(front + text), CHECK, post, unsafe=True)
    assert once.dropped == ()
    assert once.post.text == front + after
    assert mend(once.post, CHECK, post, unsafe=True).post is once.post
    assert mend(post(front + text), CHECK, post).fixed == ()


def test_the_language_of_the_post_words_the_summary() -> None:
    fix = folded(post(Q * 60, "content/posts/a.en.md"))
    assert fix is not None
    assert EN % 1 in fix.edits[0].content


def test_what_stands_in_one_line_is_folded_too() -> None:
    text = Q.rstrip() * 60
    once = mend(post(text), CHECK, post, unsafe=True)
    assert once.record.findings == ()
    assert [len(one.quotes) for one in once.post.thread.folds] == [20, 20]


def test_quotes_with_text_between_each_stay() -> None:
    assert folded(post(f"{Q}Text\n" * 60)) is None
