"""Local search, step by step."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.colors.cast import Cast, cast
from hugo_helpers.colors.descent import Descent
from hugo_helpers.colors.slot import SLOTS, slot
from hugo_helpers.colors.weight import MOVE, clash, crowding, meeting

SPEAKERS = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=30)


def descent(thread: Cast) -> Descent:
    home = [slot(name) for name in thread.names]
    return Descent(home, home, [(thread.meets, meeting())])


def cost(thread: Cast, slots: list[int]) -> int:
    """The whole cost, pair by pair."""
    pairs = [(a, b) for a, others in enumerate(thread.meets) for b in others if a < b]
    moves = sum(slot(name) != taken for name, taken in zip(thread.names, slots, strict=True))
    between = [(slots[a], slots[b]) for a, b in pairs]
    return sum(clash()[a][b] + crowding(a, b) for a, b in between) + MOVE * moves


@given(SPEAKERS)
def test_what_is_saved_is_what_the_whole_costs_less(speakers: list[str]) -> None:
    thread = cast(speakers)
    search = descent(thread)
    before = cost(thread, search.slots)
    saved = search.settle(range(len(thread.names)))
    assert before - cost(thread, search.slots) == saved
    assert search.settle(range(len(thread.names))) == 0, "no single step is left"
    for speaker in range(len(thread.names)):
        costs = search.costs(speaker)
        assert costs[search.slots[speaker]] == min(costs)


@given(SPEAKERS, st.data())
def test_a_kick_makes_it_better_or_leaves_no_trace(
    speakers: list[str], data: st.DataObject
) -> None:
    thread = cast(speakers)
    search = descent(thread)
    if data.draw(st.booleans()):
        search.settle(range(len(thread.names)))
    speaker = data.draw(st.integers(0, len(thread.names) - 1))
    before, costs = search.slots[:], [list(search.costs(n)) for n in range(len(thread.names))]
    better = search.kick(speaker, data.draw(st.integers(0, SLOTS - 1)))
    assert better == (cost(thread, search.slots) < cost(thread, before))
    if not better:
        assert search.slots == before
        assert [list(search.costs(n)) for n in range(len(thread.names))] == costs


@given(SPEAKERS)
def test_the_frozen_stay(speakers: list[str]) -> None:
    thread = cast(speakers)
    search = descent(thread)
    before = search.slots[:]
    search.frozen = {0, 1}
    search.settle(range(len(thread.names)))
    assert search.slots[:2] == before[:2]
