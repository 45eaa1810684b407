"""A good first guess at who leaves: in one pass, nothing is taken back.

In the graph of clashes a speaker with a single clash may stay, and the other leave: for a vertex
cover that is never wrong (Karp and Sipser 1981), and it decides nearly all of a graph as thin as
a thread's. Here those who leave need a slot as well, so whoever is left without any stays, and
all who clash with them leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hugo_helpers.colors.cast import Cast
from hugo_helpers.colors.slot import SLOTS
from hugo_helpers.colors.weight import apart

_ANY: Final = (1 << SLOTS) - 1
_OPEN, _STAYS, _LEAVES = range(3)


def guess(cast: Cast, home: Sequence[int]) -> list[int]:
    """Slots for all speakers, most of them `home`, so that few who meet are alike."""
    parting = _Parting(cast, home)
    parting.decide()
    return parting.slots()


class _Parting:
    def __init__(self, cast: Cast, home: Sequence[int]) -> None:
        self.home = home
        self.meets = cast.meets
        self.apart = apart()
        self.kept = [self.apart[slot] for slot in home]
        self.clashes = [
            [other for other in others if not kept >> home[other] & 1]
            for kept, others in zip(self.kept, cast.meets, strict=True)
        ]
        self.open_clashes = [len(others) for others in self.clashes]
        self.state = [_OPEN if clashes else _STAYS for clashes in self.clashes]
        self.clashing = [one for one, state in enumerate(self.state) if state == _OPEN]
        self.allowed = [_ANY] * len(home)
        for one in self.clashing:
            for other in cast.meets[one]:
                if not self.clashes[other]:
                    self.allowed[one] &= self.kept[other]
        self.staying = [one for one in self.clashing if not self.allowed[one]]
        self.leaves = [one for one in reversed(self.clashing) if self.open_clashes[one] == 1]

    def decide(self) -> None:
        """Decide on everyone: first those who can but stay, then those with one clash, then,
        where clashes go round in rings, that whoever has most of them leaves."""
        state = self.state
        ranked = sorted(self.clashing, key=lambda one: (self.open_clashes[one], one))
        while True:
            if self.staying:
                one = self.staying.pop()
                if state[one] == _OPEN:
                    self._stay(one)
            elif self.leaves:
                one = self.leaves.pop()
                if state[one] == _OPEN and self.open_clashes[one] == 1:
                    self._stay(self._of_the_pair(one))
            else:
                ranked = [one for one in ranked if state[one] == _OPEN]
                if not ranked:
                    return
                self._leave(max(ranked, key=lambda one: (self.open_clashes[one], one)))

    def slots(self) -> list[int]:
        """A slot for each who leaves, whoever has the fewest left to choose from first; home
        for whom there is none."""
        slots = list(self.home)
        allowed = self.allowed
        waiting = {one for one in self.clashing if self.state[one] == _LEAVES and allowed[one]}
        while waiting:
            one = min([(allowed[one].bit_count(), one) for one in waiting])[1]
            waiting.remove(one)
            others = [other for other in self.meets[one] if other in waiting]
            if not allowed[one]:
                continue
            slots[one] = self._kindest(allowed[one], others)
            for other in others:
                allowed[other] &= self.apart[slots[one]]
        return slots

    def _of_the_pair(self, one: int) -> int:
        """Who stays of a speaker with one open clash, and the other of that clash."""
        other = next(other for other in self.clashes[one] if self.state[other] == _OPEN)
        if self.open_clashes[other] > 1:
            return one
        return min((one, other), key=lambda who: (self.allowed[who].bit_count(), who))

    def _stay(self, speaker: int) -> None:
        self.state[speaker] = _STAYS
        kept, allowed = self.kept[speaker], self.allowed
        for other in self.meets[speaker]:
            if self.state[other] != _STAYS:
                before, allowed[other] = allowed[other], allowed[other] & kept
                if before and not allowed[other]:
                    self.staying.append(other)
        for other in self.clashes[speaker]:
            if self.state[other] == _OPEN:
                self._leave(other)

    def _leave(self, speaker: int) -> None:
        self.state[speaker] = _LEAVES
        for other in self.clashes[speaker]:
            if self.state[other] == _OPEN:
                self.open_clashes[other] -= 1
                left = self.open_clashes[other]
                if left < 2:
                    (self.leaves if left else self.staying).append(other)

    def _kindest(self, allowed: int, others: Sequence[int]) -> int:
        """Of the slots `allowed` the one that leaves most to the others."""
        best, most = -1, -1
        while allowed:
            slot = (allowed & -allowed).bit_length() - 1
            if not others:
                return slot
            left = min([(self.allowed[other] & self.apart[slot]).bit_count() for other in others])
            if left > most:
                best, most = slot, left
            allowed &= allowed - 1
        return best
