"""Text that was decoded as another encoding than it was written in (mojibake).

A piece counts when it can be turned back: its characters, as the bytes of the encoding it was
taken for, are text in the encoding it was written in, of characters that such text is made of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.check.text_pieces import KANA, Garbled, in_order
from hugo_helpers.check.text_rare import BYTES, LOST, SJIS_DASH, SJIS_SIGNS, rare

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

_SIGNS = "\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""Signs that bytes of 0x80 and above are in Windows-1252 and in Latin-1."""
_AROUND = 400

# UTF-8 taken for Shift_JIS: kana begin with 0xE3 0x81, 0xE3 0x82 and 0xE3 0x83, which are these.
_AS_SJIS = rf"[{SJIS_SIGNS}][^\x00-\x7f\s]{{1,400}}"
# What stands for a lost byte: U+FFFD, or the dot that Japanese programs write instead.
_HOLE = f"[{SJIS_SIGNS}]?{LOST}|[{SJIS_SIGNS}]・"


@lru_cache(maxsize=1)
def garbled(post: Post) -> tuple[Garbled, ...]:
    """All spoilt pieces of a post, in order."""
    told = rare(post)
    if not told:
        return ()
    text = post.text
    found: list[Garbled] = []
    if LOST in told:
        found += (Garbled(*m.span(), "", "") for m in re.finditer(f"{LOST}{LOST}*+", text))
    if re.search(f"[{BYTES}]", told):
        for start, end in _windows(text):
            # Loaded where there is something to look at: few posts hold two such signs together.
            from hugo_helpers.check.text_latin import pieces

            found += (one.moved(start) for one in pieces(text[start:end]))
    if re.search(f"[{SJIS_SIGNS}]", told):
        found += _sjis(text)
    if SJIS_DASH in told:
        found += _dashes(text)
    return tuple(in_order(found))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where bytes may have become signs: around two such signs that stand together."""
    start = end = 0
    sign = re.compile(f"[{_SIGNS}]")
    for match in re.finditer(f"[{BYTES}]", text):
        at = match.start()
        if not (sign.search(text, at + 1, at + 3) or sign.search(text, max(0, at - 2), at)):
            continue
        if at - _AROUND > end:
            if end:
                yield start, end
            start = max(0, at - _AROUND)
        end = at + _AROUND
    if end:
        yield start, end


def is_garbled(post: Post, start: int, end: int) -> bool:
    """Whether this stretch of a post is part of a spoilt piece."""
    pieces = garbled(post)
    index = bisect_right(pieces, start, key=lambda piece: piece.start) - 1
    return index >= 0 and pieces[index].end >= end


def _dashes(text: str) -> Iterator[Garbled]:
    for match in re.finditer(rf"{SJIS_DASH}[^\x00-\x7f]", text):
        # The last byte may have swallowed the letter behind it.
        meant = match[0].encode("cp932", "replace").decode("utf-8", "replace")
        if re.fullmatch("[\u2010-\u2044][\x20-\x7e]?", meant):
            yield Garbled(*match.span(), meant, "UTF-8 read as Shift_JIS")


def _sjis(text: str) -> Iterator[Garbled]:
    for match in re.finditer(_AS_SJIS, text):
        # Some bytes have no sign there: what they were is lost, and kana around them tell.
        holes = len(re.findall(_HOLE, match[0]))
        whole = re.sub(_HOLE, "", match[0])
        meant = whole.encode("cp932", "replace").decode("utf-8", "replace")
        lost = meant.count("\ufffd") + meant.count("?")
        kana = len(re.findall(f"[{KANA}]", meant)) + holes
        if kana > 1 and kana > lost:
            what = "UTF-8 read as Shift_JIS"
            yield Garbled(*match.span(), "" if lost or holes else meant, what)
