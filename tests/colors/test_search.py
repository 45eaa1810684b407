"""The search, against the exact one where that ends, and against its own parts."""

from __future__ import annotations

import pytest

from hugo_helpers.colors.cast import cast
from hugo_helpers.colors.fewest import fewest
from hugo_helpers.colors.guess import guess
from hugo_helpers.colors.search import clashes, clashing, search
from hugo_helpers.colors.slot import slot
from hugo_helpers.colors.weight import ALIKE, CONFUSED
from tests.colors.thread_cases import thread

ENOUGH = 50_000


def moves(home: list[int], slots: list[int]) -> int:
    return sum(a != b for a, b in zip(home, slots, strict=True))


@pytest.mark.parametrize(
    ("speakers", "quotes", "above"),
    [(10, 16, 0.0), (16, 24, 0.0), (26, 40, 0.02), (40, 60, 0.02)],
    ids=["10 of 16", "16 of 24", "26 of 40", "40 of 60"],
)
def test_how_near_to_the_fewest(speakers: int, quotes: int, above: float) -> None:
    found = least = solved = 0
    for seed in range(25):
        cast_ = cast(thread(seed, speakers, quotes))
        home = [slot(name) for name in cast_.names]
        best, proved = fewest(cast_, home, len(home) + 1, ENOUGH)
        if best and proved:
            slots = search(cast_, home)
            assert not clashing(cast_, slots)
            found += moves(home, slots)
            least += moves(home, best)
            solved += 1
    assert solved >= 15
    assert least <= found <= (1 + above) * least


def test_it_is_better_than_the_guess_that_it_starts_from() -> None:
    for seed in range(20):
        cast_ = cast(thread(seed, 20, 80))
        home = [slot(name) for name in cast_.names]
        first, slots = guess(cast_, home), search(cast_, home)
        left = clashes(cast_, slots, clashing(cast_, slots))
        assert left <= clashes(cast_, first, clashing(cast_, first))


def test_what_clashes_cost() -> None:
    """Slots 2 and 2 are confused by all, 4 and 12 by the colour-blind; 2 and 26 by nobody."""
    three = cast("abcd")
    slots = [2, 2, 26, 26]
    assert clashing(three, slots) == [0, 1, 2, 3]
    assert clashes(three, slots, [0, 1, 2, 3]) == 4 * CONFUSED
    assert clashing(three, [4, 12, 26, 2]) == [0, 1]
    assert clashes(three, [4, 12, 26, 2], [0, 1]) == 2 * ALIKE
