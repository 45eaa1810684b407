"""Settling a thread: one slot for each speaker, and who must leave the one they had.

Every speaker has a slot before anything is settled: the exception noted for them, else the name's
own. All of these count as settled, the own ones too, since a file of exceptions says nothing of
the many who needed none. The objective, each part before the next:

1. the fewest pairs of speakers in neighbouring quotes who look alike to normal eyes
   (`distance.confusable`), then the fewest who look alike to colour-blind eyes;
2. the fewest speakers who leave the slot they had;
3. the least crowding among the twelve who speak most: the sum over their pairs of
   4 ** -separation (`distance.separations`: 1 is just apart, 2 twice as far), and, with a
   sixteenth of that weight, among those in neighbouring quotes.

So nobody leaves a slot except to mend a pair that looks alike, and the third part only chooses
among slots of those who must leave anyway. When they must, those who speak seldom go before
those who speak often.

Of those who move, whoever can goes back to the name's own slot, so that there are few exceptions.

Part 1 is met wherever the search below finds how; more than five speakers who all meet each other
cannot all be apart (see `distance`), and then somebody moves only if fewer such pairs are left.
Part 2 is exact where the search for the `fewest` ends within `STEPS`, as it does for nearly all
threads of up to 20 speakers and 30 quotes; else it is the best that this search and local search
find (threads of 80 quotes by 40 speakers: 2% above the optimum where they speak equally often,
7% where some speak most).
Part 3 is local search (on threads small enough to try all slots, one hundredth above it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hugo_helpers.colors.cast import Cast, cast
from hugo_helpers.colors.descent import Descent
from hugo_helpers.colors.fewest import fewest
from hugo_helpers.colors.slot import SLOTS, slot
from hugo_helpers.colors.weight import ALIKE, TWELVE, apart, clash, company, meeting

STEPS: Final = 100
"""How long the exact search may take, so that a site of thousands of threads takes seconds."""
_ROUNDS: Final = 1
_TRIES: Final = 3
_MOST_KICKED: Final = 1_000
"""A thread of more speakers than this must do with the plain local search."""


def settle(speakers: Sequence[str], settled: Mapping[str, int]) -> dict[str, int]:
    """The exceptions of one thread: the slots of those who do not have their name's own.

    `speakers` holds the name of each quote's speaker, in reading order, those in folds included;
    names are taken as they are, blank ones too. `settled` holds the exceptions noted before;
    those of names that speak no more are dropped. Settling again with the result changes
    nothing. Raises ValueError where a noted slot is none of 0 to 35.
    """
    for name, noted in settled.items():
        if not 0 <= noted < SLOTS:
            raise ValueError(f"slot {noted} of {name[:80]!r} is not one of 0 to {SLOTS - 1}")
    thread = cast(speakers)
    own = [slot(name) for name in thread.names]
    slots = [settled.get(name, mine) for name, mine in zip(thread.names, own, strict=True)]
    while better := _better(thread, slots, own):
        slots = better
    return {
        name: taken
        for name, taken, mine in zip(thread.names, slots, own, strict=True)
        if taken != mine
    }


def _better(thread: Cast, home: Sequence[int], own: Sequence[int]) -> list[int] | None:
    """Slots with fewer pairs alike than `home` has, by the fewest moves; None where there are
    none or none are found. What it returns is better, so that repeating it must end."""
    clashing = _clashing(thread, home)
    if not clashing:
        return None
    slots = _searched(thread, home, clashing)
    if _clashes(thread, slots) >= _clashes(thread, home):
        return None
    return _spread(thread, home, slots, own)


def _searched(thread: Cast, home: Sequence[int], clashing: Iterable[int]) -> list[int]:
    descent = Descent(home, home, [(thread.meets, meeting())])
    descent.settle(clashing)
    unsolved = _clashing(thread, descent.slots)
    moved = sum(a != b for a, b in zip(descent.slots, home, strict=True))
    slots, proved = fewest(thread, home, len(home) + 1 if unsolved else moved, STEPS)
    if slots:
        descent = Descent(home, slots, [(thread.meets, meeting())])
    if len(home) <= _MOST_KICKED and (not proved or (unsolved and not slots)):
        for _ in range(_ROUNDS):
            kicked = [_kick(thread, home, descent, one) for one in reversed(range(len(home)))]
            if not any(kicked):
                break
    return descent.slots


def _kick(thread: Cast, home: Sequence[int], descent: Descent, speaker: int) -> bool:
    """See whether others make way for a speaker: home again for one who has left, to the slots
    next best for one who is alike to someone met; say whether that was better."""
    here, costs = descent.slots[speaker], descent.costs(speaker)
    if costs[here] >= ALIKE:
        slots = sorted(range(SLOTS), key=costs.__getitem__)[: _TRIES + 1]
        kicked = any(descent.kick(speaker, slot) for slot in slots if slot != here)
    else:
        kicked = here != home[speaker] and (
            _in_the_way(thread, home, descent, speaker) <= 1
            and descent.kick(speaker, home[speaker])
        )
    if kicked:
        descent.settle([speaker, *thread.meets[speaker]])
    return kicked


def _in_the_way(thread: Cast, home: Sequence[int], descent: Descent, speaker: int) -> int:
    """How many who never left would have to, were `speaker` to come home."""
    costs = clash()[home[speaker]]
    return sum([descent.slots[o] == home[o] and costs[home[o]] > 0 for o in thread.meets[speaker]])


def _spread(thread: Cast, home: Sequence[int], slots: list[int], own: Sequence[int]) -> list[int]:
    """The same speakers moved: to their names' own slots where those have become free, else to
    slots where the twelve are less crowded."""
    sets = apart()
    moved = [one for one, here in enumerate(slots) if here != home[one]]
    for one in list(moved):
        if all(sets[own[one]] >> slots[other] & 1 for other in thread.meets[one]):
            slots[one] = own[one]
            moved.remove(one)
    twelve = range(min(TWELVE, len(home)))
    others = [[other for other in twelve if other != one] for one in twelve]
    others += [[] for _ in range(len(home) - len(others))]
    descent = Descent(home, slots, [(thread.meets, meeting()), (others, company())])
    descent.frozen = set(range(len(home))).difference(moved)
    descent.settle(moved)
    return descent.slots


def _clashing(thread: Cast, slots: Sequence[int]) -> list[int]:
    """The speakers who meet someone alike."""
    sets = apart()
    return [
        one
        for one, others in enumerate(thread.meets)
        if any(not sets[slots[one]] >> slots[other] & 1 for other in others)
    ]


def _clashes(thread: Cast, slots: Sequence[int]) -> int:
    """What the pairs cost that meet and are alike, each counted from both sides."""
    costs = clash()
    return sum([costs[slots[a]][slots[b]] for a, others in enumerate(thread.meets) for b in others])
