"""Costs side by side in one integer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.colors.distance import alike, confusable
from hugo_helpers.colors.slot import SLOTS
from hugo_helpers.colors.weight import (
    ALIKE,
    CONFUSED,
    CROWD,
    MOVE,
    apart,
    clash,
    company,
    cost_of,
    crowding,
    leaving,
    meeting,
    pack,
    unpack,
)

ROWS = st.lists(st.integers(0, 1 << 60), min_size=SLOTS, max_size=SLOTS)
ALL = range(SLOTS)


@given(ROWS, ROWS, st.integers(0, SLOTS - 1))
def test_rows_add_slot_by_slot(one: list[int], other: list[int], slot: int) -> None:
    total = pack(one) + pack(other)
    assert list(unpack(total)) == [a + b for a, b in zip(one, other, strict=True)]
    assert cost_of(total, slot) == one[slot] + other[slot]
    assert total - pack(other) == pack(one)


def test_what_the_rows_say() -> None:
    for a in ALL:
        beside, near, away = unpack(meeting()[a]), unpack(company()[a]), unpack(leaving()[a])
        for b in ALL:
            fault = CONFUSED if confusable(a, b) else ALIKE if alike(a, b) else 0
            assert clash()[a][b] == fault
            assert beside[b] == fault + crowding(a, b)
            assert near[b] >= crowding(a, b)
            assert away[b] == (MOVE if a != b else 0)
            assert apart()[a] >> b & 1 == (not alike(a, b))
            assert (crowding(a, b) > CROWD // 4) == alike(a, b)


def test_a_part_outweighs_all_that_come_behind_it_in_the_largest_thread() -> None:
    neighbours = 1_000
    assert max(unpack(company()[0])) * 11 + CROWD * neighbours < MOVE
    assert MOVE + max(unpack(company()[0])) * 11 + CROWD * neighbours < ALIKE
    assert ALIKE * 2 * neighbours < CONFUSED
