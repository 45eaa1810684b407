"""Where a title may break, and how well: phrases, words, and the Japanese rules of line ends.

Line-start and line-end prohibition (kinsoku) follows JIS X 4051 as the W3C's "Requirements for
Japanese Text Layout", 3.1.7 and 3.1.8, list it; phrases of Japanese come from budoux's model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.clusters import is_emoji

if TYPE_CHECKING:
    from budoux.parser import Parser


class Break(IntEnum):
    """How good a place is to end a line, best last."""

    NEVER = 0
    WORD = 1
    """Inside a word: only for one that is longer than a line."""
    LETTER = 2
    """Inside a phrase of Japanese, where the rules of line ends allow it."""
    PHRASE = 3
    """Between two phrases or words."""
    SENTENCE = 4
    """Behind the end of a sentence or clause."""


_NOT_FIRST = frozenset(
    "、。，．・：；？！?!,.:;)]}%’”）〕］｝〉》」』】〙〗｠»›°′″℃％‰"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "ｧｨｩｪｫｯｬｭｮｰ｡､｣･ﾞﾟゝゞヽヾ々〻ー゛゜〜～‐‒–—―…‥〳〴〵／/"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〘〖｟«‹([{｢¥￥$＄£￡#＃@＠№")
_ENDS_SENTENCE = frozenset("。！？!?…｡")
_PAIRED = frozenset("—―…‥")
_JAPANESE = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]|[\U00020000-\U0003ffff]"
)
_KATAKANA = re.compile(r"[ァ-ヺー]")
_CJK = re.compile(r"[\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
_DIGITS = re.compile(r"[0-9０-９]")
_INSIDE_NUMBER = frozenset(".,:/％%+-−~〜")
_UNIT = re.compile(
    r"[kKMGTP]?i?[Bb](?:ps|its?)?|[kMG]?(?:Hz|W|Wh|V)|[cmknuµμ]?[mgs]|[mM]?[AKLMl]|[mk]Ah?"
    r"|AM|PM|am|pm|dB|fps|ft|h|hours|in|lb|min|px|sec|times|tokens|years|[%°]|°[CF]"
)
# Numbers stand together with a counter of up to this many katakana: ドル, メートル, パーセント.
_MAX_COUNTER = 5


@lru_cache(maxsize=1)
def _parser() -> Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()


def breaks(clusters: Sequence[str]) -> list[Break]:
    """For each cluster, how good a place the spot before it is to start a new line.

    The first is NEVER. A space belongs to the line before it.
    """
    if not clusters:
        return []
    phrases = _phrase_starts(clusters)
    found = [Break.NEVER]
    found += [_between(clusters, at, at in phrases) for at in range(1, len(clusters))]
    _join_numbers(clusters, found)
    return found


def _phrase_starts(clusters: Sequence[str]) -> set[int]:
    text = "".join(clusters)
    if not _JAPANESE.search(text):
        return set()
    starts, offset = set(), 0
    for phrase in _parser().parse(text):
        starts.add(offset)
        offset += len(phrase)
    numbers, offset = set(), 0
    for number, cluster in enumerate(clusters):
        if offset in starts:
            numbers.add(number)
        offset += len(cluster)
    return numbers


def _between(clusters: Sequence[str], at: int, is_phrase: bool) -> Break:
    before, after = clusters[at - 1], clusters[at]
    if after == " " or before == "\u00a0" or after == "\u00a0":
        return Break.NEVER
    if before == " ":
        return _after_space(clusters, at)
    if after[0] in _NOT_FIRST or before[0] in _NOT_LAST:
        return Break.NEVER
    if before[0] in _PAIRED and before == after:
        return Break.NEVER
    if before[0] in _ENDS_SENTENCE:
        return Break.SENTENCE if _is_wide(before) or _is_wide(after) else Break.WORD
    if before[0] in "、，､" or (after[0] in "「『【（“" and _is_wide(before)):
        return Break.PHRASE
    if not (_is_wide(before) or _is_wide(after)):
        return Break.WORD
    return Break.PHRASE if is_phrase else Break.LETTER


def _after_space(clusters: Sequence[str], at: int) -> Break:
    after, last = clusters[at], clusters[at - 2] if at > 1 else ""
    if after[0] in _NOT_FIRST and after[0] not in "–—―/":
        return Break.NEVER
    if last and last[0] in _ENDS_SENTENCE | frozenset(".:;"):
        return Break.SENTENCE
    return Break.PHRASE


def _is_wide(cluster: str) -> bool:
    return bool(_CJK.match(cluster)) or cluster[0] > "\uff00" or is_emoji(cluster)


def _is_narrow(cluster: str) -> bool:
    return cluster != " " and not _is_wide(cluster)


def _join_numbers(clusters: Sequence[str], found: list[Break]) -> None:
    """Forbid the breaks inside a number and between it and its unit."""
    at, count = 0, len(clusters)
    while at < count:
        if not _DIGITS.match(clusters[at]):
            at += 1
            continue
        start = at
        while at < count and (_DIGITS.match(clusters[at]) or clusters[at] in _INSIDE_NUMBER):
            at += 1
        # A list such as 1/2/3/… has to break somewhere.
        if at - start <= 24:
            found[start + 1 : at] = [Break.NEVER] * (at - start - 1)
        end = _unit_end(clusters, at)
        found[at:end] = [Break.NEVER] * (end - at)
        at = max(at, end)


def _unit_end(clusters: Sequence[str], at: int) -> int:
    """Where the unit of a number that ends before `at` ends; `at` when it has none."""
    rest = clusters[at : at + 16]
    if not rest:
        return at
    if rest[0] == " ":
        word = "".join(takewhile(_is_narrow, rest[1:])).rstrip(".,:;!?)")
        return at + 2 if _UNIT.fullmatch(word) else at
    if _KATAKANA.match(rest[0]):
        length = 0
        while length < min(_MAX_COUNTER, len(rest)) and _KATAKANA.match(rest[length]):
            length += 1
        return at + length
    return at + 1 if _CJK.match(rest[0]) else at
