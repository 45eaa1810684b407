"""Settling a thread: neighbours never look alike, and as few speakers as possible move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from hugo_helpers.colors.distance import alike, separations
from hugo_helpers.colors.slot import SLOTS, slot


def settle(speakers: Sequence[str], settled: Mapping[str, int]) -> dict[str, int]:
    """The speakers of a thread whose slot is another than their name's own, with their slots.

    `speakers` holds one name for each quote in reading order; `settled` what was settled before.
    A speaker keeps the slot that was settled, or else the name's own, unless two neighbours look
    alike by it; then the one of them who clashes most moves, as far from the neighbours as can be.
    """
    slots = {user: settled.get(user, slot(user)) for user in dict.fromkeys(speakers)}
    beside: dict[str, set[str]] = {user: set() for user in slots}
    for one, other in pairwise(speakers):
        if one != other:
            beside[one].add(other)
            beside[other].add(one)
    order = {user: number for number, user in enumerate(slots)}
    stuck: set[str] = set()
    while clashing := _clashing(slots, beside, stuck):
        user = max(clashing, key=lambda u: (clashing[u], order[u]))
        best = _farthest([slots[other] for other in beside[user]])
        if best == slots[user]:
            stuck.add(user)
        slots[user] = best
        stuck.add(user)
    return {user: found for user, found in slots.items() if found != slot(user)}


def _clashing(
    slots: Mapping[str, int], beside: Mapping[str, set[str]], stuck: set[str]
) -> dict[str, int]:
    counts = {
        user: sum(alike(slots[user], slots[other]) for other in others)
        for user, others in beside.items()
        if user not in stuck
    }
    return {user: count for user, count in counts.items() if count}


def _farthest(taken: Sequence[int]) -> int:
    apart = separations()
    return max(range(SLOTS), key=lambda s: (min(apart[s][t] for t in taken), -s))
