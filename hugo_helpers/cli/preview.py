"""`matome thumbnails --preview`: all cards on one sheet, as an HTML file or as PNG images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, cards, drawing, refusing
from hugo_helpers.cli.progress import Bar
from hugo_helpers.cli.session import Session

if TYPE_CHECKING:
    from hugo_helpers.report.contact import Tile
    from hugo_helpers.thumbnails.manifest import Entry

ENDINGS = (".html", ".png")


def named(text: str) -> Path:
    """The file that a sheet goes to. Raises argparse's error for a name that is none of a sheet."""
    import argparse

    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(f"{text!r} ends neither in .html nor in .png")
    return path


def show(
    session: Session, wanted: Sequence[cards.Wanted], known: Mapping[str, Entry], path: Path
) -> None:
    """Write the sheet of these cards. Raises Refused where that cannot be done."""
    from hugo_helpers.report import contact

    tiles = contact.ordered(
        _tile(session, one, known[one.key]) for one in wanted if one.key in known
    )
    if not tiles:
        raise Refused("--preview: there are no cards to show")
    write = _write_html if path.suffix.lower() == ".html" else _write_pages
    with refusing(), Bar(session, "Preview", min(len(tiles), contact.MOST)) as bar:
        written = write(session, tiles, path, bar)
    session.say(f"{contact.summary(tiles)}: look at {', '.join(map(str, written))}")


def _tile(session: Session, one: cards.Wanted, entry: Entry) -> Tile:
    from hugo_helpers.report.contact import Tile

    path = cards.files(session, one.key)[0]
    found = entry.font_size, entry.overflowed, entry.missing, entry.problem
    return Tile(path, one.post.name, one.post.title, *found)


def _write_html(session: Session, tiles: Sequence[Tile], path: Path, bar: Bar) -> list[Path]:
    from hugo_helpers.report.contact import as_html
    from hugo_helpers.write import replacing

    with replacing(path, durable=False) as file:
        for number, piece in enumerate(as_html(tiles, session.site.title)):
            file.write(piece.encode())
            bar.at(min(number, len(tiles)))
    return [path]


def _write_pages(session: Session, tiles: Sequence[Tile], path: Path, bar: Bar) -> list[Path]:
    from hugo_helpers.report.contact_pages import pages
    from hugo_helpers.write import replacing

    written = []
    found = pages(tiles, session.site.title, drawing.fonts(session))
    for number, page in enumerate(found, 1):
        name = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        with replacing(name, durable=False) as file:
            page.image.save(file, "PNG")
        written.append(name)
        bar.at(page.shown)
    return written
