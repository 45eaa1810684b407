"""T301: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.post import Post
from hugo_helpers.site import content
from tests.support.marked import CONTEXT, FRONT, ROOT, assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "space": quote("Hel⟦\u200b⟧lo"),
    "several": quote("Hel⟦\u200b\u200b\u2060⟧lo"),
    "joiner between letters": quote("a⟦\u200d⟧b"),
    "non-joiner between letters": quote("あ⟦\u200c⟧い"),
    "joiner behind an emoji": quote("😀⟦\u200d⟧b"),
    "byte order mark inside": quote("a⟦\ufeff⟧b"),
    "soft hyphen": quote("a⟦\xad⟧b"),
    "invisible times": quote("a⟦\u2062⟧b"),
    "Hangul filler": quote(user="⟦\u3164⟧"),
    "user's name": quote(user="an⟦\u200b⟧n"),
    "title": "+++\ntitle = 'A ⟦\u200b⟧post'\n+++\n",
    "text": "one⟦\u200b⟧two\n",
}
MISSES = {
    "plain": quote("Hello、こんにちは　😀"),
    "family": quote("👨\u200d👩\u200d👧 と ❤️\u200d🔥 と 👩🏽\u200d💻 と 🏃\u200d♂️"),
    "Persian": quote("می\u200cخواهم"),
    "Devanagari": quote("क्\u200dष"),
    "part of spoilt text": quote("æ¼¢å\xad—"),
    "Mongolian": quote("ᠠ\u180e ᠨ\u180b"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T301", text)


def test_a_byte_order_mark_at_the_start_belongs_there() -> None:
    page = content.page(ROOT / "a.md", "a.md", "\ufeff" + FRONT + quote("a"))
    check = RULES["T301"].body.post
    assert check is not None
    assert list(check(Post(page, CONTEXT))) == []


def test_message_names_and_counts_and_prints_none_raw() -> None:
    (hit,) = assert_hits("T301", quote("a⟦\u200b\u200b\u2060⟧b"))
    assert hit.message == "nobody sees this: U+200B ZERO WIDTH SPACE (2), U+2060 WORD JOINER"


def test_is_deleted() -> None:
    assert_mends("T301", quote("a\u200bb\xadc\u2060"), quote("abc"))
