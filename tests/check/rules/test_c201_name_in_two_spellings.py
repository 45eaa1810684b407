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
    "Cyrillic": quote(user="Ann") + quote(user="⟦Аnn⟧"),
    "Cyrillic first": quote(user="Аnn") + quote(user="⟦Ann⟧") + quote(user="Ann"),
    "Cyrillic in another case": quote(user="ann") + quote(user="⟦Аnn⟧"),
    "Cyrillic alone": quote(user="cop") + quote(user="⟦сор⟧"),
    "Greek": quote(user="OK") + quote(user="⟦ΟK⟧") + quote(user="⟦ΟΚ⟧"),
    "Greek in another case": quote(user="Νίκος") + quote(user="⟦ΝΊΚΟΣ⟧"),
    "Armenian": quote(user="bob") + quote(user="⟦bօb⟧"),
    "kanji for kana": quote(user="カトー") + quote(user="⟦力卜一⟧") + quote(user="⟦カトー ⟧"),
    "full-width look-alike": quote(user="カ") + quote(user="⟦力⟧") + quote(user="⟦ｶ⟧"),
    "kana of the other kind": quote(user="へり") + quote(user="⟦ヘリ⟧"),
    "circles": quote(user="〇〇") + quote(user="⟦○○⟧"),
    "apostrophe": quote(user="O'Neil") + quote(user="⟦O’Neil⟧"),
    "bubble": quote() + '{{<matomeBubble userName="⟦ANN⟧">}}b{{</matomeBubble>}}\n',
}
MISSES = {
    "same": quote() + quote("b"),
    "others": quote() + quote(user="bob") + quote(user="anna"),
    "kana": quote(user="たなか") + quote(user="タナカ"),
    "look-alikes and more": quote(user="カトー") + quote(user="力卜一郎") + quote(user="タトー"),
    "kanji": quote(user="二口") + quote(user="三口") + quote(user="力") + quote(user="刀"),
    "Latin that a reader tells apart": quote(user="Bill1") + quote(user="Billl"),
    "Greek and Latin": quote(user="Γιώργος") + quote(user="Giorgos") + quote(user="Ωmega"),
    "a break in a name": quote(user="カ") + "{{<matomeQuote body=`a` userName=`x\ny`>}}\n",
    "none": "a\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("C201", text)


def test_the_message_names_the_letters() -> None:
    (hit,) = assert_hits("C201", quote(user="Аnn") + quote(user="⟦Ann⟧"))
    assert hit.message == "'Ann' only looks like 'Аnn': U+0410 CYRILLIC CAPITAL LETTER A"
    (hit,) = assert_hits("C201", quote(user="カトー") + quote(user="⟦力トー⟧"))
    assert hit.message == "'力トー' only looks like 'カトー': U+529B CJK UNIFIED IDEOGRAPH-529B"
    (hit,) = assert_hits("C201", quote(user="カ") + quote(user="⟦ｶ⟧"))
    assert hit.message == "'ｶ' is 'カ' in another spelling"
