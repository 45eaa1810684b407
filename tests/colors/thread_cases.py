"""Threads for tests of colours: made by chance from a seed, looked at pair by pair."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from hugo_helpers.colors.distance import alike, confusable
from hugo_helpers.colors.slot import SLOTS, slot

USERS = 28_657


def thread(seed: int, speakers: int, quotes: int) -> list[str]:
    """The speakers of a thread of so many quotes, drawn from so many users."""
    chance = random.Random(seed)
    users = [f"user{number}" for number in chance.sample(range(USERS), speakers)]
    return [chance.choice(users) for _ in range(quotes)]


def slots(speakers: Sequence[str], exceptions: Mapping[str, int]) -> dict[str, int]:
    return {name: exceptions.get(name, slot(name)) for name in speakers}


def meetings(speakers: Sequence[str]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in pairwise(speakers) if len(set(pair)) == 2}


def faults(speakers: Sequence[str], exceptions: Mapping[str, int]) -> tuple[int, int]:
    """How many pairs that meet look alike to normal eyes, and how many to others only."""
    taken = slots(speakers, exceptions)
    pairs = [tuple(taken[name] for name in pair) for pair in meetings(speakers)]
    confused = sum(confusable(*pair) for pair in pairs)
    return confused, sum(alike(*pair) for pair in pairs) - confused


def moved(speakers: Sequence[str], before: Mapping[str, int], after: Mapping[str, int]) -> set[str]:
    old, new = slots(speakers, before), slots(speakers, after)
    return {name for name in old if old[name] != new[name]}


def fewest_moves(speakers: Sequence[str], before: Mapping[str, int]) -> int | None:
    """The fewest speakers who must move so that nobody meets someone alike, by trying all sets
    of speakers, smallest first; None where not even moving all will do."""
    home = slots(speakers, before)
    pairs = [tuple(pair) for pair in meetings(speakers)]
    for count in range(len(home) + 1):
        for movers in combinations(home, count):
            fixed = {name: taken for name, taken in home.items() if name not in movers}
            if _completes(fixed, list(movers), pairs):
                return count
    return None


def _completes(taken: dict[str, int], others: list[str], pairs: Sequence[tuple[str, ...]]) -> bool:
    if any(a in taken and b in taken and alike(taken[a], taken[b]) for a, b in pairs):
        return False
    if not others:
        return True
    return any(_completes({**taken, others[0]: s}, others[1:], pairs) for s in range(SLOTS))
