"""Where lines may break: tables of good places, and of places where they never may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.thumbnails.clusters import clean, split
from hugo_helpers.thumbnails.linebreak import Break, breaks


def _shown(text: str) -> str:
    """The text with `|` where a phrase or sentence may end."""
    clusters = split(clean(text, 500))
    kinds = breaks(clusters)
    return "".join(
        ("|" if kind >= Break.PHRASE else "") + cluster
        for kind, cluster in zip(kinds, clusters, strict=True)
    )


@pytest.mark.parametrize(
    "expected",
    [
        "6ドルで|R1超え！？|S1の|実力とは？|AI界隈騒然！",
        "Why |I |stopped |using |microservices",
        "「ブラウザは|もう|終わり」なのか？",
        "100 GB |of |RAM",
        "メモリ100 GBで|動く",
        "2025年10月の|話題",
        "state-of-the-art |models",
        "Rustで|OSを|書く",
        "안녕하세요 |세계",
        "Hello, |world! |Again",
        "",
        "日本",
    ],
)
def test_phrases_and_words(expected: str) -> None:
    assert _shown(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("text", "before"),
    [
        *(pytest.param(f"漢字{sign}漢字", 2, id=f"start-{ord(sign):x}")
          for sign in "、。」』）】！？ーっゃゅょァッャュョ々・：；…‥〜%,.!?)]}’”ヵヶぁｯｰ｡､｣"),
        *(pytest.param(f"漢字{sign}漢字", 3, id=f"end-{ord(sign):x}")
          for sign in "（「『【〔［｛“‘([{$¥￥#＃@"),
        pytest.param("ああああwordああ", 5, id="inside-a-word"),
        pytest.param("x86アーキテクチャ", 1, id="letters-and-digits"),
        pytest.param("価格は1,000円です", 4, id="inside-a-number"),
        pytest.param("価格は10円です", 5, id="kanji-counter"),
        pytest.param("約6ドルです", 3, id="katakana-counter"),
        pytest.param("約6ドルです", 2, id="katakana-counter-at-digit"),
        pytest.param("use 16 GB now", 7, id="unit-after-space"),
        pytest.param("use 16 GB now", 6, id="space-before-unit"),
        pytest.param("だが――しかし", 3, id="double-dash"),
        pytest.param("だが……しかし", 3, id="double-ellipsis"),
        pytest.param("100\u00a0apples", 4, id="no-break-space"),
    ],
)  # fmt: skip
def test_never(text: str, before: int) -> None:
    kinds = breaks(split(clean(text, 100)))
    assert kinds[before] in (Break.NEVER, Break.WORD)
    assert kinds[before] == Break.NEVER or text[before].isascii()


@pytest.mark.parametrize(
    ("text", "before", "kind"),
    [
        ("すごい！本当に", 4, Break.SENTENCE),
        ("Really? Yes", 8, Break.SENTENCE),
        ("Show HN: mine", 9, Break.SENTENCE),
        ("これは、あれ", 4, Break.PHRASE),
        ("彼の「夢」", 2, Break.PHRASE),
        ("word", 2, Break.WORD),
        ("a.b", 2, Break.WORD),
        ("機械学習", 1, Break.LETTER),
        ("use 16 apples", 7, Break.PHRASE),
        ("🎉🚀", 1, Break.LETTER),
    ],
)
def test_kinds(text: str, before: int, kind: Break) -> None:
    assert breaks(split(clean(text, 100)))[before] == kind


@given(st.text(max_size=80))
def test_there_is_one_kind_for_each_cluster_and_the_first_is_never(text: str) -> None:
    clusters = split(clean(text, 80))
    kinds = breaks(clusters)
    assert len(kinds) == len(clusters)
    assert kinds[:1] in ([], [Break.NEVER])
    assert all(
        kind == Break.NEVER for cluster, kind in zip(clusters, kinds, strict=True) if cluster == " "
    )
