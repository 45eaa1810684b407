"""The card that a post is shared and listed with: values in, JPEG bytes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import background, boxes, bubbles, grounds
from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.palette import Palette, Scheme, palette
from hugo_helpers.thumbnails.sheet import Sheet
from hugo_helpers.thumbnails.template import Template

if TYPE_CHECKING:
    from PIL import Image

SIZE = (1200, 630)
# Part of every fingerprint: raise it when the same card would look different.
VERSION = 4


@dataclass(frozen=True)
class Card:
    """What stands on a card.

    `title`, `site`, `date`, `tags`: text of any length, as a stranger wrote it; `band`: the
    thread's turns in reading order, or one entry for each speaker: a hue (`#rrggbb`) and a
    weight above 0, such as the characters or quotes of the turn; `scheme`: white text on dark,
    dark text on light, or what suits the background; `template`: where all this stands, else the
    layout `bubbles`.
    """

    title: str
    site: str = ""
    date: str = ""
    tags: tuple[str, ...] = ()
    band: tuple[tuple[str, int], ...] = ()
    background: Background = field(default_factory=Background)
    scheme: Scheme = "auto"
    template: Template | None = None


@dataclass(frozen=True)
class Drawn:
    """A drawn card: its JPEG bytes, and what became of its title.

    `font_size`: pixels per em; `lines`: as they stand; `overflowed`: the title was cut off;
    `missing`: characters, of any text on the card, that no font has, sorted; `smaller`: the same
    card as JPEG in each of the widths that were asked for.
    """

    jpeg: bytes
    font_size: int
    lines: tuple[str, ...]
    overflowed: bool
    missing: tuple[str, ...]
    smaller: tuple[bytes, ...] = ()


def draw(
    card: Card, fonts: Fonts, size: tuple[int, int] = SIZE, widths: Sequence[int] = ()
) -> Drawn:
    """Draw `card` as a JPEG of `size` (width and height in pixels, each from 100 to 4000), and
    once more in each of `widths`.

    The same arguments give the same bytes. Raises ValueError or OSError, naming the file, when
    the background's image cannot be used, and ValueError for a size or a colour that is none.
    """
    if not all(100 <= side <= 4000 for side in size):
        raise ValueError(f"a card of {size[0]} x {size[1]} pixels: each side is 100 to 4000")
    ground, colors = _ground(card, size)
    sheet = Sheet(ground.copy(), fonts, colors)
    if card.template is None:
        title = bubbles.lay_out(sheet, card)
    else:
        title = boxes.lay_out(sheet, card, card.template)
    return Drawn(
        jpeg=background.encoded(sheet.image),
        font_size=title.size,
        lines=title.lines,
        overflowed=title.overflowed,
        missing=tuple(sorted({*sheet.missing, *title.missing})),
        smaller=tuple([_smaller(sheet.image, width) for width in widths]),
    )


def _smaller(image: Image.Image, width: int) -> bytes:
    from PIL import Image

    height = round(image.height * width / image.width)
    if image.width % width == 0 and image.height % (image.width // width) == 0:
        return background.encoded(image.reduce(image.width // width))
    return background.encoded(image.resize((width, height), Image.Resampling.LANCZOS))


def _ground(card: Card, size: tuple[int, int]) -> tuple[Image.Image, Palette]:
    template = card.template
    if template is not None and template.image is not None:
        return grounds.photograph(template.image, template.digest, size)
    own = template.ground if template is not None else "post"
    behind = card.background
    if behind.image is not None and own == "post":
        return grounds.photograph(behind.image, behind.digest, size)
    colors = behind.colors if own in ("post", "paper") else ()
    if template is not None and own == "colors":
        colors = template.colors
    colors = colors or background.speakers(card.band).colors
    scheme = card.scheme
    if scheme == "auto" and template is not None:
        scheme = template.scheme
    if own == "paper":
        return grounds.paper(colors[0], scheme, size)
    chosen = palette(background.vivid(colors), scheme)
    return grounds.gradient(chosen, behind.variant, size), chosen
