"""How many columns a text takes in a terminal."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

from hugo_helpers.report.visible import CLUSTER

_GLYPHS = rf"(?s:{CLUSTER}|.)"
_EMOJI_PRESENTATION = "\ufe0f"
_JOINER = "\u200d"


def width(text: str) -> int:
    """The columns of `text`, one that has gone through `visible`.

    By Unicode's East_Asian_Width (UAX 11): wide and full-width 2, ambiguous 1; combining marks and
    the vowels and finals of conjoining Hangul 0; a sequence of emoji, or one in emoji style, 2.
    """
    if text.isascii():
        return len(text)
    return sum(map(glyph_width, re.findall(_GLYPHS, text)))


@lru_cache(maxsize=8192)
def glyph_width(glyph: str) -> int:
    """The columns of what is shown as one: a character, a sequence, or an escape."""
    if len(glyph) == 1:
        return _character_width(glyph)
    if glyph.isascii():
        return len(glyph)
    if _EMOJI_PRESENTATION in glyph or _JOINER in glyph:
        return 2
    return max(map(_character_width, glyph))


def _character_width(character: str) -> int:
    if character < "\u0300":
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1
