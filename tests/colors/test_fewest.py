"""The exact search, against all sets of speakers tried one by one."""

from __future__ import annotations

import pytest

from hugo_helpers.colors.cast import cast
from hugo_helpers.colors.fewest import MOST_SPEAKERS, fewest
from hugo_helpers.colors.slot import slot
from tests.colors.thread_cases import faults, fewest_moves, thread

ENOUGH = 100_000


@pytest.mark.parametrize("seed", range(60))
def test_it_is_exact_when_it_says_so(seed: int) -> None:
    quotes = thread(seed, 7, 8 + seed % 8)
    found = cast(quotes)
    home = [slot(name) for name in found.names]
    slots, proved = fewest(found, home, len(home) + 1, ENOUGH)
    least = fewest_moves(quotes, {})
    assert proved
    if slots is None:
        assert least is None
    else:
        assert faults(quotes, dict(zip(found.names, slots, strict=True))) == (0, 0)
        assert sum(a != b for a, b in zip(slots, home, strict=True)) == least


def test_nothing_as_good_as_the_bound_is_looked_for() -> None:
    quotes = thread(1, 7, 12)
    least = fewest_moves(quotes, {})
    assert least
    found = cast(quotes)
    home = [slot(name) for name in found.names]
    assert fewest(found, home, least, ENOUGH) == (None, True)
    assert fewest(found, home, least + 1, ENOUGH)[0]


def test_out_of_steps_the_best_so_far_is_told_from_the_best_there_is() -> None:
    quotes = thread(2, 52, 80)
    found = cast(quotes)
    home = [slot(name) for name in found.names]
    assert fewest(found, home, len(home), 5) == (None, False)
    slots, proved = fewest(found, home, len(home), 150)
    assert not proved
    assert slots
    assert faults(quotes, dict(zip(found.names, slots, strict=True))) == (0, 0)


def test_nobody_can_be_apart_of_six_who_all_meet() -> None:
    quotes = [name for a in "abcdef" for b in "abcdef" for name in (a, b)]
    found = cast(quotes)
    home = [slot(name) for name in found.names]
    assert fewest(found, home, len(home) + 1, 1_000_000) == (None, True)


def test_a_thread_too_large_is_not_tried() -> None:
    found = cast([f"user{number}" for number in range(MOST_SPEAKERS + 1)])
    assert fewest(found, [0] * (MOST_SPEAKERS + 1), ENOUGH, ENOUGH) == (None, False)


def test_the_largest_thread_tried_stays_within_the_stack() -> None:
    chain = cast([f"user{number}" for number in range(MOST_SPEAKERS)])
    slots, _ = fewest(chain, [0] * MOST_SPEAKERS, MOST_SPEAKERS, 2_000)
    assert slots
    assert sum(taken != 0 for taken in slots) == MOST_SPEAKERS // 2
