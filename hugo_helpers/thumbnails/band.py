"""The thread as a picture: a row of small bubbles in the hues of those who spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.shapes import lay, rounded

if TYPE_CHECKING:
    from PIL import Image

_LANES = 2


@dataclass(frozen=True)
class Strip:
    """Where the bubbles stand, in pixels: from `left` to `right`, `top` down, two lanes."""

    left: int
    right: int
    top: int
    bubble: int
    gap: int

    @property
    def height(self) -> int:
        """The height of both lanes."""
        return _LANES * self.bubble + (_LANES - 1) * self.gap


@dataclass(frozen=True)
class Bubble:
    """One speaker's turn: its place and size in pixels, and what share of the band it is."""

    x: int
    y: int
    width: int
    hue: str
    lane: int


def bubbles(band: Sequence[tuple[str, int]], strip: Strip) -> list[Bubble]:
    """Bubbles as long as each turn's part of the thread, in reading order, in two lanes.

    A thread of more turns than fit is shown by turns taken evenly from it. Turns of no or
    negative weight are left out.
    """
    turns = [(hue, weight) for hue, weight in band if weight > 0]
    turns = _sampled(turns, _LANES * ((strip.right - strip.left) // (2 * strip.bubble)))
    widths = _widths([weight for _, weight in turns], strip)
    found = []
    ends = [strip.left] * _LANES
    for (hue, _), width in zip(turns, widths, strict=True):
        lane = min(range(_LANES), key=lambda number: ends[number])
        if ends[lane] + width > strip.right + strip.bubble:
            break
        top = strip.top + lane * (strip.bubble + strip.gap)
        found.append(Bubble(ends[lane], top, width, hue, lane))
        ends[lane] += width + strip.gap
    return found


def _sampled(turns: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    if len(turns) <= most:
        return list(turns)
    return [turns[number * len(turns) // most] for number in range(most)]


def _widths(weights: Sequence[int], strip: Strip) -> list[int]:
    """Widths in proportion to the weights, none shorter than a bubble is high."""
    if not weights:
        return []
    least = round(strip.bubble * 1.5)
    most = least * 6
    room = _LANES * (strip.right - strip.left) - strip.gap * len(weights)
    scale = room / sum(weights)
    for _ in range(6):
        widths = [min(most, max(least, weight * scale)) for weight in weights]
        scale *= room / sum(widths)
    return [round(width) for width in widths]


def draw_band(
    image: Image.Image, placed: Sequence[Bubble], strip: Strip, colors: dict[str, RGB]
) -> None:
    """Draw bubbles, each with the corner of its tail pointed; `colors`: by hue."""
    round_corner, tail = strip.bubble // 2, max(1, strip.bubble // 7)
    for bubble in placed:
        corners = (
            (round_corner, round_corner, round_corner, tail)
            if bubble.lane == 0
            else (round_corner, tail, round_corner, round_corner)
        )
        mask = rounded(bubble.width, strip.bubble, corners)
        lay(image, colors[bubble.hue], mask, (bubble.x, bubble.y))
