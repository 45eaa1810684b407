"""Whatever Japanese was spoilt is found and turned back, and what was not is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable

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


WORDS = re.findall(
    r"\S+",
    """
    日本 東京 世界 問題 情報 関係 必要 可能 場合 意味 経済 政府 社会 研究 技術 開発 企業 教育
    環境 国際 会議 発表 説明 理由 結果 方法 計画 予定 手紙 写真 映画 音楽 料理 旅行 病院 銀行
    図書 新聞 自動車 自転車 図書館 日本語 大学生 飛行機 新幹線 研究者 可能性 人工知能 経済成長
    """,
)
KANJI = st.lists(st.sampled_from(WORDS), min_size=3, max_size=6).map("".join)


@pytest.mark.parametrize(("written", "read"), WAYS.values(), ids=WAYS)
@given(text=KANJI)
def test_kanji_are_found_and_turned_back(written: str, read: str, text: str) -> None:
    (piece,) = garbled(post(f"a {text.encode(written).decode(read)} b\n"))
    assert piece.meant == text


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
def test_a_word_in_utf8_is_found(word: str, read: str) -> None:
    # Where Windows-1252 has no sign, browsers take a control character.
    spoilt = "".join(bytes((byte,)).decode(read, "ignore") or chr(byte) for byte in word.encode())
    (piece,) = garbled(post(f"a {spoilt} b\n"))
    assert piece.meant == word


SYLLABLES = re.findall(
    r"\S+",
    """
    ça né été äh öl für ñan çã ção ísl œuv åre ßen maï noë šar žiž ðu þet hà où vê mão łód gęś ærø
    être île ûr ün év ê a le den und os
    """,
)
LATIN_WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join)
CASES = st.sampled_from([str.lower, str.upper, str.title])
JOINED = st.sampled_from(["», “", "” – „", "…", "—", " ", "’", "•", "™ ", ", "])


@given(st.lists(st.tuples(LATIN_WORDS, CASES, JOINED)))
def test_words_of_european_languages_are_left_alone(
    words: list[tuple[str, Callable[[str], str], str]],
) -> None:
    text = "".join(case(word) + behind for word, case, behind in words)
    assert garbled(post(f" «{text}”…\n")) == ()


@given(st.text("あいうえおアイウエオ日本語人工知能、。「」（）！？…ー ", min_size=1))
def test_japanese_is_left_alone(text: str) -> None:
    assert garbled(post(text + "\n")) == ()


def test_pieces_far_from_each_other_and_long_ones_are_found_whole() -> None:
    """Only what is around two signs that stand together is looked at."""
    long, short = ("日本語のながい文" * 100), "café"
    far = "　ながい文。" * 300 + "é" + "x" * 1_000
    spoilt = [text.encode().decode("latin-1") for text in (short, long, short)]
    whole = post(far.join(spoilt) + "\n")
    found = garbled(whole)
    assert [piece.meant for piece in found] == ["é", long, "é"]
    for piece in found:
        assert whole.text[piece.start : piece.end].encode("latin-1").decode() == piece.meant
