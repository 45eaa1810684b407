"""Which slots look alike, and to whom."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from coloraide import Color

from hugo_helpers.colors import distance as module
from hugo_helpers.colors.distance import (
    DEFICIENCIES,
    IMPAIRED,
    NORMAL,
    alike,
    confusable,
    distances,
    separations,
)
from hugo_helpers.colors.palette import palette
from hugo_helpers.colors.slot import SLOTS

ALL = range(SLOTS)


@pytest.mark.parametrize("kind", [None, *DEFICIENCIES])
def test_distances_are_those_of_coloraide(kind: str | None) -> None:
    view = distances()[0 if kind is None else 1 + DEFICIENCIES.index(kind)]
    colors = [Color(color) for color in palette().light]
    seen = colors if kind is None else [color.filter(kind) for color in colors]
    for a, b in [(0, 1), (3, 20), (13, 14), (35, 0), (7, 7)]:
        assert view[a][b] == pytest.approx(seen[a].distance(seen[b], space="oklab"))


def test_alike_is_what_any_eye_confuses() -> None:
    for a in ALL:
        for b in ALL:
            near = distances()[0][a][b] < NORMAL
            assert confusable(a, b) == near
            assert alike(a, b) == (near or any(m[a][b] < IMPAIRED for m in distances()[1:]))
            assert alike(a, b) == (separations()[a][b] < 1)
            assert separations()[a][b] == separations()[b][a]


def test_red_and_green_are_alike_to_some() -> None:
    red, green = 4, 12
    assert not confusable(red, green)
    assert alike(red, green)


def partners(apart: Callable[[int, int], bool]) -> list[int]:
    return [sum(apart(a, b) for b in ALL) for a in ALL]


def clique(apart: Callable[[int, int], bool], size: int) -> bool:
    """Whether so many slots are all apart from each other."""

    def grows(chosen: int, others: list[int]) -> bool:
        return chosen == size or any(
            grows(chosen + 1, [o for o in others[i + 1 :] if apart(one, o)])
            for i, one in enumerate(others)
            if chosen + len(others) - i >= size
        )

    return grows(0, list(ALL))


@pytest.mark.parametrize(
    ("alike", "least", "most", "mean", "together"),
    [(alike, 11, 26, 19, 5), (confusable, 28, 32, 30, 11)],
    ids=["every eye", "normal eyes"],
)
def test_what_the_module_says_of_partners(
    alike: Callable[[int, int], bool], least: int, most: int, mean: int, together: int
) -> None:
    counts = partners(lambda a, b: not alike(a, b))
    assert (min(counts), max(counts), round(sum(counts) / SLOTS)) == (least, most, mean)
    assert clique(lambda a, b: not alike(a, b), together)
    assert not clique(lambda a, b: not alike(a, b), together + 1)
    said = " ".join((module.__doc__ or "").split())
    assert f"between {least} and {most}" in said
    assert f"{together} " in said


def test_slots_in_a_row_are_alike() -> None:
    assert all(alike(slot, (slot + 1) % SLOTS) for slot in ALL)


def test_whoever_stands_between_two_speakers_finds_a_slot() -> None:
    for a in ALL:
        for b in ALL:
            assert any(not alike(a, c) and not alike(b, c) for c in ALL)


def test_importing_leaves_coloraide_alone() -> None:
    code = f"import sys, {module.__name__}, hugo_helpers.colors.settle; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "coloraide" not in run.stdout.split()
