"""Characters that nobody sees, or that change the order of what is seen (see `text_rare`)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

_RTL = (
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEAR = 20
_PICTURE = "[\u00a9\u00ae\u203c-\u3299\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
_JOINING = "[\u0600-\u109f\u1700-\u18ff\ua800-\uabff\U00011000-\U00011fff]"


def runs(post: Post, of: str) -> list[tuple[int, int]]:
    """Start and end of each run of the characters `of` one of the sets of `text_rare`."""
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
