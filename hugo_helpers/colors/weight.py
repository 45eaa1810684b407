"""What a choice of slots costs, in numbers that are compared and added 36 at a time.

A cost is one integer whose parts, from the most weighty: pairs that normal eyes confuse, pairs
that only colour-blind eyes confuse, a speaker who leaves the slot had so far, and crowding, which
falls by three quarters for each unit of `separations`. A row holds the costs of all 36 slots side
by side in one large integer, so that adding two rows is one operation.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from typing import Final

from hugo_helpers.colors.distance import alike, confusable, separations
from hugo_helpers.colors.slot import SLOTS

CROWD: Final = 1_000
"""The crowding of two speakers in the same slot."""
MOVE: Final = 1 << 26
ALIKE: Final = 1 << 27
CONFUSED: Final = 1 << 44

TWELVE: Final = 12
"""So many of the most frequent speakers are kept apart, even where they never meet."""
_TWELVE_WEIGHT: Final = 16

_FIELD: Final = 8
"""Bytes of one slot's cost in a row."""
_MASK: Final = (1 << 8 * _FIELD) - 1


def pack(costs: Sequence[int]) -> int:
    """A row of 36 costs."""
    return int.from_bytes(b"".join(cost.to_bytes(_FIELD, "little") for cost in costs), "little")


def unpack(row: int) -> array[int]:
    """The 36 costs of a row."""
    costs = array("Q")
    costs.frombytes(row.to_bytes(_FIELD * SLOTS, "little"))
    return costs


def cost_of(row: int, slot: int) -> int:
    """The cost of one slot in a row."""
    return row >> 8 * _FIELD * slot & _MASK


def crowding(a: int, b: int) -> int:
    """How crowded slots `a` and `b` are: `CROWD` when equal, a quarter of it when just apart."""
    return round(CROWD * 4 ** -separations()[a][b])


@cache
def meeting() -> tuple[int, ...]:
    """For each slot the row of what it costs to stand beside it."""
    return tuple(pack([clash()[a][b] + crowding(a, b) for b in range(SLOTS)]) for a in range(SLOTS))


@cache
def company() -> tuple[int, ...]:
    """For each slot the row of what it costs to be another of the twelve."""
    return tuple(
        pack([_TWELVE_WEIGHT * crowding(a, b) for b in range(SLOTS)]) for a in range(SLOTS)
    )


@cache
def leaving() -> tuple[int, ...]:
    """For each slot the row of what it costs who has it to take another."""
    return tuple(pack([MOVE * (a != b) for b in range(SLOTS)]) for a in range(SLOTS))


@cache
def apart() -> tuple[int, ...]:
    """For each slot the set of slots not alike to it, as bits."""
    return tuple(sum(1 << b for b in range(SLOTS) if not alike(a, b)) for a in range(SLOTS))


@cache
def clash() -> tuple[tuple[int, ...], ...]:
    """What it costs that two slots look alike, if they do."""
    return tuple(
        tuple(CONFUSED if confusable(a, b) else ALIKE if alike(a, b) else 0 for b in range(SLOTS))
        for a in range(SLOTS)
    )
