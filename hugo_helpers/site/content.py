"""Content files: which there are, and their text."""

import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from hugo_helpers.site import frontmatter
from hugo_helpers.site.frontmatter import FrontMatter
from hugo_helpers.site.versions import NEWEST, Version

EXTENSIONS = (".md", ".markdown", ".mdown")
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


def is_content(name: str) -> bool:
    """Whether Hugo takes a file of this name for Markdown content, in any letter case."""
    return name.lower().endswith(EXTENSIONS)


def find(folders: Iterable[Path], exclude: Iterable[str] = ()) -> Iterator[Path]:
    """All content files below `folders`, sorted by path; symbolic links to folders are passed.

    `exclude` holds glob patterns, matched against the whole path and every part of it.
    Raises OSError for a folder that is there and cannot be read.
    """
    patterns = tuple(exclude)
    for folder in folders:
        for parent, below, names in os.walk(folder, onerror=_refuse):
            below[:] = sorted(d for d in below if not _excluded(parent, d, patterns))
            for name in sorted(names):
                if is_content(name) and not _excluded(parent, name, patterns):
                    yield Path(parent, name)


def _refuse(error: OSError) -> None:
    """A folder that cannot be read must not pass for an empty one."""
    if not isinstance(error, FileNotFoundError):
        raise error


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
