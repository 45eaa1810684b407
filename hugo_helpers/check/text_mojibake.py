"""Text that was decoded as another encoding than it was written in (mojibake).

A piece counts when it can be turned back: its characters, as the bytes of the encoding it was
taken for, are text in the encoding it was written in, of characters that such text is made of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.text_kanji import KANA, KANJI, back, euc_jp, shift_jis, signs
from hugo_helpers.check.text_rare import BYTES, LOST, SJIS_DASH, SJIS_SIGNS, rare

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.text_kanji import Turned

# UTF-8 taken for Windows-1252 or Latin-1: a byte of 0x80 to 0xBF in either.
_WHAT = "UTF-8 read as Windows-1252"
_TAIL = f"[{signs(0x80, 0xBF)}]"
_UTF8 = f"(?:[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}})"
_AS_LATIN = f"{_UTF8}{_UTF8}*+"

_QUOTED = re.compile("[^a-zà-ÿ][Ã-ß][«»](?![a-zà-ÿ])")
"""As in «AMANHÃ»."""

_HOLED = f"(?:ã{_TAIL}{{1,2}}){{3,200}}"

# UTF-8 taken for Shift_JIS: kana begin with 0xE3 0x81, 0xE3 0x82 and 0xE3 0x83, which are these.
_AS_SJIS = rf"[{SJIS_SIGNS}][^\x00-\x7f\s]{{1,400}}"
# What stands for a lost byte: U+FFFD, or the dot that Japanese programs write instead.
_HOLE = f"[{SJIS_SIGNS}]?{LOST}|[{SJIS_SIGNS}]・"

_PLAIN = "[\xa0-\xff\u2010-\u2044\u20ac\u2122]"
_LETTERS_OR_USUAL = "A-Za-zÀ-ÖØ-öø-ÿŠŒŽšœžŸ‘’“”‚„‹›«»–—…•·\xa0"
"""What texts hold behind a letter with an accent."""
_SCRIPTS = "[\u0370-\u04ff\u2190-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uffee]"


class Garbled(NamedTuple):
    """A piece of spoilt text; offsets count characters of the file's text."""

    start: int
    end: int
    meant: str
    """What was written first; empty where that is lost."""
    taken_for: str
    """The encodings, as words; empty for U+FFFD."""


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
        found += _as_latin(text)
    if re.search(f"[{SJIS_SIGNS}]", told):
        found += _sjis(text)
    if SJIS_DASH in told:
        found += _dashes(text)
    return tuple(_apart(sorted(found, key=_order)))


def _order(piece: Garbled) -> tuple[int, bool]:
    return piece.start, not piece.meant


def _apart(pieces: list[Garbled]) -> Iterator[Garbled]:
    behind = 0
    for piece in pieces:
        if piece.start >= behind:
            behind = piece.end
            yield piece


def is_garbled(post: Post, start: int, end: int) -> bool:
    """Whether this stretch of a post is part of a spoilt piece."""
    pieces = garbled(post)
    index = bisect_right(pieces, start, key=lambda piece: piece.start) - 1
    return index >= 0 and pieces[index].end >= end


def _as_latin(text: str) -> Iterator[Garbled]:
    utf8 = _apart(sorted(_utf8(text), key=_order))
    taken = bytearray(len(text))
    # Of two ways to read a piece the one that reads more of it is right.
    found = (*utf8, *_euc_jp(text), *_shift_jis(text))
    for one in sorted(found, key=lambda piece: piece.start - piece.end):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            yield one


def _utf8(text: str) -> Iterator[Garbled]:
    for match in re.finditer(_AS_LATIN, text):
        if len(match[0]) == 2 and _QUOTED.match(text, max(0, match.start() - 1)):
            continue
        meant = back(match[0], "utf-8")
        if meant and _plausible(match[0], meant):
            yield Garbled(*match.span(), meant, _WHAT)
    # Kana of which a byte got lost on the way: nothing to turn back.
    for match in re.finditer(_HOLED, text):
        yield Garbled(*match.span(), "", _WHAT)


def _plausible(garbled: str, meant: str) -> bool:
    """Whether `meant` is what people write, and `garbled` is not."""
    if re.search("[\ufeff\U0001f000-\U0001faff]", meant):
        return True
    foreign = re.findall(_SCRIPTS, meant)
    if len(foreign) > 1:
        # “é”“è” reads as kanji; no text holds other signs there.
        return not _are_kanji(foreign) or bool(re.search(f"[^{_LETTERS_OR_USUAL}]", garbled))
    # Of the Latin-1 letters, an upper-case one before a typographic sign is in CAFÉ… and SÃ”.
    return all(
        re.match(_PLAIN, sign) and (garbled[0] in "Ââ" or "\x80" <= garbled[1] <= "\xbf")
        for sign in meant
    )


def _are_kanji(signs: list[str]) -> bool:
    return re.fullmatch(f"[{KANJI}\uac00-\ud7a3]+", "".join(signs)) is not None


def _euc_jp(text: str) -> Iterator[Garbled]:
    return _kanji(euc_jp(text), "EUC-JP read as Latin-1")


def _shift_jis(text: str) -> Iterator[Garbled]:
    return _kanji(shift_jis(text), "Shift_JIS read as Windows-1252")


def _kanji(pieces: Iterable[Turned], what: str) -> Iterator[Garbled]:
    for piece in pieces:
        yield Garbled(piece.start, piece.end, piece.meant if piece.certain else "", what)


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
