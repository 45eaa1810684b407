"""Theme and shortcodes inside a user's site: `themes/matome/`, and its upgrades."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
    kept: Mapping[str, str] = field(default_factory=dict)
    """Files that the user had changed, and the names under which those are kept now."""


def vendor(theme: Path, parts: Iterable[Part]) -> Vendored:
    """Put the `parts`, merged, into the folder `theme`.

    Files that are there stay as they are. Raises OSError where one cannot be written, ValueError
    where the folder's manifest is broken.
    """
    wanted = frozenset(parts)
    files = _sources(wanted)
    had, noted = _noted(theme) if (theme / MANIFEST).exists() else (frozenset(), {})
    written = [name for name in files if not (theme / name).exists()]
    for name in written:
        write_if_changed(theme / name, files[name])
    if written or not had:
        fresh = {name: _digest(files[name]) for name in written}
        _note(theme, wanted | had, {**noted, **fresh})
    return Vendored(tuple(written))


def upgrade(theme: Path) -> Vendored:
    """Bring the folder `theme` to this version of Matome.

    Raises ValueError where the folder's manifest is broken, OSError where a file cannot be
    written.
    """
    parts, before = _noted(theme)
    files = _sources(parts)
    written, removed, kept = [], [], {}
    for name in sorted(before.keys() | files.keys()):
        target = theme / name
        if target.exists():
            old = target.read_bytes()
            if old == files.get(name):
                continue
            if _digest(old) != before.get(name):
                kept[name] = _keep(theme, name, old)
        if name in files:
            write_if_changed(target, files[name])
            written.append(name)
        elif target.exists():
            target.unlink()
            removed.append(name)
    _note(theme, parts, {name: _digest(content) for name, content in files.items()})
    return Vendored(tuple(written), tuple(removed), kept)


def _keep(theme: Path, name: str, content: bytes) -> str:
    """Put a user's version of a file beside the new one, never over another; its name there."""
    # Hugo takes every file below i18n/ for a translation, and stops at one that is none.
    beside = name.replace("i18n/", "i18n.orig/", 1) if name.startswith("i18n/") else f"{name}.orig"
    for number in range(1, 1000):
        kept = beside if number == 1 else f"{beside}{number}"
        if not (theme / kept).exists() or (theme / kept).read_bytes() == content:
            write_if_changed(theme / kept, content)
            return kept
    raise FileExistsError(17, "too many versions are kept already", str(theme / beside))


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


def _note(theme: Path, parts: Iterable[Part], digests: Mapping[str, str]) -> None:
    noted = {"parts": sorted(parts), "files": dict(sorted(digests.items()))}
    write_if_changed(theme / MANIFEST, (json.dumps(noted, indent=1) + "\n").encode())


def _noted(theme: Path) -> tuple[frozenset[Part], Mapping[str, str]]:
    path = theme / MANIFEST
    if not path.exists():
        # Without a manifest whatever differs counts as the user's: nothing of it may be lost.
        whole = (theme / "theme.toml").exists() or (theme / "layouts" / "_default").exists()
        return frozenset(get_args(Part) if whole else ("layouts",)), {}
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
        parts = frozenset(p for p in get_args(Part) if p in noted["parts"])
        files = {str(name): str(digest) for name, digest in noted["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        message = f"{path} is broken; delete it, and run matome init --upgrade again"
        raise ValueError(message) from None
    if any(Path(name).is_absolute() or ".." in Path(name).parts for name in files):
        raise ValueError(f"{path} names files outside the theme; delete it, and run again")
    return parts, files
