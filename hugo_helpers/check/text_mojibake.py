"""Text that was decoded as another encoding than it was written in (mojibake).

A piece counts when it can be turned back: its characters, as the bytes of the encoding it was
taken for, are text in the encoding it was written in, of characters that such text is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.text_rare import (
    EUC_LEAD,
    LATIN_SIGNS,
    LOST,
    SJIS_DASH,
    SJIS_LEADS,
    SJIS_SIGNS,
    rare,
)

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

# UTF-8 taken for Windows-1252 or Latin-1: a byte of 0x80 to 0xBF in either.
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_UTF8 = f"(?:[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}})"
_AS_LATIN = f"{_UTF8}{_UTF8}*+"

_HOLED = f"(?:ã{_TAIL}{{1,2}}){{3,200}}"

# UTF-8 taken for Shift_JIS: kana begin with 0xE3 0x81, 0xE3 0x82 and 0xE3 0x83, which are these.
_AS_SJIS = rf"[{SJIS_SIGNS}][^\x00-\x7f\s]{{1,400}}"
_HOLE = f"[{SJIS_SIGNS}]?{LOST}"

# Shift_JIS and EUC-JP taken for Latin-1: kana begin with 0x82, 0x83; with 0xA4, 0xA5.
_SJIS_AS_LATIN = r"(?:[‚ƒ\x82\x83][^\x00-\x20\"]){3,200}"
_EUC_AS_LATIN = r"(?:[¤¥][¡-þ]){3,200}"
_KANA = "[\u3041-\u30fc]"
_PLAIN = "[\xa0-\xff\u2010-\u2044\u20ac\u2122]"
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
    signs = set(rare(post))
    if not signs:
        return ()
    text = post.text
    found: list[Garbled] = []
    if LOST in signs:
        found += (Garbled(*m.span(), "", "") for m in re.finditer(f"{LOST}{LOST}*+", text))
    if signs & set(LATIN_SIGNS):
        found += _pieces(text, _AS_LATIN, "utf-8", "UTF-8 read as Windows-1252")
    if signs & set(SJIS_SIGNS):
        found += _sjis(text)
    if SJIS_DASH in signs:
        found += _dashes(text)
    if signs & set(SJIS_LEADS):
        found += _kana(text, _SJIS_AS_LATIN, "cp932", "Shift_JIS read as Windows-1252")
    if EUC_LEAD in signs:
        found += _kana(text, _EUC_AS_LATIN, "euc_jp", "EUC-JP read as Latin-1")
    return tuple(_apart(sorted(found, key=lambda one: (one.start, not one.meant))))


def _apart(pieces: list[Garbled]) -> Iterator[Garbled]:
    behind = 0
    for piece in pieces:
        if piece.start >= behind:
            behind = piece.end
            yield piece


def _pieces(text: str, pattern: str, encoding: str, what: str) -> Iterator[Garbled]:
    for match in re.finditer(pattern, text):
        meant = _back(match[0], encoding)
        if meant and _plausible(match[0], meant):
            yield Garbled(*match.span(), meant, what)
    # Kana of which a byte got lost on the way: nothing to turn back.
    for match in re.finditer(_HOLED, text):
        yield Garbled(*match.span(), "", what)


def _plausible(garbled: str, meant: str) -> bool:
    """Whether `meant` is what people write, and `garbled` is not."""
    if re.search("[\ufeff\U0001f000-\U0001faff]", meant):
        return True
    if len(re.findall(_SCRIPTS, meant)) > 1:
        return True
    # Of the Latin-1 letters, an upper-case one before a typographic sign is in CAFÉ… and SÃ”.
    return all(
        re.match(_PLAIN, sign) and (garbled[0] in "Ââ" or "\x80" <= garbled[1] <= "\xbf")
        for sign in meant
    )


def _back(piece: str, encoding: str) -> str:
    try:
        return b"".join(
            bytes((ord(sign),)) if ord(sign) < 256 else sign.encode("cp1252") for sign in piece
        ).decode(encoding)
    except UnicodeError:
        return ""


def _kana(text: str, pattern: str, encoding: str, what: str) -> Iterator[Garbled]:
    for match in re.finditer(pattern, text):
        meant = _back(match[0], encoding)
        if meant and len(re.findall(_KANA, meant)) == len(meant):
            yield Garbled(*match.span(), meant, what)


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
        kana = len(re.findall(_KANA, meant)) + holes
        if kana > 1 and kana > lost:
            what = "UTF-8 read as Shift_JIS"
            yield Garbled(*match.span(), "" if lost or holes else meant, what)
