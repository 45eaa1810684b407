"""Text in UTF-8, Shift_JIS or EUC-JP that was taken for Windows-1252 or Latin-1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hugo_helpers.check.text_kanji import Turned, euc_jp, shift_jis, signs
from hugo_helpers.check.text_pieces import KANJI, Garbled, back, in_order

# UTF-8 taken for Windows-1252 or Latin-1: a byte of 0x80 to 0xBF in either.
_WHAT = "UTF-8 read as Windows-1252"
_TAIL = f"[{signs(0x80, 0xBF)}]"
_UTF8 = f"(?:[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}})"
_AS_LATIN = f"{_UTF8}{_UTF8}*+"

_QUOTED = re.compile("[^a-zà-ÿ][Ã-ß][«»](?![a-zà-ÿ])")
"""As in «AMANHÃ»."""

_HOLED = f"(?:ã{_TAIL}{{1,2}}){{3,200}}"

_PLAIN = "[\xa0-\xff\u2010-\u2044\u20ac\u2122]"
_LETTERS_OR_USUAL = "A-Za-zÀ-ÖØ-öø-ÿŠŒŽšœžŸ‘’“”‚„‹›«»–—…•·\xa0"
"""What texts hold behind a letter with an accent."""
_SCRIPTS = "[\u0370-\u04ff\u2190-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uffee]"


def pieces(text: str) -> Iterator[Garbled]:
    """The spoilt pieces of a text, in no order."""
    utf8 = in_order(_utf8(text))
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


def _kanji(turned: Iterable[Turned], what: str) -> Iterator[Garbled]:
    for piece in turned:
        yield Garbled(piece.start, piece.end, piece.meant if piece.certain else "", what)
