"""Which files of a site's layouts are shortcode templates, and of which shortcode."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

Version = tuple[int, int, int]

NEW_LAYOUT: Final[Version] = (0, 146, 0)
"""From here on Hugo looks into `_shortcodes`, of any section, and ignores the case of names."""
MAX_FILES: Final = 50_000
MAX_BYTES: Final = 1_000_000


def is_new(version: Version | None) -> bool:
    """Whether a Hugo of this version, None for the newest, uses the new layout of templates."""
    return version is None or version >= NEW_LAYOUT


def key(name: str, version: Version | None) -> str:
    """What Hugo looks a shortcode up by, from the name in a call or in a path."""
    return name.lower().replace(" ", "-") if is_new(version) else name


def find(
    layouts: Sequence[Path], version: Version | None, problems: list[str]
) -> dict[str, list[Path]]:
    """The template files of each shortcode, by its key, the one that Hugo goes by first.

    The others are its variants, for other languages and output formats. Folders that cannot be
    read are added to `problems`.
    """
    seen: set[str] = set()
    found: dict[str, list[tuple[int, str, Path]]] = {}
    for folder in layouts:
        for path, relative in _files(folder, problems):
            place = _place(relative, version)
            if place is None or "/".join(place) in seen:
                continue
            seen.add("/".join(place))
            stem, _, variant = place[1].partition(".")
            directory = place[1].rpartition("/")[0]
            if "." in directory:
                continue
            rank = variant.count("."), place[1]
            found.setdefault(key(stem, version), []).append((*rank, path))
    return {name: [path for _, _, path in sorted(paths)] for name, paths in found.items()}


def _files(folder: Path, problems: list[str]) -> Iterator[tuple[Path, str]]:
    def report(error: OSError) -> None:
        problems.append(f"{error.filename}: {error.strerror or error}")

    count = 0
    for parent, below, names in os.walk(folder, onerror=report):
        below.sort()
        for name in sorted(names):
            count += 1
            if count > MAX_FILES:
                problems.append(f"{folder}: more than {MAX_FILES:,} templates")
                return
            if not name.startswith(".") and not name.endswith("~"):
                path = Path(parent, name)
                yield path, path.relative_to(folder).as_posix()


def _place(relative: str, version: Version | None) -> tuple[str, str] | None:
    """The section that a shortcode is for, and its path below the shortcodes' folder."""
    if not is_new(version):
        head, _, rest = relative.partition("/")
        return ("", rest) if head == "shortcodes" and rest else None
    path = relative.lower()
    path = path.removeprefix("_default/")
    if path.startswith("shortcodes/"):
        path = f"_{path}"
    section, container, rest = f"/{path}".partition("/_shortcodes/")
    return (section, rest) if container and rest else None
