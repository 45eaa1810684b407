"""T108: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends


def percent(body: str) -> str:
    return f'{{{{% matomeQuote body="{body}" userName="ann" %}}}}\n'


def titled(title: str, line: str) -> str:
    return f"+++\ntitle = '{title}'\n+++\n\n> {line}\n\ntext\n"


HITS = {
    "emphasis": percent("this ⟦*x*⟧ and ⟦_y_⟧"),
    "strong": percent("call ⟦__init__⟧ now, ⟦**now**⟧, ⟦~~never~~⟧"),
    "list": percent("⟦1.⟧ one<br>⟦2)⟧ two"),
    "bullets": percent("⟦+⟧ one<br>⟦-⟧ two<br>⟦*⟧ three"),
    "heading": percent("⟦##⟧ one"),
    "title": titled("__init__ とは", "⟦__init__⟧ とは"),
    "title as a list": titled("1. 何か", "⟦1.⟧ 何か"),
}
MISSES = {
    "no Markdown there": quote("this *x* and _y_<br>1. one<br># two<br>+ three"),
    "no emphasis": percent("2 * 3 * 4, snake_case_name, a*b*c, 5 ~~ 6"),
    "no list": percent("1.5 or +1, -x, #1"),
    "code": percent("`*x*` and `__init__`"),
    "plain title": titled("何か_何か", "何か_何か"),
    "escaped title": titled("__init__ とは", "\\\\_\\\\_init\\\\_\\\\_ とは"),
    "another line": titled("__init__ とは", "*とても*よい"),
    "author's own Markdown": "this *x*\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T108", text)


def test_delimiters_are_changed() -> None:
    after = '{{< matomeQuote body="*x* _y_" userName="ann" >}}\n'
    assert_mends("T108", percent("*x* _y_"), after, "unsafe")
