"""Columns of a terminal, by glyph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.report.width import width

WIDTHS = {
    "empty": ("", 0),
    "ascii": ("matome", 6),
    "latin": ("café", 4),
    "combining accent": ("cafe\u0301", 4),
    "kanji": ("漢字", 4),
    "kana": ("まとめ", 6),
    "half-width kana": ("ﾏﾄﾒ", 3),
    "half-width voicing": ("ｶﾞ", 2),
    "combining voicing": ("か\u3099", 2),
    "full-width letters": ("ＡＢ", 4),
    "full-width signs": ("＞（）", 6),
    "ideographic space": ("a　b", 4),
    "ambiguous": ("…α○", 3),
    "no-break space": ("\xa0", 1),
    "hangul": ("한글", 4),
    "conjoining hangul": ("\u1112\u1161\u11ab", 2),
    "emoji": ("😊", 2),
    "emoji with skin": ("👍🏽", 2),
    "family": ("👨\u200d👩\u200d👧", 2),
    "heart in emoji style": ("❤\ufe0f", 2),
    "heart in text style": ("❤\ufe0e", 1),
    "heart alone": ("❤", 1),
    "keycap": ("1\ufe0f\u20e3", 2),
    "flag": ("🇯🇵", 2),
    "ideographic variation": ("葛\U000e0100", 2),
    "beyond the basic plane": ("𠮷", 2),
    "escape that is written out": (r"\u202e", 6),
}


@pytest.mark.parametrize(("text", "columns"), WIDTHS.values(), ids=WIDTHS)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.lists(st.sampled_from([text for text, _ in WIDTHS.values()])))
def test_a_text_is_as_wide_as_its_parts(parts: list[str]) -> None:
    assert width(" ".join(parts)) == sum(map(width, parts)) + max(len(parts) - 1, 0)
