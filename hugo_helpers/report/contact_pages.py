"""A contact sheet as images: pages of cards in rows, with the names of their posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.report.contact import MOST, Tile, miniature, summary
from hugo_helpers.report.visible import visible
from hugo_helpers.thumbnails import text
from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.fonts import Fonts

if TYPE_CHECKING:
    from PIL import Image

_GROUND, _INK, _SOFT, _NOTE = (246, 247, 249), (28, 31, 36), (92, 99, 112), (179, 38, 30)
_MARGIN, _GAP, _HEAD = 24, 16, 64
_LINE, _SMALL, _LARGE = 19, 13, 24
_LONGEST = 200


class Grid(NamedTuple):
    """How cards lie on a page: the width of each in pixels, and how many go in a row, a column."""

    width: int
    columns: int
    rows: int

    @property
    def height(self) -> int:
        """The height of a card."""
        return round(self.width * 630 / 1200)

    @property
    def step(self) -> int:
        """From one row to the next: a card, two lines below it, and a gap."""
        return self.height + 2 * _LINE + _GAP + 6


LARGE, SMALL = Grid(300, 5, 24), Grid(200, 8, 25)


class Page(NamedTuple):
    """A page, and how many cards it and those before it show."""

    image: Image.Image
    shown: int


def grid(count: int) -> Grid:
    """The grid that suits so many cards: a page has at most 9 megapixels."""
    return LARGE if count <= LARGE.columns * LARGE.rows else SMALL


def pages(tiles: Sequence[Tile], site: str, fonts: Fonts) -> Iterator[Page]:
    """The pages of the sheet. `tiles` in the order in which they are shown, of which at most MOST
    are; `site`: its name."""
    chosen = grid(len(tiles))
    each = chosen.columns * chosen.rows
    heading = f"{site}: {summary(tiles)}"
    shown = tiles[:MOST]
    if left := len(tiles) - len(shown):
        heading += f" ({left:,} are not shown)"
    for start in range(0, len(shown), each):
        some = shown[start : start + each]
        yield Page(_page(some, heading, chosen, fonts), start + len(some))


def _page(tiles: Sequence[Tile], heading: str, chosen: Grid, fonts: Fonts) -> Image.Image:
    from PIL import Image

    columns = min(len(tiles), chosen.columns)
    rows = -(-len(tiles) // chosen.columns)
    across = max(3, columns) * (chosen.width + _GAP) - _GAP
    image = Image.new("RGB", (across + 2 * _MARGIN, _HEAD + rows * chosen.step + _MARGIN), _GROUND)
    pen = _Pen(image, fonts)
    pen.write(heading, (_MARGIN, _HEAD - 24), _LARGE, across, _INK)
    for number, tile in enumerate(tiles):
        left = _MARGIN + number % chosen.columns * (chosen.width + _GAP)
        top = _HEAD + number // chosen.columns * chosen.step
        image.paste(miniature(tile, chosen.width), (left, top))
        low = top + chosen.height + _LINE
        note = "; ".join(tile.notes)
        size = f"title {tile.size} px"
        pen.write(tile.name, (left, low), _SMALL, chosen.width, _INK)
        pen.write(note or size, (left, low + _LINE), _SMALL, chosen.width, _NOTE if note else _SOFT)
    return image


class _Pen:
    def __init__(self, image: Image.Image, fonts: Fonts) -> None:
        from PIL import ImageDraw

        self._image = image
        self._canvas = ImageDraw.Draw(image)
        self._fonts = fonts

    def write(self, words: str, at: tuple[int, int], size: int, room: int, ink: RGB) -> None:
        """Write one line whose baseline starts at `at`, cut to `room` pixels."""
        line = text.single(visible(words[:_LONGEST]), self._fonts, size, room)
        text.draw_line(self._canvas, self._image, at, line.runs, size, ink)
