"""T304: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "backspace": quote("a⟦\x08⟧b"),
    "null": quote("a⟦\x00⟧b"),
    "several": quote("a⟦\x01\x02⟧b⟦\x03⟧"),
    "delete": quote("a⟦\x7f⟧b"),
    "next line": quote("a⟦\x85⟧b"),
    "of the upper range": quote("I don⟦\x92⟧t"),
    "line separator": quote("a⟦\u2028⟧b⟦\u2029⟧c"),
    "vertical tab": quote("a⟦\x0b⟧b"),
    "colour": quote("a⟦\x1b[31m⟧b⟦\x1b[0m⟧"),
    "object": quote("a⟦\ufffc⟧b"),
    "noncharacter": quote("a⟦\uffff⟧b"),
    "text": "a⟦\x08⟧b\n",
}
MISSES = {
    "white space": quote("a\tb　c\xa0d") + "\r\n\tx\n",
    "plain": quote("a こんにちは 😀 é"),
    "mojibake": quote("ã\x81\x93ã\x82\x93"),
    "replacement character": quote("a\ufffdb"),
    "zero width": quote("a\u200bb"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T304", text)


def test_message_names_and_prints_none_raw() -> None:
    first, second = assert_hits("T304", quote("a⟦\x08\x08⟧b⟦\x1b[31m⟧c"))
    assert first.message == "control character: U+0008 control character (2)"
    assert second.message.startswith("control character: a terminal's colour: U+001B")
    assert second.message.isprintable()


def test_is_deleted_or_becomes_a_break() -> None:
    assert_mends("T304", quote("a\x08b\x1b[31mc\u2028d"), quote("abc<br>d"))
    assert_mends("T304", quote("don\x92t"), quote("don\x92t"))
    assert_mends("T304", quote("don\x92t"), quote("dont"), "unsafe")
    assert_mends("T304", "a\u2028b\n", "a\u2028b\n", "unsafe")
