"""Text that is ready to be drawn: every cluster with the face that has a glyph for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.thumbnails import clusters, emoji
from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts, shapes_text, sized

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

# The geta mark: what Japanese printers set where they lacked a type.
_SUBSTITUTES = ("\u3013", "?")
_REFERENCE = 128
_MAX_IN_LINE = 80
# Where the em box of Japanese type lies around the baseline, in ems.
ASCENT = 0.88
DESCENT = 0.12


class Glyph(NamedTuple):
    """One cluster and what draws it; `colored`: as an emoji."""

    text: str
    face: Face
    colored: bool = False


@dataclass(frozen=True)
class Prepared:
    """Glyphs of a text; `missing`: its clusters that no font has; `clipped`: it was longer."""

    glyphs: tuple[Glyph, ...]
    missing: tuple[str, ...]
    clipped: bool


def prepare(text: str, fonts: Fonts, limit: int) -> Prepared:
    """At most `limit` clusters of `text`, cleaned, each with a face that has it.

    A run of letters that no font has becomes one geta mark; emoji that no font has are left out.
    """
    # A cluster of three marks counts four characters: enough for any text that is meant.
    cleaned = clusters.clean(text.lstrip(), 4 * limit)
    split = clusters.split(cleaned)
    glyphs: list[Glyph] = []
    missing: dict[str, None] = {}
    for cluster in split[:limit]:
        glyph = _glyph(cluster, fonts, glyphs[-1].face if glyphs else None)
        if glyph is None:
            missing[cluster] = None
            glyph = None if clusters.is_emoji(cluster) else _substitute(fonts, glyphs)
        if glyph is not None and not (glyph.text == " " and _ends_in_space(glyphs)):
            glyphs.append(glyph)
    while _ends_in_space(glyphs) and glyphs:
        glyphs.pop()
    return Prepared(tuple(glyphs), tuple(missing), len(split) > limit or len(cleaned) == 4 * limit)


def _ends_in_space(glyphs: Sequence[Glyph]) -> bool:
    return not glyphs or glyphs[-1].text == " "


def _glyph(cluster: str, fonts: Fonts, last: Face | None) -> Glyph | None:
    if clusters.is_emoji(cluster):
        face = fonts.emoji(cluster)
        if face is not None:
            return Glyph(cluster, face, True)
    plain = clusters.plain(cluster)
    # Spaces and signs stay with the word before them, so that a run of Arabic is shaped as one.
    is_sign = plain.isascii() and not plain[:1].isalnum()
    if is_sign and last is not None and fonts.draws(last, plain):
        return Glyph(plain, last)
    face = fonts.face(plain)
    if face is None and len(plain) > 1:
        plain = plain[0]
        face = fonts.face(plain)
    return None if face is None else Glyph(plain, face)


def _substitute(fonts: Fonts, glyphs: Sequence[Glyph]) -> Glyph | None:
    if glyphs and glyphs[-1].text in _SUBSTITUTES[:1]:
        return None
    for mark in _SUBSTITUTES:
        face = fonts.face(mark)
        if face is not None:
            return Glyph(mark, face)
    return None


@lru_cache(maxsize=16384)
def width(glyph: Glyph) -> float:
    """The advance of a glyph, in ems."""
    if glyph.colored:
        return emoji.WIDTH
    font = sized(glyph.face, _REFERENCE)
    return font.getlength(glyph.text, features=features()) / _REFERENCE


def features() -> list[str] | None:
    """OpenType features of a line: proportional Japanese, where Pillow can shape text."""
    return ["palt"] if shapes_text() else None


class Run(NamedTuple):
    """Neighbouring glyphs of one face, to be drawn with one call."""

    text: str
    face: Face
    colored: bool
    is_backward: bool


def runs(glyphs: Sequence[Glyph], *, is_backward: bool | None = None) -> tuple[Run, ...]:
    """The runs of a line from left to right, whatever the direction they are read in.

    `is_backward`: whether the text that the line is a part of reads from right to left; None where
    the line is all of it.
    """
    backward = [clusters.is_backward(glyph.text) for glyph in glyphs]
    base = is_backward
    if base is None:
        base = clusters.is_backward("".join(glyph.text for glyph in glyphs))
    if not (base or any(backward)):
        return tuple(_split_runs(glyphs, [False] * len(glyphs)))
    against = _directions(glyphs, backward, base)
    # Whole runs are ordered here; inside a run Raqm does it. First the runs that read against
    # the line are turned, then, in a line that reads backward, the line itself.
    ordered: list[Run] = []
    for is_against, part in groupby(
        _split_runs(glyphs, against), key=lambda run: run.is_backward != base
    ):
        found = list(part)
        ordered += found[::-1] if is_against else found
    return tuple(ordered[::-1] if base else ordered)


def _split_runs(glyphs: Sequence[Glyph], backward: Sequence[bool]) -> list[Run]:
    found = []
    keyed = zip(glyphs, backward, strict=True)
    for key, group in groupby(keyed, key=lambda pair: (pair[0].face, pair[0].colored, pair[1])):
        face, colored, is_backward = key
        texts = [glyph.text for glyph, _ in group]
        # Without Raqm, Pillow draws every text from left to right.
        turned = texts[::-1] if is_backward and not shapes_text() else texts
        parts = texts if colored else ["".join(turned)]
        found += [Run(part, face, colored, is_backward) for part in parts]
    return found


def _directions(glyphs: Sequence[Glyph], backward: Sequence[bool], base: bool) -> list[bool]:
    """Whether each glyph belongs to backward text. One without a direction, such as a space,
    goes with its neighbours when they agree and with the line when they do not."""
    known = [
        is_back if is_back or clusters.is_forward(glyph.text) else None
        for glyph, is_back in zip(glyphs, backward, strict=True)
    ]
    found: list[bool] = []
    for at, direction in enumerate(known):
        if direction is None:
            before = found[-1] if found else base
            after = next((each for each in known[at:] if each is not None), base)
            direction = before if before == after else base
        found.append(direction)
    return found


def length(line: Iterable[Run], size: int) -> float:
    """The width of a line in pixels."""
    return sum(_run_length(run, size) for run in line)


@lru_cache(maxsize=1024)
def _run_length(run: Run, size: int) -> float:
    if run.colored:
        return emoji.WIDTH * size
    return sized(run.face, size).getlength(run.text, features=features())


def draw_line(
    canvas: ImageDraw.ImageDraw,
    image: Image.Image,
    start: tuple[float, float],
    line: Iterable[Run],
    size: int,
    ink: RGB,
) -> None:
    """Draw a line of runs whose baseline starts at `start`, in pixels from the upper left."""
    x, baseline = start
    for run in line:
        if run.colored:
            picture = emoji.glyph(run.face, run.text, size)
            if picture is not None:
                left = round(x + (emoji.WIDTH * size - picture.width) / 2)
                middle = baseline - size * (ASCENT - DESCENT) / 2
                image.paste(picture, (left, round(middle - picture.height / 2)), picture)
        else:
            font = sized(run.face, size)
            canvas.text((x, baseline), run.text, ink, font, anchor="ls", features=features())
        x += _run_length(run, size)


@dataclass(frozen=True)
class Line:
    """A line of a given size: its runs, its width in pixels, and the clusters no font has."""

    runs: tuple[Run, ...]
    width: float
    missing: tuple[str, ...]


def single(words: str, fonts: Fonts, size: int, room: float) -> Line:
    """`words` in one line of at most `room` pixels, cut with an ellipsis when they are longer."""
    prepared = prepare(words, fonts, _MAX_IN_LINE)
    whole = runs(prepared.glyphs)
    if not prepared.clipped and length(whole, size) <= room:
        return Line(whole, length(whole, size), prepared.missing)
    tail = prepare("…", fonts, 1).glyphs
    left = room / size - sum(map(width, tail))
    kept = []
    for glyph in prepared.glyphs:
        left -= width(glyph)
        if left < 0:
            break
        kept.append(glyph)
    # Cut again where the sum of the glyphs was less than the line they make.
    while kept:
        line = runs((*kept, *tail))
        if kept[-1].text not in " 、。,.・" and length(line, size) <= room:
            return Line(line, length(line, size), prepared.missing)
        kept.pop()
    return Line((), 0.0, prepared.missing)
