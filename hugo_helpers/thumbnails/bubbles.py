"""The layout `bubbles`: the title over its tags and the thread's bubbles, each in the room that the
others leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import text
from hugo_helpers.thumbnails.band import Strip, bubbles, draw_band
from hugo_helpers.thumbnails.layout import Box
from hugo_helpers.thumbnails.palette import bubble_colors
from hugo_helpers.thumbnails.shapes import chat_icon, lay
from hugo_helpers.thumbnails.sheet import MAX_TURNS, Sheet
from hugo_helpers.thumbnails.title import Title, fit

if TYPE_CHECKING:
    from hugo_helpers.thumbnails.card import Card


def lay_out(sheet: Sheet, card: Card) -> Title:
    """Draw what stands on `card`; what became of its title."""
    low = _thread(sheet, card.band)
    low = _tags(sheet, card.tags, low)
    high = _head(sheet, card.site, card.date)
    return _title(sheet, card.title, high, low)


def _head(sheet: Sheet, site: str, date: str) -> int:
    """The site's name and the date; says where the space below them starts."""
    size, baseline = sheet.px(30), sheet.px(98)
    day = text.single(date, sheet.fonts, sheet.px(26), sheet.inner * 0.4)
    sheet.write(day, sheet.width - sheet.margin - day.width, baseline, sheet.px(26), quiet=True)
    icon = chat_icon(sheet.px(34))
    indent = icon.width + sheet.px(16)
    name = text.single(site, sheet.fonts, size, sheet.inner - indent - day.width - sheet.px(40))
    if name.runs:
        lay(sheet.image, sheet.colors.title, icon, (sheet.margin, baseline - sheet.px(29)))
    sheet.write(name, sheet.margin + indent, baseline, size)
    return sheet.px(142) if name.runs or day.runs else sheet.margin


def _title(sheet: Sheet, words: str, high: int, low: int) -> Title:
    box = Box(sheet.inner, low - high, sheet.px(128), sheet.px(44))
    title = fit(words, sheet.fonts, box)
    sheet.set(title, (sheet.margin, high), box, sheet.colors.title)
    return title


def _tags(sheet: Sheet, tags: Sequence[str], low: int) -> int:
    """A row of tags that ends at `low`, as many as fit; says where the space above ends."""
    size = sheet.px(25)
    top = low - round(1.84 * size)
    row = sheet.pills(tags, size, sheet.inner)
    sheet.lay_pills(row, sheet.margin, top, size)
    return top - sheet.px(30) if row else low


def _thread(sheet: Sheet, band: Sequence[tuple[str, int]]) -> int:
    """The thread's bubbles at the foot; says where the space above ends."""
    low = sheet.height - sheet.px(56)
    strip = Strip(sheet.margin, sheet.width - sheet.margin, low - sheet.px(62), sheet.px(62))
    placed = bubbles(band[:MAX_TURNS], strip)
    if not placed:
        return low
    top = min(each.y for each in placed)
    edge = sheet.px(18)
    sheet.pane((strip.left - edge, top - edge, strip.right + edge, low + edge), sheet.px(26))
    colors = bubble_colors([each.hue for each in placed], sheet.colors)
    draw_band(sheet.image, placed, colors)
    return top - edge - sheet.px(24)
