"""The thread as a picture: rows of small bubbles in the hues of those who spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.shapes import Corners, lay, rounded

if TYPE_CHECKING:
    from PIL import Image

# From how many turns on a thread takes two lanes, and three.
_TWO_LANES, _THREE_LANES = 9, 41
# The height of a bubble and of the gap to the next, of 10 parts of a strip, by lanes.
_HEIGHTS = {1: (4.4, 1.0), 2: (4.0, 1.0), 3: (2.6, 0.9)}


@dataclass(frozen=True)
class Strip:
    """Where the bubbles stand, in pixels."""

    left: int
    right: int
    top: int
    height: int


@dataclass(frozen=True)
class Bubble:
    """One turn of a thread: its place and size in pixels, and the hue of its speaker."""

    x: int
    y: int
    width: int
    height: int
    hue: str
    lane: int


def bubbles(band: Sequence[tuple[str, int]], strip: Strip) -> list[Bubble]:
    """Bubbles as long as each turn's part of the thread, in reading order from the left, in as
    many lanes as it takes, each lane filled to the right end.

    A thread of more turns than fit is shown by turns taken evenly from it. Turns of no or
    negative weight are left out.
    """
    turns = [(hue, weight) for hue, weight in band if weight > 0]
    count = 1 + (len(turns) >= _TWO_LANES) + (len(turns) >= _THREE_LANES)
    high, gap = (max(1, round(strip.height * part / 10)) for part in _HEIGHTS[count])
    turns = _sampled(turns, count * (strip.right - strip.left) // (high + 2 * gap))
    lanes = _lanes(turns, count)
    # The fewer the lanes the taller the bubbles: what is left of the strip is put above them.
    top = strip.top + strip.height - count * high - (count - 1) * gap
    found = []
    for number, lane in enumerate(lanes):
        x = strip.left
        widths = _widths([weight for _, weight in lane], strip, high, gap)
        for (hue, _), width in zip(lane, widths, strict=True):
            found.append(Bubble(x, top + number * (high + gap), width, high, hue, number))
            x += width + gap
    return found


def _sampled(turns: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    if len(turns) <= most:
        return list(turns)
    return [turns[number * len(turns) // most] for number in range(most)]


def _lanes(turns: Sequence[tuple[str, int]], count: int) -> list[list[tuple[str, int]]]:
    """Each turn goes to the lane that ends first, so that all lanes read on together."""
    lanes: list[list[tuple[str, int]]] = [[] for _ in range(count)]
    # Long turns are capped in `_widths`; here a root keeps one of them from emptying a lane.
    ends = [0.0] * count
    for hue, weight in turns:
        lane = min(range(count), key=lambda number: ends[number])
        lanes[lane].append((hue, weight))
        ends[lane] += weight**0.5
    return lanes


def _widths(weights: Sequence[int], strip: Strip, high: int, gap: int) -> list[int]:
    """Widths in proportion to the weights, none shorter than high, that fill the strip."""
    if not weights:
        return []
    room = strip.right - strip.left - gap * (len(weights) - 1)
    spare = max(0, room - high * len(weights))
    # What is beyond a round bubble is shared out by weight.
    whole, done, edge, found = sum(weights), 0, 0, []
    for weight in weights:
        done += weight
        reached = spare * done // whole
        found.append(high + reached - edge)
        edge = reached
    return found


def draw_band(image: Image.Image, placed: Sequence[Bubble], colors: dict[str, RGB]) -> None:
    """Draw bubbles, each with the corner of its tail pointed; `colors`: by hue."""
    for bubble in placed:
        mask = rounded(bubble.width, bubble.height, _corners(bubble))
        lay(image, colors[bubble.hue], mask, (bubble.x, bubble.y))


def _corners(bubble: Bubble) -> Corners:
    side, tail = bubble.height // 2, max(1, bubble.height // 7)
    return (side, side, side, tail) if bubble.lane % 2 == 0 else (side, side, tail, side)
