"""Characters made harmless, and the clusters that must stay together."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.thumbnails.clusters import MAX_MARKS, clean, is_emoji, split

FAMILY = "👨‍👩‍👧‍👦"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  a \t\r\n b\u3000\u2028c ", "a b c", id="white-space"),
        pytest.param("a\x00b\x1b[31mc", "a b [31mc", id="control"),
        pytest.param("abc\u202edcba\u202c\u2066x\u2069", "abcdcbax", id="bidi"),
        pytest.param("a\u200bb\ufeffc\u00add\u2060e", "abcde", id="zero-width"),
        pytest.param("a\u3164\uffa0b\u115fc\ufffcd", "abcd", id="fillers"),
        pytest.param("a\ud800b", "ab", id="lone-surrogate"),
        pytest.param("100\u00a0GB\u00a0", "100\u00a0GB", id="no-break-space"),
        pytest.param("葛\U000e0100城", "葛城", id="ideographic-variation"),
        pytest.param("", "", id="empty"),
        pytest.param("\u202e\u200b\u2060 \n", "", id="nothing-left"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text, 100) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("abc", ["a", "b", "c"], id="letters"),
        pytest.param(f"a{FAMILY}b", ["a", FAMILY, "b"], id="family"),
        pytest.param("🇯🇵🇩🇪", ["🇯🇵", "🇩🇪"], id="flags"),
        pytest.param("🇯🇵🇩", ["🇯🇵", "🇩"], id="half-a-flag"),
        pytest.param("1️⃣2", ["1️⃣", "2"], id="keycap"),
        pytest.param("👍🏽👍", ["👍🏽", "👍"], id="skin"),
        pytest.param("❤️‍🔥!", ["❤️‍🔥", "!"], id="heart-on-fire"),
        pytest.param(f"{ENGLAND}x", [ENGLAND, "x"], id="tag-flag"),
        pytest.param("か\u3099き", ["が", "き"], id="voiced-mark-composes"),
        pytest.param("e\u0301a", ["é", "a"], id="accent-composes"),
        pytest.param("\u1112\u1161\u11ab\u1100\u1173\u11af", ["한", "글"], id="jamo"),
        pytest.param("a\u200db", ["a", "b"], id="joiner-between-letters"),
        pytest.param("\u0301\u200d\ufe0fa", ["a"], id="nothing-to-stand-on"),
        pytest.param("😀" + "\ufe00\ufe01\ufe02\ufe0f" * 9, ["😀\ufe0f"], id="smuggled-selectors"),
        pytest.param("😀\U000e0041\U000e0042", ["😀"], id="smuggled-tags"),
        pytest.param("نم\u200cی", ["ن", "م\u200c", "ی"], id="non-joiner-in-arabic"),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert split(clean(text, 200)) == expected


@given(st.text(max_size=60))
def test_whatever_comes_in_the_clusters_are_harmless(text: str) -> None:
    found = split(clean(text, 40))
    for cluster in found:
        assert cluster
        assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in cluster)
        assert sum(unicodedata.category(each)[0] == "M" for each in cluster) <= 24
        assert "\u202e" not in cluster
    assert len("".join(found)) <= 40 * 2


def test_combining_runs_are_bounded() -> None:
    (cluster,) = split(clean("a" + "\u0321" * 500, 1000))
    assert len(cluster) == 1 + MAX_MARKS


@pytest.mark.parametrize("unit", ["a", "\u200b", "\u0301", "😀\u200d", " \n", "\u202e"])
def test_a_hundred_thousand_characters_take_no_time(unit: str) -> None:
    start = time.process_time()
    assert len(split(clean(unit * 100_000, 1200))) <= 1200
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [("😀", True), ("☕", True), ("❤", False), ("❤️", True), ("☕\ufe0e", False), ("1", False),
     ("1️⃣", True), ("🇯🇵", True), ("あ", False), ("©", False), ("㊙️", True)],
)  # fmt: skip
def test_is_emoji(cluster: str, *, expected: bool) -> None:
    assert is_emoji(cluster) is expected
