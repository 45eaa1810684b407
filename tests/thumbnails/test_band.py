"""Bubbles: in their strip, in order, in proportion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.thumbnails.band import Strip, bubbles

STRIP = Strip(72, 1128, 500, 62)
bands = st.lists(
    st.tuples(st.sampled_from(["#ff0000", "#00ff00", "#0000ff"]), st.integers(-1, 100_000)),
    max_size=300,
)


@given(bands)
def test_bubbles_stay_in_the_strip_and_do_not_touch(band: list[tuple[str, int]]) -> None:
    placed = bubbles(band, STRIP)
    assert bool(placed) == any(weight > 0 for _, weight in band)
    ends: dict[int, int] = {}
    for bubble in placed:
        assert bubble.x >= ends.get(bubble.lane, STRIP.left)
        assert bubble.width >= bubble.height > 0
        assert bubble.x + bubble.width <= STRIP.right
        assert STRIP.top <= bubble.y
        assert bubble.y + bubble.height <= STRIP.top + STRIP.height
        ends[bubble.lane] = bubble.x + bubble.width + 1
    assert all(end == STRIP.right + 1 for end in ends.values())


@pytest.mark.parametrize(("turns", "lanes"), [(1, 1), (8, 1), (9, 2), (40, 2), (41, 3), (5000, 3)])
def test_longer_threads_take_more_lanes(turns: int, lanes: int) -> None:
    placed = bubbles([("#ff0000", 1)] * turns, STRIP)
    assert {bubble.lane for bubble in placed} == set(range(lanes))
    assert len(placed) == turns or turns == 5000


def test_who_spoke_more_has_the_longer_bubble() -> None:
    first, second, third = bubbles([("#ff0000", 30), ("#00ff00", 20), ("#0000ff", 2)], STRIP)
    assert first.width > second.width > third.width
    assert [first.hue, second.hue, third.hue] == ["#ff0000", "#00ff00", "#0000ff"]
    spare = [each.width - each.height for each in (first, second)]
    assert spare[0] / spare[1] == pytest.approx(1.5, rel=0.02)
