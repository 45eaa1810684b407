"""What lies in the watched folders. Events only hint at it; this is what counts."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Mark = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, number on the disk (inode)."""

MOST_DEPTH = 64
"""Folders within each other; deeper ones are no site's."""
_NOISE = re.compile(
    r"\.(?:git|hg|svn|DS_Store|hugo_build\.lock|goutputstream-.*|sb-.*|#.*|matome-.*\.tmp)"
    r"|#.*#|.*~|.*\.(?:sw[a-z]|tmp|bak|crswap)|\..*\.sw[a-z]x?|4913|.*___jb_(?:tmp|old|bak)___",
    re.DOTALL,
)


class Place(NamedTuple):
    """A folder that is watched."""

    folder: str
    """An absolute path."""
    deep: bool = True
    """With all below it; else the files that lie in it alone."""


class Snapshot(NamedTuple):
    """What was there at one moment."""

    files: dict[str, Mark]
    """Files by their path, also what is no regular file: it is told of, not read."""
    folders: set[str]
    """Folders that were read, those that are watched included."""


class Changes(NamedTuple):
    """What is different between two moments."""

    changed: frozenset[str] = frozenset()
    """Files that are new, or other than they were."""
    gone: frozenset[str] = frozenset()
    """Files that were there."""

    def __or__(self, other: Changes) -> Changes:
        """Both, one after the other."""
        return Changes(
            (self.changed - other.gone) | other.changed, (self.gone - other.changed) | other.gone
        )


def is_noise(name: str) -> bool:
    """Whether a file or folder of this name is a tool's own: an editor's swap, backup or probe
    file, a version control folder, a temporary file of ours.
    """
    return _NOISE.fullmatch(name) is not None


def take(places: Iterable[Place]) -> Snapshot:
    """What lies in these places. Links to folders are not followed; never raises: what cannot be
    read is not there.
    """
    shot = Snapshot({}, set())
    for place in places:
        _read(shot, place.folder, place.deep, 0)
    return shot


def renew(shot: Snapshot, places: Iterable[Place], paths: Iterable[str]) -> Changes:
    """Look again at these paths alone, and at all below those that are or were folders; `shot`
    then holds what is there now. Says what has changed.
    """
    changed: set[str] = set()
    gone: set[str] = set()
    places = tuple(places)
    for path in sorted(paths):
        depth = _depth(places, path)
        if depth is None:
            continue
        mark = mark_of(path)
        if mark is None and path in shot.files:
            del shot.files[path]
            gone.add(path)
        elif mark is not None and shot.files.get(path) != mark:
            shot.files[path] = mark
            changed.add(path)
        if path in shot.folders or (mark is None and depth >= 0 and _is_folder(path, depth)):
            more = _renew_below(shot, path, max(depth, 0))
            changed |= more.changed
            gone |= more.gone
    return Changes(frozenset(changed), frozenset(gone - changed))


def _is_folder(path: str, depth: int) -> bool:
    """Whether it is a folder to read; a link to one only where it is watched itself."""
    return os.path.isdir(path) and (depth == 0 or not os.path.islink(path))  # noqa: PTH112, PTH114


def _renew_below(shot: Snapshot, folder: str, depth: int) -> Changes:
    inside = folder.rstrip(os.sep) + os.sep
    before = Snapshot({p: m for p, m in shot.files.items() if p.startswith(inside)}, set())
    now = Snapshot({}, set())
    _read(now, folder, True, depth)
    for path in before.files:
        del shot.files[path]
    shot.files.update(now.files)
    shot.folders.difference_update([f for f in shot.folders if f == folder or f.startswith(inside)])
    shot.folders.update(now.folders)
    return compare(before, now)


def compare(before: Snapshot, now: Snapshot) -> Changes:
    """What has changed from one snapshot to the other."""
    changed = {path for path, mark in now.files.items() if before.files.get(path) != mark}
    return Changes(frozenset(changed), frozenset(before.files.keys() - now.files.keys()))


def mark_of(path: str) -> Mark | None:
    """The mark of a file, or of what a link leads to; of the link itself where that is nothing.
    None for a folder, and for what is not there.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - asked for each file of a site
    except (OSError, ValueError):
        try:
            return _mark(os.lstat(path))
        except (OSError, ValueError):
            return None
    return None if stat.S_ISDIR(status.st_mode) else _mark(status)


def _mark(status: os.stat_result) -> Mark:
    return status.st_size, status.st_mtime_ns, status.st_ino


def _read(shot: Snapshot, folder: str, deep: bool, depth: int) -> None:
    waiting = [(folder, depth)]
    while waiting:
        here, depth = waiting.pop()
        if here in shot.folders or depth > MOST_DEPTH:
            continue
        entries = list(_entries(here))
        if entries or os.path.isdir(here):  # noqa: PTH112
            shot.folders.add(here)
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    if deep and not is_noise(entry.name):
                        waiting.append((entry.path, depth + 1))
                elif not is_noise(entry.name) and (mark := mark_of(entry.path)):
                    shot.files[entry.path] = mark
            except OSError:
                continue


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            yield from found
    except OSError:
        return


def _depth(places: tuple[Place, ...], path: str) -> int | None:
    """How deep below a watched folder a path lies, -1 for what is only looked at as a file, None
    for what is in no place or has a part that is noise.
    """
    for place in places:
        if path == place.folder:
            return 0 if place.deep else -1
        inside = place.folder.rstrip(os.sep) + os.sep
        if path.startswith(inside):
            parts = path.removeprefix(inside).split(os.sep)  # noqa: PTH206
            if any(is_noise(part) for part in parts):
                return None
            if place.deep:
                return len(parts)
            if len(parts) == 1:
                return -1
    return None
