"""Images that front matter names: where they are, and never outside the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path, PurePosixPath

from hugo_helpers.site.config import Site
from hugo_helpers.site.css import NAMES

_STOCK = r"(?:/?)(?:[\w-]{1,80}/){0,4}([a-z]{3,20})(?:_([a-z]{3,20}))?\d{0,3}\.jpe?g"


@lru_cache(maxsize=1024)
def stock_colors(name: str) -> tuple[str, ...]:
    """The CSS colour names, one or two, that an image's name is made of; () for other names.

    `thumbnails/blue.jpg` is (`blue`,), `thumbnails/cyan_orange2.jpg` is (`cyan`, `orange`).
    """
    found = re.fullmatch(_STOCK, name, re.ASCII | re.IGNORECASE)
    if found is None:
        return ()
    colors = tuple(c.lower() for c in found.groups() if c)
    return colors if all(c in NAMES for c in colors) else ()


def roots(site: Site, page: Path) -> tuple[Path, ...]:
    """The folders in which the page's images are looked for, in order."""
    bundle = (page.parent,) if _is_bundle(page) else ()
    return (*bundle, *site.assets, *site.static)


def _is_bundle(page: Path) -> bool:
    return page.name.lower().startswith("index.")


def resolve(name: str, folders: Iterable[Path]) -> Path | None:
    """The image file of this name (with `/`) below one of `folders`; None where there is none.

    Raises ValueError for a name that leads outside: absolute on any system, with `..`, through a
    symbolic link; and for one that names a folder.
    """
    relative = name.removeprefix("/")
    parts = PurePosixPath(relative).parts
    if not parts or ".." in parts or "\0" in name or "\\" in name or ":" in parts[0]:
        raise ValueError("not a name of an image inside the site")
    for folder in folders:
        path = folder / relative
        try:
            real = path.resolve(strict=True)
        except OSError:
            continue
        except RuntimeError:
            raise ValueError("a symbolic link that leads to itself") from None
        if not real.is_relative_to(folder.resolve()):
            raise ValueError("leads outside the site through a symbolic link")
        if not real.is_file():
            raise ValueError("a folder, not an image")
        return path
    return None


class Images:
    """The images that a site has for its pages. The disk is asked once for each."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._known: dict[tuple[str, Path | None], Path | str | None] = {}

    def find(self, name: str, page: Path) -> Path | None:
        """The file of an image that a page names; None where there is none.

        Raises ValueError as `resolve` does.
        """
        bundle = page.parent if _is_bundle(page) else None
        try:
            found = self._known[name, bundle]
        except KeyError:
            found = self._known[name, bundle] = self._found(name, page)
        if isinstance(found, str):
            raise ValueError(found)
        return found

    def _found(self, name: str, page: Path) -> Path | str | None:
        """The file, or why the name may not be used."""
        try:
            return resolve(name, roots(self._site, page))
        except ValueError as error:
            return str(error)

    def has(self, name: str, page: Path) -> bool:
        """Whether the `featureimage` of a page is an image of the site, or one that is drawn."""
        if is_remote(name):
            return True
        try:
            return self.find(name, page) is not None or bool(stock_colors(name))
        except ValueError:
            return False


def is_remote(name: str) -> bool:
    """Whether an image's name is an address on another host, which is never fetched."""
    return name.startswith(("http://", "https://", "//"))
