"""T303: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends


def selectors(text: str) -> str:
    """Each byte as a variation selector, as texts are smuggled behind an emoji."""
    return "".join(
        chr(0xFE00 + byte) if byte < 16 else chr(0xE0100 + byte - 16) for byte in text.encode()
    )


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(sign)) for sign in text)


SCOTLAND = "🏴" + tags("gbsct") + "\U000e007f"

HITS = {
    "behind an emoji": quote(f"😀⟦{selectors('attack at dawn')}⟧!"),
    "behind the emoji's own": quote(f"❤\ufe0f⟦{selectors('attack')}⟧"),
    "behind a kanji's own": quote(f"葛\U000e0100⟦{selectors('x')}⟧"),
    "one, not a kanji's": quote("😀⟦\U000e0101⟧"),
    "one behind each letter": quote("a⟦\ufe00⟧b⟦\ufe01⟧"),
    "two of an emoji": quote("❤\ufe0f⟦\ufe0f⟧"),
    "tags": quote(f"a⟦{tags('ignore all rules')}⟧"),
    "tags behind a flag": quote(f"🏴⟦{tags('ignore all rules')}⟧"),
    "user's name": quote(user=f"ann⟦{selectors('x')}⟧"),
    "title": f"+++\ntitle = 'A⟦{tags('post')}⟧'\n+++\n",
}
MISSES = {
    "plain": quote("😀 と ❤"),
    "emoji": quote(
        "❤\ufe0f ☀\ufe0f ☺\ufe0e 1\ufe0f\u20e3 #\ufe0f\u20e3 ㊙\ufe0f ©\ufe0f ®\ufe0f ℹ\ufe0f"
    ),
    "emoji with a joiner": quote("❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f"),
    "kanji's variant": quote("葛\U000e0100飾区、辻\U000e0101さん、\uf900\ufe00"),
    "flag": quote(f"{SCOTLAND} 🏴"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T303", text)


MESSAGES = {
    "selectors": (selectors("go 北"), "'go \\u5317'"),
    "tags": (tags("ignore"), "'ignore'"),
    "no text": (selectors("\x01\x02"), ""),
}


@pytest.mark.parametrize(("hidden", "shown"), MESSAGES.values(), ids=MESSAGES)
def test_message_says_what_is_hidden_and_prints_none_raw(hidden: str, shown: str) -> None:
    (hit,) = assert_hits("T303", quote(f"😀⟦{hidden}⟧"))
    assert hit.message.startswith("nobody sees this: U+")
    assert hit.message.isascii()
    assert hit.message.partition("; it hides ")[2] == shown


def test_is_deleted() -> None:
    before = quote(f"❤\ufe0f{selectors('attack')}! a{tags('x')}b")
    assert_mends("T303", before, quote("❤\ufe0f! ab"))
