"""C201: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "case": quote() + quote(user="⟦Ann⟧"),
    "width": quote() + quote(user="⟦ａｎｎ⟧"),
    "half-width kana": quote(user="タナカ") + quote(user="⟦ﾀﾅｶ⟧"),
    "normal form": quote(user="が") + quote(user="⟦か\u3099⟧"),
    "space": quote() + quote(user="⟦ann ⟧"),
    "twice": quote() + quote(user="⟦Ann⟧") + quote() + quote(user="Ann"),
    "bubble": quote() + '{{<matomeBubble userName="⟦ANN⟧">}}b{{</matomeBubble>}}\n',
}
MISSES = {
    "same": quote() + quote("b"),
    "others": quote() + quote(user="bob") + quote(user="anna"),
    "kana": quote(user="たなか") + quote(user="タナカ"),
    "none": "a\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("C201", text)
