"""Settled threads: nobody meets someone alike, few move, and what was settled stays."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hugo_helpers.colors.distance import alike, separations
from hugo_helpers.colors.settle import settle
from hugo_helpers.colors.slot import SLOTS, slot
from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.thread import thread as thread_of
from tests.colors.thread_cases import faults, fewest_moves, meetings, moved, slots, thread

NAMES = [f"user{number}" for number in range(12)]
SPEAKERS = st.lists(st.sampled_from(NAMES), max_size=30)
SETTLED = st.dictionaries(st.sampled_from(NAMES), st.integers(0, SLOTS - 1))


def named(wanted: int, start: int = 0) -> str:
    """A name whose own slot is `wanted`."""
    return next(name for n in range(start, start + 2000) if slot(name := f"u{n}") == wanted)


RED, RED_TOO, ORANGE, BLUE, OCHRE = (named(s, n) for n, s in enumerate([2, 2, 3, 26, 8]))
RED_TOO = named(2, int(RED[1:]) + 1)

TABLE = [
    ("nobody speaks", [], {}, {}),
    ("one speaks on", [RED, RED], {}, {}),
    ("two who are apart", [RED, BLUE, RED], {}, {}),
    ("two alike who never meet", [RED, BLUE, RED_TOO], {}, {}),
    ("settled by a noted exception", [RED, RED_TOO], {RED_TOO: 26}, {RED_TOO: 26}),
    ("an exception that is needed no more", [RED, BLUE], {BLUE: 16}, {BLUE: 16}),
    ("an exception of one who is gone", [RED, BLUE], {OCHRE: 26}, {}),
    ("an exception that is none", [RED, BLUE], {BLUE: 26}, {}),
]


@pytest.mark.parametrize(
    ("speakers", "settled", "expected"),
    [case[1:] for case in TABLE],
    ids=[case[0] for case in TABLE],
)
def test_nothing_moves(
    speakers: Sequence[str], settled: Mapping[str, int], expected: Mapping[str, int]
) -> None:
    assert settle(speakers, settled) == expected


MOVERS = [
    ("the same slot: the later of the two", [RED, RED_TOO], {}, RED_TOO),
    ("who speaks less", [RED, RED_TOO, BLUE, RED_TOO], {}, RED),
    ("who meets two that are alike", [RED, ORANGE, RED_TOO], {}, ORANGE),
    ("also who speaks more, if that is the fewest", [RED, ORANGE, RED_TOO, ORANGE], {}, ORANGE),
    ("alike to colour-blind eyes only", [named(4), named(12)], {}, named(12)),
    ("a noted exception that clashes", [RED, BLUE], {BLUE: 3}, BLUE),
]


@pytest.mark.parametrize(
    ("speakers", "settled", "mover"),
    [case[1:] for case in MOVERS],
    ids=[case[0] for case in MOVERS],
)
def test_one_moves(speakers: Sequence[str], settled: Mapping[str, int], mover: str) -> None:
    found = settle(speakers, settled)
    assert moved(speakers, settled, found) == {mover}
    assert faults(speakers, found) == (0, 0)


def test_who_must_leave_a_noted_exception_goes_back_to_the_name_s_own_slot() -> None:
    assert settle([RED, BLUE], {BLUE: 3}) == {}
    assert settle([RED, RED_TOO], {RED_TOO: 3}).keys() == {RED_TOO}


@given(SPEAKERS, SETTLED)
def test_laws(speakers: list[str], settled: dict[str, int]) -> None:
    found = settle(speakers, settled)
    assert settle(speakers, found) == found, "settling again changes nothing"
    assert settle(speakers, dict(reversed(settled.items()))) == found
    assert set(found) <= set(speakers)
    assert all(taken != slot(name) and 0 <= taken < SLOTS for name, taken in found.items())
    if faults(speakers, settled) == (0, 0):
        assert not moved(speakers, settled, found)
    else:
        fewer = faults(speakers, found) < faults(speakers, settled)
        assert fewer or not moved(speakers, settled, found), "a move makes it better"


@given(st.lists(st.sampled_from(NAMES[:5]), max_size=30), SETTLED)
def test_up_to_five_speakers_are_always_apart(speakers: list[str], settled: dict[str, int]) -> None:
    assert faults(speakers, settle(speakers, settled)) == (0, 0)


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES[:7]), max_size=12), SETTLED)
def test_the_fewest_move(speakers: list[str], settled: dict[str, int]) -> None:
    least = fewest_moves(speakers, settled)
    found = settle(speakers, settled)
    if least is not None:
        assert faults(speakers, found) == (0, 0)
        assert len(moved(speakers, settled, found)) == least


@pytest.mark.parametrize("seed", range(40))
def test_the_fewest_move_in_threads_by_chance(seed: int) -> None:
    speakers = thread(seed, 6, 14)
    assert len(settle(speakers, {})) == fewest_moves(speakers, {})


@given(SPEAKERS, st.data())
def test_taking_a_quote_away_moves_nobody(speakers: list[str], data: st.DataObject) -> None:
    assume(speakers)
    settled = settle(speakers, {})
    at = data.draw(st.integers(0, len(speakers) - 1))
    fewer = speakers[:at] + speakers[at + 1 :]
    assume(meetings(fewer) <= meetings(speakers) and faults(speakers, settled) == (0, 0))
    assert not moved(fewer, settled, settle(fewer, settled))


@given(SPEAKERS, st.integers(), st.data())
def test_adding_a_speaker_moves_nobody_unless_neighbours_clash(
    speakers: list[str], number: int, data: st.DataObject
) -> None:
    settled = settle(speakers, {})
    assume(faults(speakers, settled) == (0, 0))
    at = data.draw(st.integers(0, len(speakers)))
    newcomer = f"newcomer{number}"
    more = [*speakers[:at], newcomer, *speakers[at:]]
    found = settle(more, settled)
    clashes = any(
        newcomer in pair and alike(*slots(list(pair), settled).values()) for pair in meetings(more)
    )
    assert faults(more, found) == (0, 0)
    assert len(moved(more, settled, found)) == clashes, "one move is enough, and no more happen"


def test_a_thread_that_grows_quote_by_quote_keeps_its_colours() -> None:
    speakers = thread(3, 52, 80)
    settled: dict[str, int] = {}
    for end in range(len(speakers)):
        before, settled = settled, settle(speakers[: end + 1], settled)
        assert faults(speakers[: end + 1], settled) == (0, 0)
        new = meetings(speakers[: end + 1]) - meetings(speakers[:end])
        if faults(speakers[: end + 1], before) == (0, 0):
            assert not moved(speakers[:end], before, settled)
        assert len(moved(speakers[: end + 1], before, settled)) <= 2 * len(new)


def test_the_seed_post(seed_post: str) -> None:
    speakers = [quote.user for quote in thread_of(parse(seed_post)).quotes]
    assert (len(speakers), len(set(speakers))) == (80, 52)
    assert faults(speakers, {}) == (17, 17)
    found = settle(speakers, {})
    assert faults(speakers, found) == (0, 0)
    assert len(found) == 20, "the fewest there are, as an exact solver has shown"


@pytest.mark.parametrize(
    ("speakers", "above"), [(12, 0.15), (52, 0.0)], ids=["12 of 80", "52 of 80"]
)
def test_threads_by_chance(speakers: int, above: float) -> None:
    """Threads of a real size: as good as none of their neighbours alike, where there is room."""
    pairs = left = 0
    for seed in range(20):
        quotes = thread(seed, speakers, 80)
        found = settle(quotes, {})
        confused, other = faults(quotes, found)
        assert confused == 0
        assert settle(quotes, found) == found
        pairs += sum(faults(quotes, {}))
        left += other
    assert left <= above * pairs


def crowd(quotes: Sequence[str], exceptions: Mapping[str, int]) -> float:
    """How near each other the twelve who speak most are, in the mean over their pairs."""
    twelve = [slots(quotes, exceptions)[name] for name, _ in Counter(quotes).most_common(12)]
    pairs = list(combinations(twelve, 2))
    return sum(4 ** -separations()[a][b] for a, b in pairs) / len(pairs)


def test_the_twelve_who_speak_most_are_less_crowded_than_by_their_own_slots() -> None:
    threads = [thread(seed, 52, 80) for seed in range(20)]
    before = sum(crowd(quotes, {}) for quotes in threads)
    after = sum(crowd(quotes, settle(quotes, {})) for quotes in threads)
    assert after < 0.8 * before


@pytest.mark.parametrize("slot", [-1, SLOTS, 10**30])
def test_a_slot_that_there_is_not(slot: int) -> None:
    with pytest.raises(ValueError, match=rf"slot {slot} of 'ann' is not one of 0 to 35"):
        settle(["ann"], {"ann": slot})


HOSTILE = ["", " ", "\u3000", "a", "A", "ａ", "か\u3099", "が", "\ud800", "x" * 10_000, "x" * 9_999]


def test_hostile_names_are_kept_apart() -> None:
    speakers = [name for one in HOSTILE for other in HOSTILE for name in (one, other)]
    found = settle(speakers, {})
    assert set(found) <= set(HOSTILE)
    assert faults(speakers, found) < faults(speakers, {})


ENDLESS = [
    ("many speakers", [f"u{n}" for n in range(15_000)]),
    ("one meets all", [name for n in range(15_000) for name in ("hub", f"u{n}")]),
    ("all meet all", thread(0, 200, 7_000)),
    ("few meet all", thread(0, 30, 20_000)),
    ("all alike", [named(2, 90 * n) for n in range(300)]),
]


@pytest.mark.parametrize(
    "speakers", [case[1] for case in ENDLESS], ids=[case[0] for case in ENDLESS]
)
def test_no_thread_takes_for_ever(speakers: Sequence[str]) -> None:
    start = time.process_time()
    found = settle(speakers, {})
    assert settle(speakers, found) == found
    assert time.process_time() - start < 10
