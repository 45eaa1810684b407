"""WRITE: whole files or none, and only when something changed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

Written = dict[str, tuple[int, int, int]]
"""For each file its size, the time of its change (in nanoseconds) and its number on the disk."""

_journal: ContextVar[Written | None] = ContextVar("journal", default=None)
_PREFIX = ".matome-"
_SUFFIX = ".tmp"
_NEW = (
    os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` to `path`, atomically; say whether the file changed.

    The bytes go to a temporary file in the same folder, are synced, and are renamed over
    `path`, so that a reader, or a run that is killed, sees the old file or the new one.
    A symbolic link stays; its target is replaced. Missing folders are made.

    Raises OSError when the file cannot be written, or is a device or a pipe; `path` is then as it
    was.
    """
    try:
        _only_files(path, path.stat())
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
def journal() -> Iterator[Written]:
    """What is written while the block runs, as it was left: for who watches the disk, and must
    tell these changes from others'.
    """
    written: Written = {}
    token = _journal.set(written)
    try:
        yield written
    finally:
        _journal.reset(token)


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to write and read, which takes the place of `path` when the block ends well.

    It is a temporary file in the same folder, with the mode and, where that is allowed, the owner
    of the file that it replaces; without `durable` it is not synced, and may be damaged when the
    machine itself stops.

    Raises OSError when the file cannot be written; `path` is then as it was.
    """
    target = Path(os.path.realpath(path))
    status: os.stat_result | None = None
    try:
        status = target.stat()
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    else:
        _only_files(path, status)
    temporary = temporary_beside(target)
    try:
        # Only this user may read it until it is whole.
        handle = os.open(temporary, _NEW, 0o600)
        with os.fdopen(handle, "w+b") as file:
            lock(handle)
            yield file
            file.flush()
            like(handle, temporary, status)
            if durable:
                os.fsync(handle)
            left = os.fstat(handle)
        temporary.replace(target)
        if (written := _journal.get()) is not None:
            written[str(path)] = left.st_size, left.st_mtime_ns, left.st_ino
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _only_files(path: Path, status: os.stat_result) -> None:
    """Raise OSError for a device, a pipe or a folder: one that is replaced is lost to all."""
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a file: a folder, a pipe or a device", str(path))


def create(path: Path, content: bytes, status: os.stat_result) -> int:
    """Write a new file, whole and synced, with the mode and owner in `status`.

    Returns a handle to read it, which marks it as in use.

    Raises OSError when that fails; the file is then gone again.
    """
    handle = os.open(path, _NEW, 0o600)
    try:
        lock(handle)
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        like(handle, path, status)
        os.fsync(handle)
        reader = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        lock(reader)
    except BaseException:
        os.close(handle)
        path.unlink(missing_ok=True)
        raise
    os.close(handle)
    return reader


def like(handle: int, path: Path, status: os.stat_result | None) -> None:
    """Give a file the mode and, where that is allowed, the owner of another; of None, the usual."""
    if status is not None and hasattr(os, "fchown"):
        own = os.fstat(handle)
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            with suppress(OSError):
                os.fchown(handle, -1, status.st_gid)
            with suppress(OSError):
                os.fchown(handle, status.st_uid, -1)
    # A change of the owner takes setuid away: the mode comes behind it.
    path.chmod(_default_mode() if status is None else status.st_mode & 0o7777)


def lock(handle: int, *, alone: bool = False) -> bool:
    """Mark an open file as in use by this process; False where it is in use, and `alone` asked for.

    Locks end with their process: a temporary file without one is an orphan.
    """
    try:
        import fcntl
    except ImportError:  # Windows, where an open file cannot be deleted at all
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


@contextmanager
def alone(folder: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Keep other runs out of `folder`, which is made where there is none, while the block runs.

    Where another run is in it, `waiting` is called and its end waited for. A system that cannot
    lock folders (Windows) lets all in: files are still whole, and the last one stays.

    Raises OSError when the folder can be neither made nor opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not lock(handle, alone=True):
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def temporary_beside(target: Path, label: str = "") -> Path:
    """A name that no other file has, for a temporary file in the folder of `target`."""
    return target.with_name(f"{_PREFIX}{label}{os.urandom(6).hex()}{_SUFFIX}")


def is_temporary(path: Path) -> bool:
    """Whether `path` is named like a temporary file of this module."""
    return path.name.startswith(_PREFIX) and path.name.endswith(_SUFFIX)


def temporaries(folders: Iterable[Path]) -> Iterator[Path]:
    """The temporary files that lie in these folders, in those alone."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                path = Path(entry.path)
                if entry.name.startswith(_PREFIX) and is_temporary(path):
                    yield path


def _default_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
