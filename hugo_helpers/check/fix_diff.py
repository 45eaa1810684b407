"""Unified diffs, in time that grows with the text whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

CONTEXT = 3
MOST = 4_000_000
"""Pairs of lines that are compared for lines in common; more are one block that has changed."""
_Change = tuple[int, int, int, int]


def unified(before: str, after: str, name: str, new_name: str | None = None) -> Iterator[str]:
    """The diff of a file's text, line by line with line ends; nothing for equal texts."""
    old, new = _lines(before), _lines(after)
    changes = list(_changes(old, new))
    if not changes:
        return
    yield f"--- {name}\n"
    yield f"+++ {new_name or name}\n"
    for hunk in _hunks(changes):
        yield from _shown(old, new, hunk)


def _lines(text: str) -> list[str]:
    pieces = text.split("\n")
    lines = [f"{piece}\n" for piece in pieces[:-1]]
    return [*lines, pieces[-1]] if pieces[-1] else lines


def _changes(old: list[str], new: list[str]) -> Iterator[_Change]:
    if len(old) == len(new):
        differs = (i for i, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1])
        for _, run in groupby(enumerate(differs), lambda pair: pair[1] - pair[0]):
            rows = [row for _, row in run]
            yield rows[0], rows[-1] + 1, rows[0], rows[-1] + 1
        return
    first = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    ends = len(old) - last, len(new) - last
    if (ends[0] - first) * (ends[1] - first) > MOST:
        yield first, ends[0], first, ends[1]
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old[first : ends[0]], new[first : ends[1]], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield first + a, first + b, first + c, first + d


def _hunks(changes: list[_Change]) -> Iterator[list[_Change]]:
    hunk = [changes[0]]
    for change in changes[1:]:
        if change[0] - hunk[-1][1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _shown(old: list[str], new: list[str], hunk: list[_Change]) -> Iterator[str]:
    start, last = max(0, hunk[0][0] - CONTEXT), min(len(old), hunk[-1][1] + CONTEXT)
    new_start = hunk[0][2] - (hunk[0][0] - start)
    new_last = hunk[-1][3] + last - hunk[-1][1]
    yield f"@@ -{_range(start, last)} +{_range(new_start, new_last)} @@\n"
    for before, behind, new_from, new_to in hunk:
        yield from map(partial(_line, " "), old[start:before])
        yield from map(partial(_line, "-"), old[before:behind])
        yield from map(partial(_line, "+"), new[new_from:new_to])
        start = behind
    yield from map(partial(_line, " "), old[start:last])


def _range(start: int, end: int) -> str:
    if end - start == 1:
        return str(start + 1)
    return f"{start + (end > start)},{end - start}"


def _line(sign: str, line: str) -> str:
    end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
    return f"{sign}{line}{end}"
