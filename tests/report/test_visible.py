"""Nothing hidden and nothing that commands gets through; what people write stays."""

from __future__ import annotations

import time
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hugo_helpers.report.visible import glyphs, visible
from tests.report.texts import HOSTILE, hostile_texts

STAYS = {
    "empty": "",
    "ascii": r"a plain text: with C:\path, \x1b written out, :smile: and ## heading",
    "japanese": "（まとめ）　「引用」ー～…、。゛が",
    "half-width kana": "ｶﾞｷﾞ",
    "decomposed kana": "か\u3099",
    "accents": "é e\u0301 ñ",
    "no-break space": "a\xa0b",
    "emoji": "😊 👍🏽 🇯🇵",
    "emoji style": "❤\ufe0f ☎\ufe0e",
    "keycap": "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "family of four": "👨\u200d👩\u200d👧\u200d👦",
    "emoji sequence": "🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 🕵🏻\u200d♂\ufe0f",
    "ideographic variation": "葛\U000e0100城 辻\U000e0101",
    "heading": "## heading",
    "one bracket": "#[error] # #[x]",
    "double colon inside": "std::vector",
    "colon and text": ":smile:",
}

SHOWN = {
    "escape": ("\x1b[31mred", r"\x1b[31mred"),
    "title": ("\x1b]0;evil\x07", r"\x1b]0;evil\x07"),
    "line ends": ("a\r\nb\nc", r"a\x0d\x0ab\x0ac"),
    "tab": ("a\tb", r"a\x09b"),
    "nul": ("\0", r"\x00"),
    "delete": ("\x7f", r"\x7f"),
    "c1": ("\x9b31m", r"\u009b31m"),
    "right to left": ("\u202etxt.exe", r"\u202etxt.exe"),
    "isolates": ("\u2066a\u2069", r"\u2066a\u2069"),
    "zero-width space": ("a\u200bb", r"a\u200bb"),
    "soft hyphen": ("a\xadb", r"a\u00adb"),
    "byte order mark": ("\ufeffa", r"\ufeffa"),
    "line separator": ("a\u2028b\u2029", r"a\u2028b\u2029"),
    "joiner in text": ("a\u200db", r"a\u200db"),
    "joiner before an emoji": ("\u200d😊", r"\u200d😊"),
    "joiner at the end": ("😊\u200d", r"😊\u200d"),
    "five joined": ("😊" + "\u200d😊" * 4, "😊" + "\u200d😊" * 3 + r"\u200d😊"),
    "smuggled selectors": ("😊\ufe0f\ufe01\ufe02", "😊\ufe0f" + r"\ufe01\ufe02"),
    "smuggled supplement": ("😊\U000e0148\U000e0149", r"😊\U000e0148\U000e0149"),
    "selector on a letter": ("a\ufe0f", r"a\ufe0f"),
    "two on an ideograph": ("葛\U000e0100\U000e0101", "葛\U000e0100" + r"\U000e0101"),
    "tags": ("🏴\U000e0067\U000e007f", r"🏴\U000e0067\U000e007f"),
    "hangul filler": ("\u3164", r"\u3164"),
    "byte of a file name": ("caf\udce9.md", r"caf\xe9.md"),
    "lone surrogate": ("\ud83d", r"\ud83d"),
    "command": ("##[add-mask]x", r"#\x23[add-mask]x"),
    "command inside": ("a ##[error]", r"a #\x23[error]"),
    "command behind more": ("###[error]", r"##\x23[error]"),
    "other runners": ("##vso[x] ##teamcity[x]", r"#\x23vso[x] #\x23teamcity[x]"),
    "command in two": ("#\u200b#[x]", r"#\u200b#[x]"),
    "workflow command": ("::error::x", r"\x3a:error::x"),
    "workflow command behind space": (" \u3000::error::x", " \u3000" + r"\x3a:error::x"),
    "workflow command behind a line end": ("\n::error::x", r"\x0a::error::x"),
    "colon alone": (":", r"\x3a"),
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("plane", range(17))
def test_no_character_of_a_hidden_category_alone_gets_through(plane: int) -> None:
    for code in range(plane << 16, (plane + 1) << 16):
        character = chr(code)
        if category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            assert visible(f"a{character}b").isprintable(), hex(code)


@given(hostile_texts)
@example("".join(HOSTILE))
def test_laws(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert not {category(c) for c in shown.replace("\u200d", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown
    assert len(shown.splitlines()) <= 1
    shown.encode()


@given(hostile_texts, st.integers(0, 40), st.integers(0, 40))
def test_glyphs_of_parts_show_no_more_than_the_whole(text: str, one: int, other: int) -> None:
    first, second = sorted((one, other))
    first, second = min(first, len(text)), min(second, len(text))
    parts = glyphs(text, first, second, len(text))
    assert len(parts) == 3
    shown = "".join(glyph for part in parts for glyph in part)
    assert "##[" not in shown
    assert not {category(c) for c in shown.replace("\u200d", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize(
    "unit", ["\u200d", "😊\u200d", "#", "##a", " ", "\u3000", "😊\ufe0f", "\x1b", "葛\U000e0100"]
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * size
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            visible(text)
            best = min(best, time.process_time() - start)
        return best

    seconds(100)
    assert seconds(80_000) < 8 * seconds(20_000) + 0.02
