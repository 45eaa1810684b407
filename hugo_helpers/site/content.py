"""Content files: which there are, and their text."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from hugo_helpers.site import frontmatter
from hugo_helpers.site.frontmatter import FrontMatter

EXTENSIONS = (".md", ".markdown", ".mdown")
MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Page:
    """A content file: its text with the front matter read."""

    path: Path
    name: str
    """The path as it is reported: relative to the site, with `/`."""
    text: str
    front: FrontMatter


@dataclass(frozen=True, slots=True)
class Unreadable:
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
    """
    patterns = tuple(exclude)
    for folder in folders:
        for parent, below, names in os.walk(folder):
            below[:] = sorted(d for d in below if not _excluded(Path(parent, d), patterns))
            for name in sorted(names):
                path = Path(parent, name)
                if is_content(name) and not _excluded(path, patterns):
                    yield path


def _excluded(path: Path, patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and any(
        fnmatch(path.name, p) or fnmatch(path.as_posix(), f"*/{p}") for p in patterns
    )


def read_text(path: Path, name: str) -> str | Unreadable:
    """The text of a file, decoded as UTF-8, its line ends as they are."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(path, name, "not a file that can be read: a folder or a device")
        if status.st_size > MAX_BYTES:
            size = status.st_size // 2**20
            return Unreadable(path, name, f"{size} MB is too large for a content file")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Unreadable(path, name, f"cannot be read: {reason}")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before[before.rfind(b"\n") + 1 :].decode()
        message = f"not UTF-8: byte 0x{content[error.start]:02x}; save the file as UTF-8"
        return Unreadable(path, name, message, before.count(b"\n") + 1, len(line) + 1)


def page(path: Path, name: str, text: str) -> Page:
    """The page that a text makes, wherever it came from."""
    return Page(path, name, text, frontmatter.read(text))


def read(path: Path, name: str) -> Page | Unreadable:
    """The page of a content file, or why there is none. Never raises."""
    text = read_text(path, name)
    return text if isinstance(text, Unreadable) else page(path, name, text)
