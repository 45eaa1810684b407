"""The search for slots with fewer pairs alike, by the fewest moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hugo_helpers.colors.cast import Cast
from hugo_helpers.colors.descent import Descent
from hugo_helpers.colors.fewest import fewest
from hugo_helpers.colors.guess import guess
from hugo_helpers.colors.slot import SLOTS
from hugo_helpers.colors.weight import ALIKE, apart, clash, meeting

STEPS: Final = 100
"""How long the exact search may take, so that a site of thousands of threads takes seconds."""
MOST_CLASHING: Final = 20
"""With more speakers who meet someone alike those steps hardly ever suffice, and are saved."""
_ROUNDS: Final = 4
_TRIES: Final = 3
_MOST_KICKED: Final = 1_000
"""A thread of more speakers than this must do with the plain local search."""


def search(thread: Cast, home: Sequence[int]) -> list[int]:
    """Slots for all speakers, as near to the fewest pairs alike and the fewest who left `home`
    as is found."""
    slots = _from(thread, home, guess(thread, home))
    left = clashing(thread, slots)
    if left and len(home) <= _MOST_KICKED:
        others = _from(thread, home, home)
        if clashes(thread, others, clashing(thread, others)) < clashes(thread, slots, left):
            return others
    return slots


def clashing(thread: Cast, slots: Sequence[int]) -> list[int]:
    """The speakers who meet someone alike."""
    sets = apart()
    found = []
    for one, others in enumerate(thread.meets):
        alone = sets[slots[one]]
        for other in others:
            if not alone >> slots[other] & 1:
                found.append(one)
                break
    return found


def clashes(thread: Cast, slots: Sequence[int], among: Sequence[int]) -> int:
    """What the pairs of speakers `among` cost that meet and are alike, counted from both sides."""
    costs = clash()
    return sum([costs[slots[a]][slots[b]] for a in among for b in thread.meets[a]])


def _from(thread: Cast, home: Sequence[int], start: Sequence[int]) -> list[int]:
    """Where the search ends that starts with the slots `start`."""
    descent = Descent(home, start, [(thread.meets, meeting())])
    descent.settle(clashing(thread, descent.slots))
    unsolved, proved = bool(clashing(thread, descent.slots)), False
    if unsolved or len(clashing(thread, home)) <= MOST_CLASHING:
        moved = sum(a != b for a, b in zip(descent.slots, home, strict=True))
        slots, proved = fewest(thread, home, len(home) + 1 if unsolved else moved, STEPS)
        if slots:
            unsolved = False
            descent = Descent(home, slots, [(thread.meets, meeting())])
    if len(home) <= _MOST_KICKED and (unsolved or not proved):
        for _ in range(_ROUNDS):
            kicked = [_kick(thread, home, descent, one) for one in reversed(range(len(home)))]
            if not any(kicked) or not clashing(thread, descent.slots):
                break
    return descent.slots


def _kick(thread: Cast, home: Sequence[int], descent: Descent, speaker: int) -> bool:
    """See whether others make way for a speaker: home again for one who has left, to the slots
    next best for one who is alike to someone met; say whether that was better."""
    here = descent.slots[speaker]
    if descent.cost(speaker) >= ALIKE:
        costs = descent.costs(speaker)
        slots = sorted(range(SLOTS), key=costs.__getitem__)[: _TRIES + 1]
        kicked = any(descent.kick(speaker, slot) for slot in slots if slot != here)
    else:
        kicked = (
            here != home[speaker]
            and _may_return(thread, home, descent.slots, speaker)
            and descent.kick(speaker, home[speaker])
        )
    if kicked:
        descent.settle([speaker, *thread.meets[speaker]])
    return kicked


def _may_return(thread: Cast, home: Sequence[int], slots: Sequence[int], speaker: int) -> bool:
    """Whether it might pay that a speaker comes home: at most one who never left would have to
    make way, and is in the way of somebody else, too."""
    blocking = _blocking(thread, home, slots, speaker)
    if len(blocking) != 1:
        return not blocking
    return any(
        slots[other] != home[other]
        and other != speaker
        and _blocking(thread, home, slots, other) == blocking
        for other in thread.meets[blocking[0]]
    )


def _blocking(thread: Cast, home: Sequence[int], slots: Sequence[int], speaker: int) -> list[int]:
    """Who of those who never left would have to, were `speaker` to come home."""
    alone = apart()[home[speaker]]
    return [
        other
        for other in thread.meets[speaker]
        if not alone >> home[other] & 1 and slots[other] == home[other]
    ]
