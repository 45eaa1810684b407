"""The boxes of a template, drawn on a card in the order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import color
from hugo_helpers.thumbnails.band import Strip, bubbles, draw_band
from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.layout import Box
from hugo_helpers.thumbnails.palette import bubble_colors, paper
from hugo_helpers.thumbnails.sheet import MAX_TURNS, Sheet
from hugo_helpers.thumbnails.template import Part, Template
from hugo_helpers.thumbnails.title import Title, fit

if TYPE_CHECKING:
    from hugo_helpers.thumbnails.card import Card

_NOTHING = Title(0, (), (), False, (), False)
# Behind a panel's edge: how far its tail hangs below it, of the panel's radius.
_TAIL = 0.8
_DOT = " · "


def lay_out(sheet: Sheet, card: Card, template: Template) -> Title:
    """Draw the boxes of `template` with what stands on `card`; what became of its title."""
    title = _NOTHING
    for part in template.parts:
        if part.show == "panel":
            _panel(sheet, part)
        elif part.show == "thread":
            _thread(sheet, part, card.band[:MAX_TURNS])
        elif part.show == "tags" and part.style == "pills":
            _pills(sheet, part, card.tags)
        else:
            done = _text(sheet, part, _words(part, card))
            title = done if part.show == "title" else title
    return title


def _words(part: Part, card: Card) -> str:
    if part.show == "tags":
        return _DOT.join(tag[:80] for tag in card.tags[:12])
    if part.show == "text":
        return part.text
    return {"title": card.title, "site": card.site, "date": card.date}[part.show]


def _fonts(sheet: Sheet, part: Part) -> Fonts:
    if part.font is None:
        return sheet.fonts
    return replace(sheet.fonts, faces=(Face(part.font), *sheet.fonts.faces))


def _text(sheet: Sheet, part: Part, words: str) -> Title:
    low, top = (sheet.px(size) for size in part.sizes)
    box = Box(sheet.px(part.width), sheet.px(part.height), top, low, part.lines)
    title = fit(words, _fonts(sheet, part), box)
    at = (_px(sheet, part.left), _px(sheet, part.top))
    sheet.set(title, at, box, _ink(sheet, part.color), part.align, part.valign)
    return title


def _pills(sheet: Sheet, part: Part, tags: Sequence[str]) -> None:
    size = sheet.px(part.sizes[0])
    row = sheet.pills(tags, size, sheet.px(part.width))
    used = sum(round(line.width) for line in row) + sheet.px(12) * max(0, len(row) - 1)
    spare = sheet.px(part.width) - used
    left = _px(sheet, part.left) + {"left": 0, "center": spare // 2, "right": spare}[part.align]
    room = sheet.px(part.height) - round(1.84 * size)
    down = {"top": 0, "middle": room // 2, "bottom": room}[part.valign]
    sheet.lay_pills(row, left, _px(sheet, part.top) + down, size)


def _panel(sheet: Sheet, part: Part) -> None:
    left, top, right, bottom = _edges(sheet, part)
    radius = min(_px(sheet, part.radius), (right - left) // 2, (bottom - top) // 2)
    ink = _ink(sheet, part.color)
    sheet.panel((left, top, right, bottom), (radius,) * 4, ink, part.opacity)
    if part.tail and radius:
        _tail(sheet, left + 2 * radius, bottom, round(radius * _TAIL), ink)


def _tail(sheet: Sheet, left: int, top: int, side: int, ink: RGB) -> None:
    """The tail of a speech bubble that hangs from `top`, pointed to the lower left."""
    from PIL import Image, ImageDraw

    finer = 4
    mask = Image.new("L", (side * finer, side * finer))
    corners = [(0, 0), (side * finer, 0), (0, side * finer)]
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    sheet.image.paste(ink, (left, top), mask.reduce(finer))


def _thread(sheet: Sheet, part: Part, band: Sequence[tuple[str, int]]) -> None:
    left, top, right, bottom = _edges(sheet, part)
    turns = [(hue, weight) for hue, weight in band if weight > 0]
    if not turns:
        return
    if part.style == "bubbles":
        placed = bubbles(turns, Strip(left, right, top, bottom - top))
        draw_band(sheet.image, placed, bubble_colors([one.hue for one in placed], sheet.colors))
        return
    shares = _shares(turns)
    colors = bubble_colors(shares, sheet.colors)
    across = part.style == "band"
    start, end = (left, right) if across else (top, bottom)
    whole = sum(shares.values())
    stops = [
        start + (end - start) * done // whole for done in accumulate(shares.values(), initial=0)
    ]
    for hue, (low, high) in zip(shares, pairwise(stops), strict=True):
        box = (low, top, high, bottom) if across else (left, low, right, high)
        if high > low:
            sheet.image.paste(colors[hue], box)


def _shares(turns: Sequence[tuple[str, int]]) -> dict[str, int]:
    """How much was spoken in each hue, in the order in which they first spoke."""
    shares: dict[str, int] = {}
    for hue, weight in turns:
        shares[hue] = shares.get(hue, 0) + weight
    return shares


def _edges(sheet: Sheet, part: Part) -> tuple[int, int, int, int]:
    left, top = _px(sheet, part.left), _px(sheet, part.top)
    return left, top, _px(sheet, part.left + part.width), _px(sheet, part.top + part.height)


def _px(sheet: Sheet, value: int) -> int:
    return sheet.px(value) if value else 0


def _ink(sheet: Sheet, name: str) -> RGB:
    colors = sheet.colors
    own = {"title": colors.title, "quiet": colors.quiet, "pane": colors.pane}
    if name in own:
        return own[name]
    named = ("paper", "ink", "accent")
    if name in named:
        middle = colors.grounds[len(colors.grounds) // 2]
        return paper(middle, colors.is_light)[named.index(name)]
    return color.parse(name)
