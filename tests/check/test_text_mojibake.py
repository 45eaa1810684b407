"""Whatever Japanese was spoilt is found and turned back, and what was not is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.text_mojibake import garbled
from tests.support.marked import post

KANA = st.text(st.characters(min_codepoint=0x3042, max_codepoint=0x3093), min_size=8, max_size=30)
WAYS = {
    "UTF-8 as Latin-1": ("utf-8", "latin-1"),
    "Shift_JIS as Latin-1": ("cp932", "latin-1"),
    "EUC-JP as Latin-1": ("euc_jp", "latin-1"),
}


@pytest.mark.parametrize(("written", "read"), WAYS.values(), ids=WAYS)
@given(text=KANA)
def test_kana_are_found_and_turned_back(written: str, read: str, text: str) -> None:
    spoilt = text.encode(written).decode(read)
    (piece,) = garbled(post(f"a {spoilt} b\n"))
    assert piece.meant == text


@given(KANA)
def test_utf8_as_shift_jis_is_found(text: str) -> None:
    spoilt = text.encode().decode("cp932", "replace")
    (piece, *_) = garbled(post(f"a {spoilt} b\n"))
    assert piece.taken_for == "UTF-8 read as Shift_JIS"


@pytest.mark.parametrize("text", ["it’s", "wait…", "“quoted words"])
def test_typographic_signs_as_shift_jis_are_turned_back(text: str) -> None:
    spoilt = text.encode().decode("cp932", "ignore")
    pieces = garbled(post(f"{spoilt}\n"))
    assert pieces
    for piece in pieces:
        assert piece.taken_for == "UTF-8 read as Shift_JIS"
        assert piece.meant in text
    assert garbled(post("貧窶の底\n")) == ()


@given(st.lists(st.text("abcçñéèàôüßãõÉÀÔÜabcdefghij", min_size=1)))
def test_words_of_european_languages_are_left_alone(words: list[str]) -> None:
    assert garbled(post(" «" + "», “".join(words) + "”…\n")) == ()


@given(st.text("あいうえおアイウエオ日本語人工知能、。「」（）！？…ー ", min_size=1))
def test_japanese_is_left_alone(text: str) -> None:
    assert garbled(post(text + "\n")) == ()
