"""The first guess: who it lets leave, and that it is near to what the search can find."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.colors.cast import cast
from hugo_helpers.colors.guess import guess
from hugo_helpers.colors.slot import SLOTS, slot
from hugo_helpers.colors.weight import apart
from tests.colors.thread_cases import faults, fewest_moves, thread

# Slots 0, 1 and 2 are alike, and so are 18, 19 and 20; nobody of the first meets anyone alike
# among the second.
TABLE = [
    ("nobody speaks", "", [], set()),
    ("two who are apart", "ab", [0, 26], set()),
    ("of a pair who speaks less", "aab", [2, 2], {1}),
    ("of a pair who has more slots left", "abcbdb", [2, 2, 26, 26], {1}),
    ("the middle of three", "abc", [0, 2, 1], {1}),
    ("every other one of a chain", "abcde", [0, 1, 2, 1, 0], {1, 3}),
    ("two of a ring of three", "abca", [0, 1, 2], {1, 2}),
    ("each pair by itself, who has more slots left", "abxcd", [0, 1, 26, 0, 1], {0, 4}),
]


@pytest.mark.parametrize(
    ("speakers", "home", "leaving"),
    [case[1:] for case in TABLE],
    ids=[case[0] for case in TABLE],
)
def test_who_leaves(speakers: str, home: Sequence[int], leaving: set[int]) -> None:
    found = guess(cast(speakers), home)
    assert {one for one, taken in enumerate(found) if taken != home[one]} == leaving


@given(st.lists(st.sampled_from("abcdefghijklm"), max_size=40), st.data())
def test_only_who_clashes_moves_to_where_nobody_who_stays_is_alike(
    speakers: list[str], data: st.DataObject
) -> None:
    found = cast(speakers)
    count = len(found.names)
    home = data.draw(st.lists(st.integers(0, SLOTS - 1), min_size=count, max_size=count))
    slots = guess(found, home)
    clashing = [
        any(not apart()[home[one]] >> home[other] & 1 for other in others)
        for one, others in enumerate(found.meets)
    ]
    for one, others in enumerate(found.meets):
        if slots[one] != home[one]:
            assert clashing[one]
            alike = [other for other in others if not apart()[slots[one]] >> slots[other] & 1]
            assert all(slots[other] == home[other] and clashing[other] for other in alike), (
                "only to those who should have left, too, and had nowhere to go"
            )


def test_it_is_near_to_the_fewest() -> None:
    guessed = least = solved = 0
    for seed in range(40):
        quotes = thread(seed, 9, 9)
        found = cast(quotes)
        home = [slot(name) for name in found.names]
        slots = guess(found, home)
        if faults(quotes, dict(zip(found.names, slots, strict=True))) == (0, 0):
            guessed += sum(a != b for a, b in zip(slots, home, strict=True))
            least += fewest_moves(quotes, {}) or 0
            solved += 1
    assert solved >= 35
    assert guessed <= 1.05 * least
