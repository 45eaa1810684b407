"""Images that front matter names: where they are, and never outside the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from hugo_helpers.site.config import Site
from hugo_helpers.site.css import NAMES

_STOCK = r"(?:/?)(?:[\w-]{1,80}/){0,4}([a-z]{3,20})(?:_([a-z]{3,20}))?\d{0,3}\.jpe?g"


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
    bundle = (page.parent,) if page.name.lower().startswith("index.") else ()
    return (*bundle, *site.assets, *site.static)


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


def is_remote(name: str) -> bool:
    """Whether an image's name is an address on another host, which is never fetched."""
    return name.startswith(("http://", "https://", "//"))
