"""Signs that rules look for and that hardly any post holds: one look tells all of these rules.

Signs that nobody sees, or that change the order of what is seen: Unicode's
Default_Ignorable_Code_Point, Bidi_Control and Variation_Selector (PropList,
DerivedCoreProperties), the control characters, line and paragraph separators, interlinear
annotation and the two noncharacters of the first plane. Tab, line feed and carriage return are
none of them, nor is a byte order mark at the start of a file. Signs of text that was decoded
wrongly: see `text_mojibake`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import getsizeof
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffc\ufffe\uffff"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BEYOND = "\U000e0000-\U000e0fff"
SELECTOR = f"\ufe00-\ufe0f{_BEYOND}"
ZERO_WIDTH = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0"
)
"""Insides of sets of a pattern."""

LOST = "\ufffd"
BYTES = "À-ÖØ-öø-ÿŠŒŽ‚ƒ\x80-\x9f¤"
"""What bytes of UTF-8, Shift_JIS or EUC-JP are in Windows-1252 or Latin-1, less what stands in
Japanese posts: letters, control characters, and those with which kana begin. Of the usual texts,
those in other languages than English and Japanese hold one."""
SJIS_SIGNS = "縺繧繝"
"""0xE3 0x81, 0xE3 0x82 and 0xE3 0x83 as Shift_JIS: kana begin with them in UTF-8."""
SJIS_DASH = "窶"
"""0xE2 0x80, with which dashes, quotes and dots begin; else it stands in 貧窶 alone."""
MOJIBAKE = f"{LOST}{BYTES}{SJIS_SIGNS}{SJIS_DASH}"
"""All of these that tell of text that was decoded wrongly."""

_ALL = f"{CONTROL}{BIDI}{SELECTOR}{ZERO_WIDTH}{MOJIBAKE}"
_NARROW = _ALL.replace(_BEYOND, "")
"""Those up to U+FFFF."""


@lru_cache(maxsize=1)
def rare(post: Post) -> str:
    """Those of the signs that a post holds, each once."""
    text = post.text
    # One set, and nothing before it: re finds the first such character much faster; and the faster
    # if the set has no signs beyond U+FFFF, for which Python keeps a text in four bytes a sign.
    signs = _ALL if getsizeof(text) > 4 * len(text) else _NARROW
    if not re.search(f"[{signs}]", text):
        return ""
    return "".join(set(re.findall(f"[{signs}]", text)))
