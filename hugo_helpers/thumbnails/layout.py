"""Choosing lines: which of the allowed breaks a title takes, at which size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from hugo_helpers.thumbnails.linebreak import Break

LEADING = 1.27
MAX_LINES = 6
# Several lines are set smaller than a single one may be.
_SEVERAL = 0.76
# Widths are added up per cluster; kerning can make a line a little wider than its sum.
_SAFETY = 0.995
# What good looks are worth, against the logarithm of the size.
_RAGGED = 0.5
_NOT_AT_SENTENCE = 0.3
_COST = {Break.SENTENCE: -0.15, Break.PHRASE: 0.0, Break.LETTER: 0.3, Break.WORD: 0.6}


@dataclass(frozen=True)
class Box:
    """Where a title may be drawn, in pixels, between which sizes (pixels per em), and in how many
    lines at `most`."""

    width: int
    height: int
    largest: int
    smallest: int
    most: int = MAX_LINES

    @property
    def step(self) -> int:
        """Sizes lie this far apart: every size of a font costs megabytes while it is open."""
        return max(1, self.largest // 32)

    def tallest(self, lines: int) -> int:
        """The largest size at which so many lines are no higher than the box."""
        several = max(self.smallest, round(self.largest * _SEVERAL))
        largest = self.largest if lines == 1 else several
        return min(largest, int(self.height / (1 + LEADING * (lines - 1))))

    def lines(self, size: int) -> int:
        """How many lines of that size may be set, at least 1."""
        return min(self.most, max(1, int((self.height / size - 1) / LEADING + 1.0001)))


@dataclass(frozen=True)
class Lines:
    """Where each line starts and ends (cluster numbers, spaces at its end left out)."""

    size: int
    spans: tuple[tuple[int, int], ...]


class Measured:
    """Clusters with their widths in ems, whether each is a space, and the breaks before them."""

    def __init__(
        self, widths: Sequence[float], spaces: Sequence[bool], kinds: Sequence[Break]
    ) -> None:
        self.count = len(widths)
        self.kinds = kinds
        self.has_sentences = Break.SENTENCE in kinds
        self.edges = [0.0, *accumulate(widths)]
        # A line that ends before cluster i ends, for the eye, before the space in front of it.
        self.ends = [0] + [at - 1 if spaces[at - 1] else at for at in range(1, self.count + 1)]

    def width(self, start: int, end: int) -> float:
        """The width of a line of the clusters from `start` up to `end`, in ems."""
        return self.edges[self.ends[end]] - self.edges[start]

    def stops(self, least: Break) -> list[int]:
        """The places where a line may start or end when only breaks this good are taken."""
        inner = [at for at in range(1, self.count) if self.kinds[at] >= least]
        return [0, *inner, self.count]


def choose(text: Measured, box: Box) -> Lines | None:
    """The best-looking lines that fit the box, or None when not even the smallest size does.

    Words and phrases are split only when nothing else fits.
    """
    for levels in ((Break.SENTENCE, Break.PHRASE), (Break.LETTER,), (Break.WORD,)):
        found = [option for level in levels for option in _options(text, box, level)]
        if found:
            return max(found, key=lambda option: option[0])[1]
    return None


def _options(text: Measured, box: Box, least: Break) -> list[tuple[float, Lines]]:
    stops = text.stops(least)
    options = []
    for count in range(1, min(box.most, len(stops) - 1) + 1):
        size = _largest(text, stops, box, count)
        if size < box.smallest:
            continue
        limit = _SAFETY * box.width / size
        lines = _balanced(text, stops, limit, count)
        if lines is not None:
            options.append((_score(text, lines, size), _spans(text, lines, size)))
    return options


def _largest(text: Measured, stops: Sequence[int], box: Box, count: int) -> int:
    """The largest size at which `count` lines are enough; below the smallest when none is."""
    low, high = box.smallest - 1, box.tallest(count)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(text, stops, _SAFETY * box.width / middle, count):
            low = middle
        else:
            high = middle - 1
    return low if low < box.smallest else low - (low - box.smallest) % box.step


def _fits(text: Measured, stops: Sequence[int], limit: float, count: int) -> bool:
    start, used = 0, 1
    for before, stop in pairwise(stops):
        if text.width(start, stop) <= limit:
            continue
        used += 1
        start = before
        if used > count or text.width(start, stop) > limit:
            return False
    return True


def _balanced(text: Measured, stops: Sequence[int], limit: float, count: int) -> list[int] | None:
    """Where each of exactly `count` lines starts, with lines about equally long.

    Dynamic programming over the stops, as Knuth and Plass do it for paragraphs: the least sum of
    squared differences from the mean width, with breaks at sentences cheaper.
    """
    mean = text.width(0, text.count) / count or 1.0
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        row: dict[int, tuple[float, int]] = {}
        before = best[-1]
        for number, stop in enumerate(stops[1:], 1):
            fee = _COST[text.kinds[stop]] if stop < text.count else 0.0
            for start in reversed(stops[:number]):
                width = text.width(start, stop)
                if width > limit:
                    break
                if start in before:
                    cost = before[start][0] + (width / mean - 1) ** 2 + fee
                    if stop not in row or cost < row[stop][0]:
                        row[stop] = (cost, start)
        best.append(row)
    if text.count not in best[count]:
        return None
    starts, stop = [], text.count
    for row in reversed(best[1:]):
        stop = row[stop][1]
        starts.append(stop)
    return starts[::-1]


def _score(text: Measured, starts: Sequence[int], size: int) -> float:
    stops = [*starts[1:], text.count]
    widths = [text.width(start, stop) for start, stop in zip(starts, stops, strict=True)]
    widest = max(widths) or 1.0
    ragged = sum((1 - width / widest) ** 2 for width in widths) / len(widths)
    inner = [text.kinds[start] for start in starts[1:]]
    elsewhere = 0.0
    if inner and text.has_sentences:
        elsewhere = sum(kind < Break.SENTENCE for kind in inner) / len(inner)
    return math.log(size) - _RAGGED * ragged - _NOT_AT_SENTENCE * elsewhere


def _spans(text: Measured, starts: Sequence[int], size: int) -> Lines:
    stops = [*starts[1:], text.count]
    spans = ((start, text.ends[stop]) for start, stop in zip(starts, stops, strict=True))
    return Lines(size, tuple(spans))


def cut(text: Measured, box: Box, tail: float) -> Lines:
    """Lines of the smallest size, as many as the box holds, with room for `tail` ems of an
    ellipsis behind the last; a word is split only when it is longer than a line."""
    limit = _SAFETY * box.width / box.smallest
    spans: list[tuple[int, int]] = []
    start, room = 0, box.lines(box.smallest)
    while start < text.count and len(spans) < room:
        is_last = len(spans) == room - 1
        stop = _filled(text, start, limit - tail if is_last else limit)
        spans.append((start, text.ends[stop]))
        start = stop
    return Lines(box.smallest, tuple(spans))


def _filled(text: Measured, start: int, limit: float) -> int:
    """Where a line that starts at `start` should end, at the best break within `limit` ems."""
    end = start + 1
    while end < text.count and text.width(start, end + 1) <= limit:
        end += 1
    if end == text.count:
        return end
    for least in (Break.PHRASE, Break.LETTER, Break.WORD):
        for stop in range(end, start, -1):
            if text.kinds[stop] >= least:
                return stop
    return end
