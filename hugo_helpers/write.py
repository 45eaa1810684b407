"""WRITE: whole files or none, and only when something changed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_PREFIX = ".matome-"
_SUFFIX = ".tmp"


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` to `path`, atomically; say whether the file changed.

    The bytes go to a temporary file in the same folder, are synced, and are renamed over
    `path`, so that a reader, or a run that is killed, sees the old file or the new one.
    A symbolic link stays; its target is replaced. Missing folders are made.

    Raises OSError when the file cannot be written; `path` is then as it was.
    """
    target = Path(os.path.realpath(path))
    mode: int | None = None
    try:
        with target.open("rb") as existing:
            status = os.fstat(existing.fileno())
            mode = status.st_mode & 0o7777
            if status.st_size == len(content) and existing.read() == content:
                return False
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_default_mode() if mode is None else mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def is_temporary(path: Path) -> bool:
    """Whether `path` is named like a temporary file of `write_if_changed`."""
    return path.name.startswith(_PREFIX) and path.name.endswith(_SUFFIX)


def _default_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
