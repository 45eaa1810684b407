"""The cast of a thread: who speaks, how often, and who is met right after whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a thread, by number: 0 speaks most; of two that speak as often the one
    who speaks first has the lower number."""

    names: tuple[str, ...]
    meets: tuple[frozenset[int], ...]
    """For each speaker the others that stand directly before or behind, anywhere in the thread."""


def cast(speakers: Sequence[str]) -> Cast:
    """The cast of a thread whose quotes are by `speakers`, in reading order."""
    counts = Counter(speakers)
    names = tuple(name for name, _ in counts.most_common())
    number = {name: index for index, name in enumerate(names)}
    meets: list[set[int]] = [set() for _ in names]
    order = [number[name] for name in speakers]
    for one, other in pairwise(order):
        if one != other:
            meets[one].add(other)
            meets[other].add(one)
    return Cast(names, tuple(frozenset(others) for others in meets))
