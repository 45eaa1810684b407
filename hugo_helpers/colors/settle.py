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
Part 2 is exact on threads of 16 quotes by 10 speakers and of 30 by 20; above the optimum by 2% on
threads of 60 quotes by 40, by 4% on 80 by 52, by 7% on 80 by 40 (threads by chance, against the
search for the `fewest` with all the steps it needs: `benchmarks/colors.py`).
Part 3 is local search (on threads small enough to try all slots, one hundredth above it).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hugo_helpers.colors.cast import Cast, cast
from hugo_helpers.colors.descent import Descent
from hugo_helpers.colors.search import clashes, clashing, search
from hugo_helpers.colors.slot import SLOTS, slot
from hugo_helpers.colors.weight import TWELVE, apart, company, meeting


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
    before = clashing(thread, home)
    if not before:
        return None
    slots = search(thread, home)
    left = clashing(thread, slots)
    if left and clashes(thread, slots, left) >= clashes(thread, home, before):
        return None
    return _spread(thread, home, slots, own)


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
    frozen = set(range(len(home))).difference(moved)
    descent = Descent(home, slots, [(thread.meets, meeting()), (others, company())], frozen)
    descent.settle(moved)
    return descent.slots
