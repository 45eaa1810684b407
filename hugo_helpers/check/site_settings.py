"""The configuration files of a site, as texts: where something is written in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Location
from hugo_helpers.shortcodes.position import Positions
from hugo_helpers.site import content, data
from hugo_helpers.site.config_files import FORMATS, STEMS

if TYPE_CHECKING:
    from hugo_helpers.site.config import Site

_PARTS = ("module", "hugo", "config", "permalinks")


def texts(site: Site) -> Iterator[tuple[str, str]]:
    """Name and text of the configuration files that can be read."""
    default = site.root / "config" / "_default"
    paths = [site.root / (stem + ending) for stem in STEMS for ending in FORMATS]
    paths += [default / (stem + ending) for stem in _PARTS for ending in FORMATS]
    for path in paths:
        text = content.read_text(path, site.name(path))
        if isinstance(text, str):
            yield site.name(path), text


def mentions(site: Site, word: str) -> bool:
    """Whether a configuration file of the site or of its themes holds this word, in any case, or
    may hold it, in a theme that is not on disk.
    """
    folders = [site.root, *(one.folder for one in site.components if one.folder)]
    if any(one.folder is None for one in site.components):
        return True
    paths = [folder / (stem + ending) for folder in folders for stem in STEMS for ending in FORMATS]
    for folder in folders:
        paths += sorted((folder / "config").glob("*/*"))
    found = (content.read_text(path, path.name) for path in paths if path.suffix in FORMATS)
    pattern = re.compile(rf"(?i)(?<![\w-]){re.escape(word)}(?![\w-])")
    return any(isinstance(text, str) and pattern.search(text) for text in found)


def place(site: Site, written: str) -> tuple[str, Location, Location]:
    """The file that holds `written`, and where it starts and ends there.

    Where no file holds it, the start of the first one.
    """
    first = ""
    for name, text in texts(site):
        first = first or name
        at = text.find(written)
        if at >= 0:
            lines = Positions(text)
            end = Location(*lines.at(at + len(written)))
            return name, Location(*lines.at(at)), end
    return first or "hugo.toml", Location(1, 1), Location(1, 1)


def time_zone(site: Site) -> str:
    """Hugo's `timeZone`, in which dates without a zone are; UTC where it is not set."""
    for name, text in texts(site):
        try:
            values = data.parse_settings(text, FORMATS[name[name.rindex(".") :]])
        except ValueError:
            continue
        for key, value in values.items():
            if key.lower() == "timezone" and isinstance(value, str):
                return value
    return "UTC"


def has_permalinks(site: Site) -> bool:
    """Whether the site makes addresses in a way of its own."""
    return any("permalinks" in name or "permalinks" in text.lower() for name, text in texts(site))
