"""Text as a reader sees it: harmless characters, and clusters that are drawn as one.

A cluster is a simplified extended grapheme cluster (Unicode Standard Annex 29): a base with its
marks, a flag, a keycap, or an emoji sequence (Unicode Technical Standard 51).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

MAX_MARKS = 3
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_TEXT_STYLE = "\ufe0e"
_KEYCAP = "\u20e3"
_BLACK_FLAG = "\U0001f3f4"
# Invisible, though their category says letter, mark or symbol.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
# Characters with Emoji_Presentation, from emoji-data.txt; above U+1F300 whole blocks.
_EMOJI = (
    (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
    (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
    (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4),
    (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD),
    (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E),
    (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF),
    (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x1F004, 0x1F004),
    (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F1E6, 0x1F1FF),
    (0x1F201, 0x1F201), (0x1F21A, 0x1F21A), (0x1F22F, 0x1F22F), (0x1F232, 0x1F236),
    (0x1F238, 0x1F23A), (0x1F250, 0x1F251), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
    (0x1F7E0, 0x1F7EB), (0x1F7F0, 0x1F7F0), (0x1F90C, 0x1F9FF), (0x1FA70, 0x1FAFF),
)  # fmt: skip
_EMOJI_STARTS = tuple(start for start, _ in _EMOJI)


def clean(text: str, limit: int) -> str:
    """The first `limit` characters of `text` (at most) that are safe to draw.

    Runs of white space and control characters become one space, and none stays at the ends; bidi
    and other format characters, lone surrogates and invisible fillers go. Joiners, variation
    selectors and tags stay here: `split` keeps them only where they belong.
    """
    kept: list[str] = []
    gap = False
    # What is thrown away counts too, or a text of invisible characters would be read to its end.
    for character in text[: 8 * limit]:
        if len(kept) >= limit:
            break
        if character == "\u00a0" or not (character.isspace() or character < " "):
            if not _is_drawn(character):
                continue
            if gap and kept:
                kept.append(" ")
            gap = False
            kept.append(character)
        else:
            gap = True
    return "".join(kept).strip("\u00a0")


def _is_drawn(character: str) -> bool:
    if character in "\u200c\u200d":
        return True
    if character in _BLANK or 0xE0100 <= ord(character) <= 0xE01EF:
        return False
    category = unicodedata.category(character)
    if category == "Cf":
        return 0xE0020 <= ord(character) <= 0xE007F
    return category not in ("Cc", "Cs")


def split(text: str) -> list[str]:
    """The clusters of a text that went through `clean`.

    A base keeps its first MAX_MARKS marks; a mark, joiner, selector or tag that has no base to
    stand on is dropped. Clusters of several characters are composed (NFC).
    """
    found: list[str] = []
    at = 0
    while at < len(text):
        end = _end(text, at)
        cluster = _kept(text[at:end])
        if cluster:
            found.append(cluster)
        at = end
    return found


def _end(text: str, start: int) -> int:
    """Where the cluster that starts at `start` ends."""
    at = start + 1
    if _is_flag_letter(text[start]) and text[at : at + 1] and _is_flag_letter(text[at]):
        at += 1
    while at < len(text):
        character = text[at]
        joined = text[at - 1] == _JOINER and _is_pictured(text[start]) and _is_pictured(character)
        if not joined and not _extends(character):
            break
        at += 1
    return at


def _is_pictured(character: str) -> bool:
    """Whether a joiner may tie this to an emoji (♂ and ❤ are text until it does)."""
    return is_emoji_character(character) or 0x2190 <= ord(character) <= 0x2BFF


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        character in "\u200c\u200d"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or _is_jamo(character)
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
    )


def _kept(cluster: str) -> str:
    base = cluster[0]
    if len(cluster) == 1:
        return "" if _extends(base) and not 0x1F3FB <= ord(base) <= 0x1F3FF else cluster
    if is_emoji_character(base) or _KEYCAP in cluster[:4] or _EMOJI_STYLE in cluster[1:2]:
        return _emoji_kept(cluster)
    if _extends(base):
        return ""
    kept, marks, joiner = [base], 0, ""
    for character in cluster[1:]:
        if character in "\u200c\u200d":
            # Arabic and the Indic scripts choose letter forms by these; elsewhere they hide.
            joiner = character if ord(base) in range(0x600, 0xE00) else ""
        elif _is_mark(character):
            marks += 1
            if marks <= MAX_MARKS:
                kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)) + joiner


def _emoji_kept(cluster: str) -> str:
    tags = cluster[0] == _BLACK_FLAG
    kept = [cluster[0]]
    for character in cluster[1:24]:
        if 0xE0020 <= ord(character) <= 0xE007F:
            if tags:
                kept.append(character)
        elif _is_selector(character) and character == kept[-1]:
            continue
        elif not (_is_selector(character) and character not in (_EMOJI_STYLE, _TEXT_STYLE)):
            kept.append(character)
    return "".join(kept).rstrip(_JOINER + "\u200c")


def _is_selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F


def _is_mark(character: str) -> bool:
    is_mark = unicodedata.category(character)[0] == "M" and not _is_selector(character)
    return is_mark or _is_jamo(character)


def _is_jamo(character: str) -> bool:
    """Whether this is the vowel or the end of a Hangul syllable written in parts."""
    return 0x1161 <= ord(character) <= 0x11FF


def _is_flag_letter(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def is_emoji_character(character: str) -> bool:
    """Whether one character shows as an emoji by default."""
    code = ord(character)
    at = bisect_right(_EMOJI_STARTS, code) - 1
    return at >= 0 and code <= _EMOJI[at][1]


def is_emoji(cluster: str) -> bool:
    """Whether a cluster asks to be drawn as a colour emoji."""
    if len(cluster) == 1:
        return is_emoji_character(cluster)
    if _TEXT_STYLE in cluster:
        return False
    return is_emoji_character(cluster[0]) or _EMOJI_STYLE in cluster or _KEYCAP in cluster


def plain(cluster: str) -> str:
    """A cluster without style selectors: what a text font is asked for."""
    return cluster.replace(_EMOJI_STYLE, "").replace(_TEXT_STYLE, "")


def is_backward(text: str) -> bool:
    """Whether the first letter of `text` that has a direction reads from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def is_forward(text: str) -> bool:
    """Whether `text` has a letter or digit that reads from left to right."""
    return any(unicodedata.bidirectional(each) in ("L", "EN", "AN") for each in text)


def named(found: Iterable[str]) -> str:
    """Clusters with the code of the first character of each: `あ (U+3042) い (U+3044)`."""
    return " ".join(f"{cluster} (U+{ord(cluster[0]):04X})" for cluster in found)
