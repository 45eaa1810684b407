"""Thumbnails that a site has, and whether its own templates, settings and styles name them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hugo_helpers.site.config import Site
from hugo_helpers.site.content import read_text

FOLDER, CARDS = "thumbnails", "cards"
_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg")
_TEXTS = (".html", ".css", ".scss", ".js", ".toml", ".yaml", ".yml", ".json", ".xml")
_FOLDERS = ("layouts", "assets", "static", "data", "config", "i18n", "archetypes")
_MOST = 20_000


def card_name(key: str) -> str:
    """What a page calls the card of this key: its path below assets or static."""
    return f"{FOLDER}/{CARDS}/{key}.jpg"


def is_card(name: object) -> bool:
    """Whether the name of an image, as front matter has it, is that of a card that Matome draws."""
    return isinstance(name, str) and name.removeprefix("/").startswith(f"{FOLDER}/{CARDS}/")


def thumbnails(site: Site) -> Mapping[str, Path]:
    """The images below thumbnails/ in the site's own assets and static folders.

    By the name that a page has for them, `thumbnails/blue.jpg`. Those of themes, and the cards
    that Matome draws, are left out.
    """
    found: dict[str, Path] = {}
    for root in (*site.assets, *site.static):
        if not root.is_relative_to(site.root) or _in_theme(site, root):
            continue
        for path in _files(root / FOLDER, _IMAGES, without=str(root / FOLDER / CARDS)):
            found.setdefault(path.relative_to(root).as_posix(), path)
    return found


def mentioned(site: Site, names: Iterable[str]) -> frozenset[str]:
    """Those of the `names` whose last part stands in a text file of the site other than content."""
    left = {name: name.rpartition("/")[2] for name in names}
    found: set[str] = set()
    for path in _texts(site) if left else ():
        text = read_text(path, path.name)
        if isinstance(text, str):
            held = {name for name, last in left.items() if last in text}
            found |= held
            left = {name: last for name, last in left.items() if name not in held}
    return frozenset(found)


def _in_theme(site: Site, folder: Path) -> bool:
    themes = [component.folder for component in site.components if component.folder]
    return any(folder.is_relative_to(theme) for theme in themes)


def _texts(site: Site) -> Iterator[Path]:
    if site.root.is_dir():
        yield from sorted(p for p in site.root.iterdir() if p.suffix in _TEXTS and p.is_file())
    for name in _FOLDERS:
        for path in _files(site.root / name, _TEXTS):
            # The manifest of cards lists what was drawn once, not what is used.
            if path.parent.name != CARDS:
                yield path


def _files(folder: Path, endings: tuple[str, ...], without: str = "") -> Iterator[Path]:
    """Files below a folder with these endings, sorted; links to folders are passed, and the folder
    `without` with those of its smaller copies.
    """
    seen = 0
    for parent, below, names in os.walk(folder):
        kept = (name for name in below if not _is_cards(f"{parent}{os.sep}{name}", without))
        below[:] = sorted(kept)
        for name in sorted(names):
            seen += 1
            if seen > _MOST:
                return
            if name.lower().endswith(endings):
                yield Path(parent, name)


def _is_cards(folder: str, without: str) -> bool:
    return bool(without) and (folder == without or folder.startswith(f"{without}-"))
