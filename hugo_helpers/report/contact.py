"""A contact sheet: all cards on one sheet, those that need a look first."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.report.visible import visible
from hugo_helpers.thumbnails.clusters import named
from hugo_helpers.thumbnails.photo import covering

if TYPE_CHECKING:
    from PIL import Image

MOST = 2000
"""Cards on a sheet: more make a file that no browser likes to open."""
# Few cards are shown large.
_FEW = 120
_WIDTHS = (600, 300)
_QUALITY = 80
_LONGEST = 200
_MOST_NAMED = 8


class Tile(NamedTuple):
    """A card on the sheet.

    `name`: of its post; `title`: as in the front matter; `size`: pixels per em of the title;
    `cut`: the title was cut off; `missing`: characters that no font has, with spaces between;
    `problem`: why its post's image is not on it.
    """

    path: Path
    name: str
    title: str
    size: int
    cut: bool = False
    missing: str = ""
    problem: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is wrong with it, in words."""
        missing = named(self.missing.split()[:_MOST_NAMED])
        found = {
            f"no font has {visible(missing)}": bool(missing),
            "title cut off": self.cut,
            f"without its image: {visible(self.problem)}": bool(self.problem),
        }
        return tuple(note for note, applies in found.items() if applies)


def ordered(tiles: Iterable[Tile]) -> list[Tile]:
    """Those that lack glyphs or were cut off first, then those whose title shrank most."""
    return sorted(tiles, key=_rank)


def _rank(tile: Tile) -> tuple[bool, bool, bool, int, str]:
    return not tile.missing, not tile.cut, not tile.problem, tile.size, tile.name


def summary(tiles: Sequence[Tile]) -> str:
    """How many cards there are, and how many of them need a look."""
    told = [f"{len(tiles):,} card{'s' if len(tiles) != 1 else ''}"]
    cut, missing = sum(tile.cut for tile in tiles), sum(bool(tile.missing) for tile in tiles)
    told += [f"{cut:,} with a title cut off"] if cut else []
    told += [f"{missing:,} with characters that no font has"] if missing else []
    without = sum(bool(tile.problem) for tile in tiles)
    told += [f"{without:,} without the image of the post"] if without else []
    return ", ".join(told)


def miniature(tile: Tile, width: int) -> Image.Image:
    """The card of a tile, so many pixels wide; gray where its file cannot be read."""
    from PIL import Image

    size = width, round(width * 630 / 1200)
    try:
        return covering(tile.path, size)
    except (ValueError, OSError):
        return Image.new("RGB", size, "#999")


def as_html(tiles: Sequence[Tile], site: str) -> Iterator[str]:
    """The sheet as pieces of one HTML file that asks for nothing else; at most MOST cards.

    `tiles` in the order of `ordered`; `site`: its name.
    """
    shown = tiles[:MOST]
    first = [tile for tile in shown if tile.notes]
    name = _text(site)
    yield _HEAD.format(title=name, summary=_text(summary(tiles)))
    width = _WIDTHS[len(shown) > _FEW]
    rest = [tile for tile in shown if not tile.notes]
    for heading, group in (("Look at these", first), ("Smallest titles first", rest)):
        if group:
            yield f"<h2>{heading}</h2>\n<div class=cards>\n"
            yield from (_figure(tile, width) for tile in group)
            yield "</div>\n"
    if left := len(tiles) - len(shown):
        yield f"<p>{left:,} more cards are not on this sheet.</p>\n"
    yield "</main>\n</html>\n"


def _figure(tile: Tile, width: int) -> str:
    buffer = io.BytesIO()
    miniature(tile, width).save(buffer, "JPEG", quality=_QUALITY)
    notes = "".join(f"<strong>{_text(note)}</strong> " for note in tile.notes)
    return (
        f'<figure><img width=300 height=158 loading=lazy alt="{_text(tile.title)}" '
        f'src="data:image/jpeg;base64,{b64encode(buffer.getvalue()).decode()}">\n'
        f"<figcaption>{notes}<span>{_text(tile.name)}</span> <small>title {tile.size} px</small>"
        "</figcaption></figure>\n"
    )


def _text(words: str) -> str:
    return escape(visible(words[:_LONGEST]))


_HEAD = """<!doctype html>
<html lang=en>
<meta charset=utf-8>
<meta name=viewport content="width=device-width, initial-scale=1">
<meta name=referrer content=no-referrer>
<meta http-equiv=Content-Security-Policy content="default-src 'none'; img-src data:; \
style-src 'unsafe-inline'">
<title>Cards: {title}</title>
<style>
:root {{ color-scheme: light dark; --line: #0002; --note: #b3261e; --soft: #5c6370 }}
@media (prefers-color-scheme: dark) {{
  :root {{ --line: #fff2; --note: #ffb4ab; --soft: #a9b1bd }}
}}
body {{ margin: 0; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }}
main {{ max-width: 1680px; margin: auto; padding: 24px 20px 64px }}
h1 {{ margin: 0; font-size: 24px }}
h2 {{ margin: 36px 0 12px; font-size: 17px }}
p {{ margin: 4px 0; color: var(--soft) }}
.cards {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); \
gap: 20px 16px }}
figure {{ margin: 0 }}
img {{ display: block; width: 100%; height: auto; border-radius: 10px; \
box-shadow: 0 0 0 1px var(--line) }}
figcaption {{ display: flex; flex-wrap: wrap; gap: 0 10px; margin-top: 6px; font-size: 13px }}
figcaption span {{ flex: 1 }}
strong {{ flex-basis: 100%; color: var(--note) }}
small {{ font-size: inherit; color: var(--soft); font-variant-numeric: tabular-nums }}
</style>
<main>
<h1>{title}</h1>
<p>{summary}</p>
"""
