"""Characters that nobody sees, or that change the order of what is seen.

Which there are: Unicode's Default_Ignorable_Code_Point, Bidi_Control and Variation_Selector
(PropList, DerivedCoreProperties), the control characters, line and paragraph separators,
interlinear annotation and the two noncharacters of the first plane. Tab, line feed and carriage
return are none of them, nor is a byte order mark at the start of a file.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffc\ufffe\uffff"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SELECTOR = "\ufe00-\ufe0f\U000e0000-\U000e0fff"
ZERO_WIDTH = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0"
)
"""Insides of sets of a pattern."""

# One set, and nothing before it: re finds the first such character much faster.
_ANY = f"[{CONTROL}{BIDI}{SELECTOR}{ZERO_WIDTH}]"
_RTL = (
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEAR = 20
_PICTURE = "[\u00a9\u00ae\u203c-\u3299\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
_JOINING = "[\u0600-\u109f\u1700-\u18ff\ua800-\uabff\U00011000-\U00011fff]"


@lru_cache(maxsize=1)
def _present(post: Post) -> bool:
    return re.search(_ANY, post.text) is not None


def runs(post: Post, of: str) -> list[tuple[int, int]]:
    """Start and end of each run of the characters `of` one of the sets above."""
    if not _present(post):
        return []
    found = re.finditer(f"[{of}][{of}]*+", post.text)
    return [match.span() for match in found]


def named(characters: str) -> str:
    """Their code points and names, each with how often it is there, in the order of the first."""
    from unicodedata import name

    counted = Counter(characters)
    parts = [
        f"U+{ord(sign):04X} {name(sign, 'control character')}" + (f" ({n})" if n > 1 else "")
        for sign, n in list(counted.items())[:3]
    ]
    more = len(counted) - 3
    return ", ".join(parts) + (f" and {more} others" if more > 0 else "")


def is_near_rtl(text: str, start: int, end: int) -> bool:
    """Whether letters that are written from right to left stand close by."""
    return re.compile(_RTL).search(text, max(0, start - _NEAR), end + _NEAR) is not None


def joins(text: str, at: int) -> bool:
    """Whether the joiner or non-joiner at `at` does its work: between the pictures of an emoji,
    or behind a letter of a script that needs it.
    """
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if re.match(_JOINING, before):
        return True
    return text[at] == "\u200d" and bool(re.match(_PICTURE, before) and re.match(_PICTURE, behind))
