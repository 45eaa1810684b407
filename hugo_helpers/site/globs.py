"""Glob patterns of file names, as Hugo reads them (gobwas/glob, with `/` between folders).

`*` and `?` stop at a `/`, `**` does not; `[abc]`, `[a-c]`, `[!abc]`; `{one,other}`, also one in
another; a backslash before a sign that is meant as it is. Case does not count.

A pattern becomes a machine of states, all of which are followed at once: no pattern takes long.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from hugo_helpers.site.glob_before import as_before
from hugo_helpers.site.glob_parts import Either, One, Part, Some, Text, in_name, parse

LONGEST = 200
"""Signs of a pattern."""
_MOST_STATES = 20_000
_MOST_KEPT = 2_000


class Glob:
    """A pattern, to be matched with whole paths.

    `lenient`: as Hugo before 0.166 reads it (see `glob_before`). Raises ValueError for a pattern
    that Hugo does not take, and for one that is too long.
    """

    def __init__(self, pattern: str, *, lenient: bool) -> None:
        if len(pattern) > LONGEST:
            raise ValueError(f"a pattern of more than {LONGEST} signs")
        parts = parse(lowered(pattern), lenient=lenient)
        if lenient:
            parts = as_before(parts)
        self._free: list[list[int]] = [[]]
        """For each state, those that are reached without a sign."""
        self._moves: list[tuple[Callable[[str], bool], int] | None] = [None]
        """For each state, the signs that lead on, and to where."""
        self._end = self._way(parts, 0)
        self._known: dict[tuple[frozenset[int], str], frozenset[int]] = {}
        self._start = self._reached({0})

    def matches(self, path: str) -> bool:
        states = self._start
        for sign in lowered(path):
            key = states, sign
            found = self._known.get(key)
            if found is None:
                moves = [self._moves[state] for state in states]
                found = self._reached({move[1] for move in moves if move and move[0](sign)})
                if len(self._known) > _MOST_KEPT:
                    self._known.clear()
                self._known[key] = found
            if not found:
                return False
            states = found
        return self._end in states

    def _reached(self, states: set[int]) -> frozenset[int]:
        waiting, reached = [*states], set(states)
        while waiting:
            more = set(self._free[waiting.pop()]) - reached
            reached |= more
            waiting += more
        return frozenset(reached)

    def _new(self) -> int:
        self._free.append([])
        self._moves.append(None)
        return len(self._free) - 1

    def _step(self, at: int, of: Callable[[str], bool]) -> int:
        new = self._new()
        self._moves[at] = of, new
        return new

    def _way(self, parts: list[Part], at: int) -> int:
        """Lay a way through these, from state `at`; returns the state at its end."""
        for part in parts:
            if isinstance(part, Text):
                for sign in part.signs:
                    at = self._step(at, sign.__eq__)
            elif isinstance(part, Some):
                loop, behind = self._new(), self._new()
                self._free[at].append(loop)
                self._moves[loop] = (_any_sign if part.all else in_name), loop
                self._free[loop].append(behind)
                at = behind
            elif isinstance(part, One):
                at = self._step(at, part.of)
            else:
                at = self._either(part, at)
        return at

    def _either(self, part: Either, at: int) -> int:
        start, behind = self._new(), self._new()
        for way in part.ways:
            first = self._new()
            self._free[start].append(first)
            self._free[self._way(way, first)].append(behind)
        if part.size is not None:
            start, behind = self._counted(start, behind, part.size)
        self._free[at].append(start)
        return behind

    def _counted(self, start: int, end: int, size: int) -> tuple[int, int]:
        """The states from `start` on once more for each number of signs up to `size`; returns the
        first of no sign, and the end of that many.
        """
        width = len(self._free) - start
        if width * (size + 2) + start > _MOST_STATES:
            raise ValueError("a pattern with too many ways")
        for number in range(1, size + 2):
            shift = number * width
            for state in range(start, start + width):
                self._free.append([to + shift for to in self._free[state]])
                move = self._moves[state]
                on = move is not None and number <= size
                self._moves.append((move[0], move[1] + shift + width) if move and on else None)
        return start + width, end + (size + 1) * width


def _any_sign(_sign: str) -> bool:
    return True


def lowered(text: str) -> str:
    """The text in small letters as Go has them: each letter by itself becomes one letter."""
    return text.lower() if text.isascii() else "".join(sign.lower()[0] for sign in text)


@lru_cache(maxsize=1024)
def compiled(pattern: str, *, lenient: bool) -> Glob:
    """The pattern, made once. Raises ValueError as `Glob` does."""
    return Glob(pattern, lenient=lenient)
