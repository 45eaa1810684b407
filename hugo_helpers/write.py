"""WRITE: whole files or none, and only when something changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_PREFIX = ".matome-"
_SUFFIX = ".tmp"
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL
_NEW |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)  # not on every system


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` to `path`, atomically; say whether the file changed.

    The bytes go to a temporary file in the same folder, are synced, and are renamed over
    `path`, so that a reader, or a run that is killed, sees the old file or the new one.
    A symbolic link stays; its target is replaced. Missing folders are made.

    Raises OSError when the file cannot be written; `path` is then as it was.
    """
    try:
        with path.open("rb") as existing:
            same_size = os.fstat(existing.fileno()).st_size == len(content)
            if same_size and existing.read() == content:
                return False
    except FileNotFoundError:
        pass
    with replacing(path) as file:
        file.write(content)
    return True


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to write and read, which takes the place of `path` when the block ends well.

    It is a temporary file in the same folder, with the mode of the file that it replaces; without
    `durable` it is not synced, and may be damaged when the machine itself stops.
    Raises OSError when the file cannot be written; `path` is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        mode: int | None = target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mode = None
        target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{_PREFIX}{os.urandom(6).hex()}{_SUFFIX}")
    try:
        # Only this user may read it until it is whole, as with tempfile, which takes long to load.
        handle = os.open(temporary, _NEW, 0o600)
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            if durable:
                os.fsync(handle)
        temporary.chmod(_default_mode() if mode is None else mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def is_temporary(path: Path) -> bool:
    """Whether `path` is named like a temporary file of `write_if_changed`."""
    return path.name.startswith(_PREFIX) and path.name.endswith(_SUFFIX)


def _default_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
