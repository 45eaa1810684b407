"""Theme and shortcodes inside a user's site: `themes/matome/`, and its upgrades."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from hugo_helpers.site.vendored import vendored
from hugo_helpers.write import write_if_changed

MANIFEST = ".matome.json"
Part = Literal["theme", "layouts"]


@dataclass(frozen=True, slots=True)
class Vendored:
    """What happened, by names relative to the theme's folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Files that the user had changed, now kept beside the new ones with the ending `.orig`."""


def vendor(theme: Path, parts: Iterable[Part]) -> Vendored:
    """Put the `parts` (`layouts`, `theme`), merged, into the folder `theme`.

    Files that are there stay as they are. Raises OSError where one cannot be written.
    """
    parts = tuple(parts)
    files = _sources(parts)
    written = []
    for name, content in files.items():
        target = theme / name
        if not target.exists():
            write_if_changed(target, content)
            written.append(name)
    if written and not (theme / MANIFEST).exists():
        _note(theme, parts, files)
    return Vendored(tuple(written))


def upgrade(theme: Path) -> Vendored:
    """Bring the folder `theme` to this version of Matome.

    Raises ValueError where the folder's manifest is broken, OSError where a file cannot be
    written.
    """
    parts, before = _noted(theme)
    files = _sources(parts)
    written, removed, kept = [], [], []
    for name in sorted(before.keys() | files.keys()):
        target = theme / name
        if target.exists():
            old = target.read_bytes()
            if old == files.get(name):
                continue
            if _digest(old) != before.get(name):
                write_if_changed(target.with_name(target.name + ".orig"), old)
                kept.append(name)
        if name in files:
            write_if_changed(target, files[name])
            written.append(name)
        elif target.exists():
            target.unlink()
            removed.append(name)
    _note(theme, parts, files)
    return Vendored(tuple(written), tuple(removed), tuple(kept))


def _sources(parts: Iterable[Part]) -> dict[str, bytes]:
    """The files to vendor, by their name in the theme's folder."""
    found: dict[str, bytes] = {}
    for part in parts:
        folder = vendored(part)
        prefix = "layouts/" if part == "layouts" else ""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found[prefix + path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _note(theme: Path, parts: Iterable[Part], files: Mapping[str, bytes]) -> None:
    noted = {
        "parts": sorted(parts),
        "files": {name: _digest(content) for name, content in sorted(files.items())},
    }
    write_if_changed(theme / MANIFEST, (json.dumps(noted, indent=1) + "\n").encode())


def _noted(theme: Path) -> tuple[tuple[Part, ...], Mapping[str, str]]:
    path = theme / MANIFEST
    if not path.exists():
        # Without a manifest whatever differs counts as the user's: nothing of it may be lost.
        return ("layouts", "theme"), {}
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
        parts = tuple(p for p in get_args(Part) if p in noted["parts"])
        files = {str(name): str(digest) for name, digest in noted["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        message = f"{path} is broken; delete it, and run matome init --upgrade again"
        raise ValueError(message) from None
    if any(Path(name).is_absolute() or ".." in Path(name).parts for name in files):
        raise ValueError(f"{path} names files outside the theme; delete it, and run again")
    return parts, files
