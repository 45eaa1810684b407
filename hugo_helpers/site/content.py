"""Content files: which there are, and their text."""

import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from hugo_helpers.site import frontmatter, markup, mount_files, patterns
from hugo_helpers.site.frontmatter import FrontMatter
from hugo_helpers.site.mount_files import Files, Limits
from hugo_helpers.site.versions import NEWEST, STRICT, Version

_NO_LIMITS: Limits = {}
MAX_BYTES = 16 * 1024 * 1024
SETTLED = 3_000_000_000
"""Nanoseconds after which another change of a file shows in its times, on any file system."""


class Page(NamedTuple):
    """A content file: its text with the front matter read."""

    path: Path
    name: str
    """The path as it is reported: relative to the site, with `/`."""
    text: str
    front: FrontMatter


class Unreadable(NamedTuple):
    """A content file without a text, and why. Row and column from 1."""

    path: Path
    name: str
    message: str
    row: int = 1
    column: int = 1


def is_content(path: Path | str, hugo: Version = NEWEST) -> bool:
    """Whether this version of Hugo takes a file for content, by the ending of its name; and by what
    is in it, where that is an HTML file that an old Hugo may copy as it is.
    """
    language = markup.language(str(path), hugo)
    if language != "html" or hugo >= STRICT:
        return language != ""
    raw = read_bytes(Path(path), "")
    return not isinstance(raw, Raw) or markup.is_page(raw.content.decode(errors="replace"))


def find(
    folders: Iterable[Path],
    exclude: Iterable[str] = (),
    hugo: Version = NEWEST,
    ignored: Iterable[str] = (),
    limits: Limits = _NO_LIMITS,
) -> Iterator[Path]:
    """All files below `folders` that this version of Hugo takes for content, sorted by path; one of
    the folders may be a file.

    `exclude` holds glob patterns, matched against the whole path and every part of it; `ignored`
    those of Hugo's `ignoreFiles`; `limits` those of the mounts of content.
    Raises OSError for a folder that is there and cannot be read.
    """
    globs, ignored = tuple(exclude), tuple(ignored)
    for folder in folders:
        if folder.is_file():  # one that is mounted by itself
            kept = not _excluded(str(folder.parent), folder.name, globs)
            if kept and holds([folder], folder, hugo, ignored, limits):
                yield folder
            continue
        mounted, mounts = mount_files.nearest(limits, folder)
        here = mount_files.reached(mounts, str(folder)[len(mounted) :], hugo)
        if mounts and not here:
            continue
        waiting, seen = [(str(folder), here)], {os.path.realpath(folder)}
        while waiting:
            parent, some = waiting.pop()
            entries = [e for e in _entries(parent) if not _excluded(parent, e.name, globs)]
            if ignored:
                entries = [e for e in entries if not patterns.find_any(ignored, e.path)]
            below = []
            for entry in entries:
                is_folder = _is_folder(entry)
                left = some
                if some:
                    way = entry.path[len(mounted) :]
                    left = mount_files.kept(some, way, folder=is_folder, hugo=hugo)
                    if not left:
                        continue
                if is_folder:
                    if _is_below(entry, seen, folder, hugo):
                        below.append((entry.path, left))
                elif is_content(entry.path, hugo) and (hugo < STRICT or not entry.is_symlink()):
                    yield Path(entry.path)
            waiting += reversed(below)


def holds(
    folders: Iterable[Path],
    path: Path,
    hugo: Version = NEWEST,
    ignored: Iterable[str] = (),
    limits: Limits = _NO_LIMITS,
) -> bool:
    """Whether `find` in these folders comes by a file, if it is there."""
    if (hugo >= STRICT and path.is_symlink()) or not is_content(path, hugo):
        return False
    ignored = tuple(ignored)
    for folder in folders:
        if path.is_relative_to(folder):
            parts = path.relative_to(folder).parts
            ways = [str(folder.joinpath(*parts[: n + 1])) for n in range(len(parts))] or [str(path)]
            if (
                not any(map(_is_hidden, parts))
                and not any(patterns.find_any(ignored, way) for way in ways)
                and _is_taken(limits.get(folder, ()), str(path)[len(str(folder)) :], hugo)
            ):
                return True
    return False


def _is_taken(mounts: tuple[Files, ...], way: str, hugo: Version) -> bool:
    """Whether one of the mounts of a folder takes the file at this way below it; the way is empty
    for a file that is mounted by itself, whose patterns old versions do not look at.
    """
    if not mounts or (not way and hugo < STRICT):
        return True
    above = mount_files.reached(mounts, way.rpartition(os.sep)[0], hugo) if way else mounts
    return bool(mount_files.kept(above, way, folder=False, hugo=hugo))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What a folder holds, by name, less what Hugo never looks at.

    A folder that cannot be read must not pass for an empty one.
    """
    try:
        with os.scandir(folder) as found:
            return sorted((e for e in found if not _is_hidden(e.name)), key=lambda e: e.name)
    except FileNotFoundError:
        return []


def _is_hidden(name: str) -> bool:
    return name[0] in ".#" or name[-1] == "~"


def _is_below(entry: os.DirEntry[str], seen: set[str], top: Path, hugo: Version) -> bool:
    """Whether Hugo goes down into a folder. Old versions follow links to folders, each one once; of
    those that lead out of the site we do not ask where they end.
    """
    if not entry.is_symlink():
        return True
    if hugo >= STRICT:
        return False
    real = os.path.realpath(entry.path)
    inside = Path(real).is_relative_to(os.path.realpath(top.parent))
    if real in seen or not inside:
        return False
    seen.add(real)
    return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _excluded(parent: str, name: str, patterns: tuple[str, ...]) -> bool:
    if not patterns:
        return False
    path = Path(parent, name).as_posix()
    return any(fnmatch(name, p) or fnmatch(path, f"*/{p}") for p in patterns)


def is_excluded(path: Path, root: Path, exclude: Iterable[str]) -> bool:
    """Whether `find` in a folder of `root` would pass over this file, or over a folder it is in."""
    patterns = tuple(exclude)
    ways = [path, *(folder for folder in path.parents if folder.is_relative_to(root))]
    return any(_excluded(str(one.parent), one.name, patterns) for one in ways if one != root)


def mark(status: os.stat_result) -> tuple[int, ...]:
    """What stays the same while a file does: size, times, number on the disk."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def mark_of(path: str) -> tuple[int, ...]:
    """The mark of a file; empty for what cannot be asked."""
    try:
        return mark(os.stat(path))  # noqa: PTH116
    except (OSError, ValueError):
        return ()


def lasting_mark(raw: "Raw") -> tuple[int, ...] | None:
    """The mark of a file that was just read; None where one more change might not show in it."""
    status = raw.status
    # On Windows st_ctime is the time of creation: programs that set the other time would be missed.
    if os.name == "nt" or status.st_size != len(raw.content):
        return None
    age = time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns)
    return mark(status) if age > SETTLED else None


class Raw(NamedTuple):
    """The bytes of a file as they were read."""

    content: bytes
    status: os.stat_result


def read_bytes(path: Path, name: str) -> Raw | Unreadable:
    """The bytes of a content file, or why there are none. Never raises."""
    try:
        status = os.stat(path)  # noqa: PTH116 - once per file of a site, and Path takes its time
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(path, name, "not a file that can be read: a folder or a device")
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            status = os.fstat(file.fileno())
            if status.st_size > MAX_BYTES:
                size = status.st_size // 2**20
                return Unreadable(path, name, f"{size} MB is too large for a content file")
            return Raw(file.read(), status)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Unreadable(path, name, f"cannot be read: {reason}")


def decoded(path: Path, name: str, content: bytes) -> str | Unreadable:
    """The text that bytes are in UTF-8, line ends as they are."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before[before.rfind(b"\n") + 1 :].decode()
        guess = _encoding(content)
        what = f"not UTF-8 but {guess}, as it seems" if guess else "not UTF-8"
        message = f"{what}: byte 0x{content[error.start]:02x}; save the file as UTF-8"
        return Unreadable(path, name, message, before.count(b"\n") + 1, len(line) + 1)


def _encoding(content: bytes) -> str:
    """The encoding that Japanese editors may have saved this in; empty where none shows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    found = {}
    for name in ("Shift_JIS", "EUC-JP"):
        with suppress(UnicodeDecodeError):
            text = content.decode("cp932" if name == "Shift_JIS" else name)
            found[name] = sum("ぁ" <= sign <= "ヿ" for sign in text)
    best = max(found, key=found.__getitem__, default="")
    return best if best and found[best] else ""


def read_text(path: Path, name: str) -> str | Unreadable:
    """The text of a file, decoded as UTF-8, its line ends as they are."""
    raw = read_bytes(path, name)
    return raw if isinstance(raw, Unreadable) else decoded(path, name, raw.content)


def page(path: Path, name: str, text: str, hugo: Version = NEWEST) -> Page:
    """The page that a text makes, wherever it came from, as this version of Hugo reads it."""
    return Page(path, name, text, frontmatter.read(text, hugo))


def read(path: Path, name: str, hugo: Version = NEWEST) -> Page | Unreadable:
    """The page of a content file, or why there is none. Never raises."""
    text = read_text(path, name)
    return text if isinstance(text, Unreadable) else page(path, name, text, hugo)
