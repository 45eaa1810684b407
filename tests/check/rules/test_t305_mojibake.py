"""T305: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends


def taken_for(text: str, written: str, read: str) -> str:
    """`text` written in one encoding and read in another; bytes without a sign as controls."""
    signs = []
    for byte in text.encode(written):
        try:
            signs.append(bytes((byte,)).decode(read))
        except UnicodeDecodeError:
            signs.append(chr(byte))
    return "".join(signs)


HITS = {
    "apostrophe": quote("I don⟦â€™⟧t"),
    "accent": quote("caf⟦Ã©⟧"),
    "space": quote("a⟦Â\xa0⟧b"),
    "emoji": quote("a⟦ðŸ˜Š⟧b"),
    "kana": quote(f"⟦{taken_for('こんにちは', 'utf-8', 'cp1252')}⟧"),
    "kana as Latin-1": quote(f"⟦{taken_for('こんにちは', 'utf-8', 'latin-1')}⟧"),
    "Cyrillic": quote(f"⟦{taken_for('Привет', 'utf-8', 'latin-1')}⟧"),
    "byte order mark": quote("⟦ï»¿⟧a"),
    "Shift_JIS": quote("⟦縺薙ｓ縺ｫ縺｡縺ｯ⟧ x"),
    "Shift_JIS with lost bytes": quote("⟦縺ゅ→縺ｧ縲√∪縺�⟧ x"),
    "as Shift_JIS": quote(f"⟦{taken_for('これはひどい', 'cp932', 'cp1252')}⟧"),
    "as EUC-JP": quote(f"⟦{taken_for('こんにちは', 'euc_jp', 'latin-1')}⟧"),
    "holes": quote("⟦ã“ã‚“ã«ã¡ã¯⟧"),
    "replacement character": quote("a⟦\ufffd⟧b⟦\ufffd\ufffd⟧"),
    "title": "+++\ntitle = 'I don⟦â€™⟧t'\n+++\n",
}
MISSES = {
    "curly": quote("I don’t – “you” do…"),
    "French": quote("à « la » carte, château, déjà là… «É»"),
    "Portuguese": quote("NÃO, maçã… «amanhã», CORAÇÃO”"),
    "Spanish": quote("CAFÉ… AÑO’S"),
    "German": quote("BLÄ… Über”"),
    "one of a kanji": quote("繧繝彩色、縺れる"),
    "aperture": quote("ƒ/2.8 ‚x‘ ¤5"),
    "Cyrillic": quote("Привет"),
    "half-width katakana": quote("ｱｲｳ 縺れ"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T305", text)


TURNED_BACK = {
    "utf-8 as cp1252": ("utf-8", "cp1252"),
    "utf-8 as latin-1": ("utf-8", "latin-1"),
    "shift_jis": ("cp932", "cp1252"),
    "euc-jp": ("euc_jp", "latin-1"),
}


@pytest.mark.parametrize(("written", "read"), TURNED_BACK.values(), ids=TURNED_BACK)
def test_is_turned_back(written: str, read: str) -> None:
    spoilt = taken_for("これはひどい", written, read)
    assert_mends("T305", quote(f"a {spoilt} b"), quote("a これはひどい b"), "unsafe")
    assert_mends("T305", quote(f"a {spoilt} b"), quote(f"a {spoilt} b"))


def test_what_is_lost_is_not_turned_back() -> None:
    for lost in ("a\ufffdb", "縺ゅ→縺ｧ縲√∪縺�"):
        assert_mends("T305", quote(lost), quote(lost), "unsafe")
