"""The fewest speakers who must leave their slots so that nobody meets someone alike: exact.

Branch and bound over who stays and who leaves. A speaker who leaves keeps the set of slots that
those who stay allow; slots are given out only once it is known who leaves. The bound below is a
matching: of each pair that clashes one must leave, and pairs without a common speaker add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from hugo_helpers.colors.cast import Cast
from hugo_helpers.colors.slot import SLOTS
from hugo_helpers.colors.weight import apart

MOST_SPEAKERS: Final = 64
"""Threads of more speakers than this are not tried: the search would not end in time."""

_NUMBER = MOST_SPEAKERS.bit_length()
_ANY = (1 << SLOTS) - 1


class _OutOfSteps(Exception):
    """The search has used up its steps."""


def fewest(
    cast: Cast, home: Sequence[int], bound: int, steps: int
) -> tuple[list[int] | None, bool]:
    """Slots for all speakers such that no two who meet are alike and the fewest have left `home`.

    Only an answer with fewer than `bound` who leave is looked for, in at most `steps` steps. With
    the answer, or None where none was found, comes whether the steps sufficed: then it is the
    best there is, or there is none.
    """
    if len(home) > MOST_SPEAKERS:
        return None, False
    search = _Search(cast, home, bound, steps)
    try:
        search.branch(search.everyone, 0, [_ANY] * len(home))
    except _OutOfSteps:
        return search.found, False
    return search.found, True


class _Search:
    def __init__(self, cast: Cast, home: Sequence[int], bound: int, steps: int) -> None:
        self.home = home
        self.bound = bound
        self.steps = steps
        self.found: list[int] | None = None
        self.everyone = (1 << len(home)) - 1
        self.apart = apart()
        self.meets = [_set(others) for others in cast.meets]
        self.clashes = [
            _set([other for other in others if not self.apart[home[one]] >> home[other] & 1])
            for one, others in enumerate(cast.meets)
        ]
        self.clashing = _set([one for one, others in enumerate(self.clashes) if others])

    def branch(self, open_: int, leaving: int, allowed: list[int]) -> None:
        """Decide on the speakers `open_` (as bits), where those `leaving` have left already."""
        self._step()
        pick, pairs = self._pick(open_)
        if leaving.bit_count() + pairs >= self.bound:
            return
        if not pairs:
            blocked = self._all_stay(open_, leaving, allowed)
            pick = self._witness(blocked & open_, leaving)
            if pick < 0:
                return
        rest = open_ ^ 1 << pick
        self.branch(rest, leaving | 1 << pick, allowed)
        after = self._stay(pick, rest, leaving, allowed)
        if after:
            self.branch(*after)

    def _pick(self, open_: int) -> tuple[int, int]:
        """The open speaker with the most clashes (the rarest of them), and the size of a matching
        of clashing pairs."""
        clashes = self.clashes
        ranked = []
        for speaker in _bits(open_ & self.clashing):
            others = clashes[speaker] & open_
            if others:
                ranked.append(others.bit_count() << _NUMBER | speaker)
        if not ranked:
            return -1, 0
        ranked.sort()
        pairs, free = 0, open_
        for one in ranked:
            speaker = one & (1 << _NUMBER) - 1
            others = clashes[speaker] & free
            if others and free >> speaker & 1:
                pairs += 1
                free ^= 1 << speaker | others & -others
        return speaker, pairs

    def _stay(
        self, speaker: int, open_: int, leaving: int, allowed: list[int]
    ) -> tuple[int, int, list[int]] | None:
        """What `branch` is to decide when `speaker` stays: all who clash with that must leave.
        None: there is somebody whom no slot is left for."""
        slots = self.apart[self.home[speaker]]
        allowed = allowed[:]
        for other in _bits(self.meets[speaker] & (open_ | leaving)):
            allowed[other] &= slots
            if not allowed[other]:
                return None
        forced = self.clashes[speaker] & open_
        return open_ & ~forced, leaving | forced, allowed

    def _all_stay(self, open_: int, leaving: int, allowed: list[int]) -> int:
        """Let all open speakers stay, none of whom clash, and give those who leave their slots.

        Where that cannot be done, return those of whom one must leave instead (as bits).
        """
        slots = allowed[:]
        for speaker in _bits(leaving):
            for other in _bits(self.meets[speaker] & open_):
                slots[speaker] &= self.apart[self.home[other]]
            if not slots[speaker]:
                return self.meets[speaker]
        given = self._give(leaving, slots)
        if given is None:
            return self.everyone
        self.bound = leaving.bit_count()
        self.found = [given.get(speaker, slot) for speaker, slot in enumerate(self.home)]
        return 0

    def _give(self, leaving: int, allowed: list[int]) -> dict[int, int] | None:
        """Slots for all who leave, each from those allowed, or None."""
        if not leaving:
            return {}
        self._step()
        speaker = min([(allowed[one].bit_count(), one) for one in _bits(leaving)])[1]
        leaving ^= 1 << speaker
        others = list(_bits(self.meets[speaker] & leaving))
        tried = set()
        for slot in _bits(allowed[speaker]):
            after = allowed[:]
            for other in others:
                after[other] &= self.apart[slot]
            effect = tuple([after[other] for other in others])
            if 0 in effect or effect in tried:
                continue
            tried.add(effect)
            given = self._give(leaving, after)
            if given is not None:
                given[speaker] = slot
                return given
        return None

    def _witness(self, open_: int, leaving: int) -> int:
        """The open speaker who meets most of those who leave, or -1."""
        ranked = [((self.meets[one] & leaving).bit_count(), one) for one in _bits(open_)]
        met, speaker = max(ranked, default=(0, -1))
        return speaker if met else -1

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise _OutOfSteps


def _set(numbers: Iterable[int]) -> int:
    """The integer whose bits with these numbers are set."""
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask


@lru_cache(maxsize=1 << 15)
def _bits(mask: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, from the lowest."""
    numbers = []
    while mask:
        low = mask & -mask
        numbers.append(low.bit_length() - 1)
        mask ^= low
    return tuple(numbers)
