"""Edits of a text: which may be made together, and where they take what they leave alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hugo_helpers.check.finding import Edit, Fix


def together(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes, in order, that touch none chosen before them. Equal edits are one edit."""
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for fix in fixes:
        new = [edit for edit in fix.edits if not _is_in(edit, taken)]
        if not new or any(_touches(edit, taken) for edit in new) or not _is_sound(new):
            continue
        chosen.append(fix)
        for edit in new:
            taken.insert(bisect_left(taken, edit.start, key=_start), edit)
    return chosen


def edits_of(fixes: Iterable[Fix]) -> list[Edit]:
    """All edits of fixes that go together, in the order of the text, each once."""
    unique = {(edit.start, edit.end, edit.content): edit for fix in fixes for edit in fix.edits}
    return [unique[key] for key in sorted(unique)]


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text after edits that are in order and do not overlap."""
    pieces = []
    done = 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.content]
        done = edit.end
    return "".join((*pieces, text[done:]))


class Shift:
    """Where the characters of a text are after edits, and where they were before."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        self._moved = [0]
        for edit in edits:
            self._moved.append(self._moved[-1] + len(edit.content) - (edit.end - edit.start))
        self._new_starts = [e.start + m for e, m in zip(edits, self._moved, strict=False)]

    def start(self, offset: int) -> int:
        """Where the character at `offset` is; the offset must be in no edit."""
        return offset + self._moved[bisect_right(self._ends, offset)]

    def end(self, offset: int) -> int:
        """Where a range ends that ended at `offset`: what is put in there is no part of it."""
        return offset + self._moved[bisect_left(self._starts, offset)]

    def inside(self, start: int, end: int) -> Sequence[Edit]:
        """The edits that touch the range, at its very ends too."""
        return self._edits[bisect_left(self._ends, start) : bisect_right(self._starts, end)]

    def put_in(self, offset: int) -> bool:
        """Whether the character at `offset` of the new text was put in by an edit."""
        index = bisect_right(self._new_starts, offset) - 1
        return index >= 0 and offset < self._new_starts[index] + len(self._edits[index].content)


def _start(edit: Edit) -> int:
    return edit.start


def _is_in(edit: Edit, taken: list[Edit]) -> bool:
    index = bisect_left(taken, edit.start, key=_start)
    return index < len(taken) and taken[index] == edit


def _touches(edit: Edit, taken: list[Edit]) -> bool:
    index = bisect_left(taken, edit.start, key=_start)
    after = index < len(taken) and taken[index].start <= edit.end
    return after or (index > 0 and taken[index - 1].end >= edit.start)


def _is_sound(edits: list[Edit]) -> bool:
    """Whether the edits of one fix do not overlap; an edit that touches its neighbour may."""
    ordered = sorted(edits, key=_start)
    return all(one.end <= two.start for one, two in pairwise(ordered))
