"""The card that a post is shared and listed with: values in, JPEG bytes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import background, grounds, text
from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.band import Strip, bubbles, draw_band
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.layout import Box
from hugo_helpers.thumbnails.palette import Palette, Scheme, bubble_colors, palette
from hugo_helpers.thumbnails.shapes import chat_icon, lay, rounded
from hugo_helpers.thumbnails.sheet import Sheet
from hugo_helpers.thumbnails.title import Title, fit

if TYPE_CHECKING:
    from PIL import Image

SIZE = (1200, 630)
# Part of every fingerprint: raise it when the same card would look different.
VERSION = 1
_MAX_TAGS = 24
_MAX_TURNS = 5000


@dataclass(frozen=True)
class Card:
    """What stands on a card.

    `title`, `site`, `date`, `tags`: text of any length, as a stranger wrote it; `band`: the
    thread's turns in reading order, or one entry for each speaker: a hue (`#rrggbb`) and a
    weight above 0, such as the characters or quotes of the turn; `scheme`: white text on dark,
    dark text on light, or what suits the background.
    """

    title: str
    site: str = ""
    date: str = ""
    tags: tuple[str, ...] = ()
    band: tuple[tuple[str, int], ...] = ()
    background: Background = field(default_factory=Background)
    scheme: Scheme = "auto"


@dataclass(frozen=True)
class Drawn:
    """A drawn card: its JPEG bytes, and what became of its title.

    `font_size`: pixels per em; `lines`: as they stand; `overflowed`: the title was cut off;
    `missing`: characters, of any text on the card, that no font has, sorted.
    """

    jpeg: bytes
    font_size: int
    lines: tuple[str, ...]
    overflowed: bool
    missing: tuple[str, ...]


def draw(card: Card, fonts: Fonts, size: tuple[int, int] = SIZE) -> Drawn:
    """Draw `card` as a JPEG of `size` (width and height in pixels, each from 100 to 4000).

    The same arguments give the same bytes. Raises ValueError or OSError, naming the file, when
    the background's image cannot be used, and ValueError for a size or a colour that is none.
    """
    if not all(100 <= side <= 4000 for side in size):
        raise ValueError(f"a card of {size[0]} x {size[1]} pixels: each side is 100 to 4000")
    ground, colors = _ground(card, size)
    sheet = Sheet(ground.copy(), fonts, colors)
    low = _draw_band(sheet, card.band)
    low = _draw_tags(sheet, card.tags, low)
    high = _draw_head(sheet, card.site, card.date)
    title = _draw_title(sheet, card.title, high, low)
    return Drawn(
        jpeg=background.encoded(sheet.image),
        font_size=title.size,
        lines=title.lines,
        overflowed=title.overflowed,
        missing=tuple(sorted({*sheet.missing, *title.missing})),
    )


def _ground(card: Card, size: tuple[int, int]) -> tuple[Image.Image, Palette]:
    behind = card.background
    if behind.image is not None:
        return grounds.photograph(behind.image, behind.digest, size)
    colors = behind.colors or background.speakers(card.band).colors
    chosen = palette(background.vivid(colors), card.scheme)
    return grounds.gradient(chosen, behind.variant, size), chosen


def _draw_head(sheet: Sheet, site: str, date: str) -> int:
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


def _draw_title(sheet: Sheet, words: str, high: int, low: int) -> Title:
    box = Box(sheet.inner, low - high, sheet.px(128), sheet.px(44))
    title = fit(words, sheet.fonts, box)
    top = high + (box.height - title.height) / 2
    for line, baseline in zip(title.runs, title.baselines(top), strict=True):
        x = float(sheet.margin)
        if title.is_backward:
            x += box.width - text.length(line, title.size)
        text.draw_line(
            sheet.canvas, sheet.image, (x, baseline), line, title.size, sheet.colors.title
        )
    return title


def _draw_tags(sheet: Sheet, tags: Sequence[str], low: int) -> int:
    """A row of tags that ends at `low`, as many as fit; says where the space above ends."""
    size, padding, height = sheet.px(25), sheet.px(18), sheet.px(46)
    x, right, top = sheet.margin, sheet.width - sheet.margin, low - height
    for tag in tags[:_MAX_TAGS]:
        line = text.single(tag, sheet.fonts, size, sheet.px(320))
        width = round(line.width) + 2 * padding
        if not line.runs or x + width > right:
            continue
        _lay_panel(sheet, (x, top, x + width, top + height), height // 2)
        sheet.write(line, x + padding, top + sheet.px(32), size)
        x += width + sheet.px(12)
    return low if x == sheet.margin else top - sheet.px(30)


def _draw_band(sheet: Sheet, band: Sequence[tuple[str, int]]) -> int:
    """The thread's bubbles at the foot; says where the space above ends."""
    low = sheet.height - sheet.px(56)
    strip = Strip(sheet.margin, sheet.width - sheet.margin, low - sheet.px(62), sheet.px(62))
    placed = bubbles(band[:_MAX_TURNS], strip)
    if not placed:
        return low
    top = min(each.y for each in placed)
    edge = sheet.px(18)
    _lay_panel(sheet, (strip.left - edge, top - edge, strip.right + edge, low + edge), sheet.px(26))
    colors = bubble_colors([each.hue for each in placed], sheet.colors)
    draw_band(sheet.image, placed, colors)
    return top - edge - sheet.px(24)


def _lay_panel(sheet: Sheet, box: tuple[int, int, int, int], radius: int) -> None:
    """Lay a pane of tinted glass on the sheet; `box`: left, top, right and bottom."""
    left, top, right, bottom = box
    pane = rounded(
        right - left, bottom - top, (radius, radius, radius, radius), sheet.colors.opacity
    )
    lay(sheet.image, sheet.colors.pane, pane, (left, top))
