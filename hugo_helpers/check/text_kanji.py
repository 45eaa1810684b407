"""Shift_JIS and EUC-JP that were taken for Windows-1252 or Latin-1.

Nearly all bytes are signs in these, so what can be read as kanji need not have been any. Three
kana in a row hardly come about by chance. Other pieces count when most of their kanji are usual
(level 1 of JIS X 0208) and their signs stand as in no text: a `¸` or a control character among
letters, or an upper-case letter behind a lower-case one. Quotes and dashes say nothing: they stand
among letters in texts, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hugo_helpers.check.text_pieces import KANA, KANJI, back


class Turned(NamedTuple):
    """A piece of text that was taken for another encoding; offsets count characters."""

    start: int
    end: int
    meant: str
    certain: bool
    """Whether nothing of it seems to be lost."""


def signs(first: int, last: int) -> str:
    """The signs that these bytes are in Windows-1252 and in Latin-1, as the inside of a set."""
    taken = range(first, last + 1)
    found = {*map(chr, taken), *bytes(taken).decode("cp1252", "ignore")}
    return re.escape("".join(sorted(found)))


_LEAD = f"{signs(0x81, 0x83)}{signs(0x88, 0x9F)}à-ê"
_TRAIL = f"{signs(0x40, 0x7E)}{signs(0x80, 0xFC)}"
_SJIS = re.compile(f"(?:[{_LEAD}][{_TRAIL}]|[¡-ß]){{3,200}}+")
_EUC = re.compile("(?:[¡-ô][¡-þ]){2,200}+")

_HALF_WIDTH = "\uff61-\uff9f"
_JAPANESE = re.compile(f"[{KANJI}{KANA}\u2010-\u203b\u3001-\u3030\uff01-\uff9f]+")
_ALONE = re.compile(f"(?<![{_HALF_WIDTH}])[{_HALF_WIDTH}](?![{_HALF_WIDTH}])")

_AMONG_LETTERS = "[\x80-\x9f¡-¨ª¬¯±´-¶¸º¼-¿]|(?<!Å)[¹²³]"
_INNER_CAPITAL = re.compile(r"[a-z@\[-`{-~ß-öø-ÿ][ŠŒŽ]|[ß-öø-ÿ][À-ÖØ-Þ]")
_TORN = re.compile("[\x80-\x9f¢-¨ª¬¯±-¶¸-º¼-¾À-ÿƒˆ‰Š‹ŒŽ˜š›œžŸ\ufffd・]")


def shift_jis(text: str) -> Iterator[Turned]:
    """Pieces that are three characters at least, or two kanji with half-width kana."""
    return _pieces(text, _SJIS, lambda piece: _turned(piece, "cp932", 3))


def euc_jp(text: str) -> Iterator[Turned]:
    """Pieces that are two kanji or three kana at least."""
    return _pieces(text, _EUC, lambda piece: "" if _lists(piece) else _turned(piece, "euc_jp", 2))


def _pieces(text: str, pattern: re.Pattern[str], turn: Callable[[str], str]) -> Iterator[Turned]:
    for match in pattern.finditer(text):
        # A quote before it may have been taken for the first half of a character.
        for found in (match, pattern.match(text, match.start() + 1)):
            if found is not None and (meant := turn(found[0])):
                start, end = found.span()
                torn = text[start - 1 : start] == "?" or any(
                    map(_TORN.match, (text[start - 1 : start], text[end : end + 1]))
                )
                certain = not torn and all(map(_is_usual, re.findall(f"[{KANJI}]", meant)))
                yield Turned(start, end, meant, certain)
                break


def _turned(piece: str, encoding: str, least: int) -> str:
    """What a piece is in that encoding; empty where it seems to be no Japanese, or to be what it
    was meant to be.
    """
    meant = back(piece, encoding)
    if not _JAPANESE.fullmatch(meant):
        return ""
    kana = len(re.findall(f"[{KANA}]", meant))
    if kana > 2:
        return meant
    kanji = re.findall(f"[{KANJI}]", meant)
    half_width = len(re.findall(f"[{_HALF_WIDTH}]", meant))
    usual = sum(map(_is_usual, kanji))
    if (
        len(kanji) < 2
        or len(kanji) + kana < (2 if half_width > 1 else least)
        or 3 * usual < 2 * len(kanji)
        or _ALONE.search(meant)
    ):
        return ""
    return meant if _is_strange(piece) else ""


def _is_usual(kanji: str) -> bool:
    code = int.from_bytes(kanji.encode("cp932", "replace"))
    return 0x889F <= code <= 0x9872 or kanji == "々"


def _is_strange(piece: str) -> bool:
    if _INNER_CAPITAL.search(piece):
        return True
    return bool(re.search(_AMONG_LETTERS, piece) and re.search("[À-ÖØ-öø-ÿŠŒŽ\x80-\x9f]", piece))


def _lists(piece: str) -> bool:
    """Whether these are letters or signs one after the other, as in a table of them."""
    pairs = zip(piece[::2], piece[1::2], strict=True)
    return [*piece] == sorted(piece) or all(a.lower() == b.lower() for a, b in pairs)
