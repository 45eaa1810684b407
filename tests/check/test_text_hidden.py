"""The sets of hidden characters against Unicode's own data."""

from __future__ import annotations

import re
import unicodedata

import pytest

from hugo_helpers.check.text_hidden import named, runs
from hugo_helpers.check.text_rare import BIDI, CONTROL, SELECTOR, ZERO_WIDTH
from tests.support.marked import post

SETS = {"control": CONTROL, "bidi": BIDI, "selector": SELECTOR, "zero width": ZERO_WIDTH}
WANTED = "\t\n\r"
VISIBLE_FORMATS = (
    *range(0x0600, 0x0606),  # signs above and below Arabic numbers
    *(0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD),
    *range(0x13430, 0x13440),  # how hieroglyphs are joined
    *range(0x1BCA0, 0x1BCA4),  # shorthand
    *range(0x1D173, 0x1D17B),  # music
)


FILLERS = "\u115f\u1160\u3164\uffa0"
OBJECT = "\ufffc"


def _is_visible(sign: str) -> bool:
    category = unicodedata.category(sign)
    visible = category[0] in "LNPSZ" and category not in ("Zl", "Zp")
    return visible and sign not in FILLERS + OBJECT


def test_every_control_and_format_character_is_in_one_set() -> None:
    missing = []
    for code in range(0x110000):
        sign = chr(code)
        if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") and sign not in WANTED:
            sets = [name for name, inside in SETS.items() if re.match(f"[{inside}]", sign)]
            if len(sets) != 1 and code not in VISIBLE_FORMATS:
                missing.append(hex(code))
    assert missing == []


@pytest.mark.parametrize("inside", SETS.values(), ids=SETS)
def test_no_visible_character_is_in_a_set(inside: str) -> None:
    found = [
        hex(code)
        for code in range(0x110000)
        if _is_visible(chr(code)) and re.match(f"[{inside}]", chr(code))
    ]
    assert found == []


def test_runs() -> None:
    text = "a\u200b\u200bb\u202ec\n"
    assert runs(post(text, "a.md"), ZERO_WIDTH) != []
    start = post(text).text.index("a\u200b")
    assert runs(post(text), ZERO_WIDTH) == [(start + 1, start + 3)]
    assert runs(post(text), BIDI) == [(start + 4, start + 5)]
    assert runs(post("plain\n"), BIDI) == []


def test_named() -> None:
    assert named("\u200b\u2060\u200b") == "U+200B ZERO WIDTH SPACE (2), U+2060 WORD JOINER"
    assert named("\x08") == "U+0008 control character"
    assert named("\u200b\u200c\u200d\u2060\u2061").endswith(" and 2 others")
