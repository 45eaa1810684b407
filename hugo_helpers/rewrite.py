"""WRITE: new text into a file that others may be writing as well, losing nothing of theirs.

Comparing a file and then renaming over it leaves a moment in which an editor's save would be lost.
Where the system can exchange two names (Linux: renameat2), the new file changes places with the
old one, which is then looked at in peace: one that nobody can open any more by its name, and that
a lease shows nobody has open for writing. If it is not what was read, it is put back.
"""

from __future__ import annotations

import errno
import os
import re
import signal
import sys
import time
from _blake2 import blake2b
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from hugo_helpers.write import create, lock, temporaries, temporary_beside

PATIENCE = 5.0
"""Seconds that a program may take which has the file open for writing."""
_LABEL = re.compile(r"\.matome-([0-9a-f]{32})-([0-9a-f]{32})-")
_EXCHANGE, _AT_FOLDER = 2, -100


def rewrite(path: Path, before: bytes, after: bytes) -> bool:
    """Replace the content `before` of a file by `after`, whole and synced or not at all.

    False where the file holds something else by now, or is gone: it is left as it is. Mode and,
    where allowed, owner are kept; of a symbolic link, the target is replaced.

    Raises OSError when the file cannot be written (read-only ones too); it is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        with target.open("rb") as existing:
            status = os.fstat(existing.fileno())
            if existing.read() != before:
                return False
    except FileNotFoundError:
        return False
    if not (os.access(target, os.W_OK) and status.st_mode & 0o222):
        raise PermissionError(errno.EACCES, "the file is read-only", str(path))
    whole = temporary_beside(target)
    handle = create(whole, after, status)
    # The name says what the file may hold, for whoever finds it after this run was killed.
    temporary = temporary_beside(target, f"{_digest(before)}-{_digest(after)}-")
    try:
        whole.rename(temporary)
        return _put(temporary, target, before, after)
    finally:
        os.close(handle)
        whole.unlink(missing_ok=True)
        _discard(temporary)


def sweep(folders: Iterable[Path]) -> list[Path]:
    """Delete what killed runs have left in these folders; the files that must not be deleted.

    Those hold what someone saved in the moment in which a run was killed.
    """
    return [path for path in sorted(temporaries(folders)) if not _discard(path, orphan=True)]


def _put(temporary: Path, target: Path, before: bytes, after: bytes) -> bool:
    exchange = _exchanger()
    try:
        exchange(temporary, target)
    except FileNotFoundError:
        if temporary.exists():
            return False  # the target is gone
        raise
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            raise
        return _put_plainly(temporary, target, before)
    given: bytes | None = after
    taken = _settled(temporary)
    if taken == before:
        return True
    while True:  # Someone has saved: put that back. What then comes out is ours, or newer still.
        try:
            exchange(temporary, target)
        except FileNotFoundError:
            if temporary.exists():
                temporary.replace(target)
            return False
        out = _settled(temporary)
        if out is not None and out == given:
            temporary.unlink()  # what stood there before the newer one that stands there now
            return False
        given, taken = taken, out


def _put_plainly(temporary: Path, target: Path, before: bytes) -> bool:
    try:
        if target.read_bytes() != before:
            return False
    except FileNotFoundError:
        return False
    temporary.replace(target)
    return True


def _settled(path: Path) -> bytes | None:
    """The content of a file whose name is ours alone, once nobody has it open for writing.

    None where someone keeps it open for longer than we wait.
    """
    handle = os.open(path, os.O_RDONLY)
    with os.fdopen(handle, "rb") as file:
        lock(handle)
        patience = time.monotonic() + PATIENCE
        while _is_written(handle):
            if time.monotonic() > patience:
                return None
            time.sleep(0.001)
        return file.read()


def _is_written(handle: int) -> bool:
    """Whether a program has this file open for writing, where the system tells."""
    import fcntl

    try:
        # The signal of a lease that is broken would otherwise be one that ends the process.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return True
    except OSError:
        return False
    with suppress(OSError):
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False


def _discard(path: Path, *, orphan: bool = False) -> bool:
    """Delete a temporary file, but never what is somebody's; an `orphan` must not be in use."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return True
    with os.fdopen(handle, "rb") as file:
        if orphan and not lock(handle, alone=True):
            return True
        named = _LABEL.match(path.name)
        if named is not None and not _is_ours(file.read(), named):
            return False
    path.unlink(missing_ok=True)
    return True


def _is_ours(content: bytes, named: re.Match[str]) -> bool:
    return _digest(content) in named.groups()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


@cache
def _exchanger() -> Callable[[Path, Path], None]:
    """Exchanges two names; raises OSError with ENOSYS where the system cannot."""
    renameat2 = None
    if sys.platform == "linux":
        import ctypes

        renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)

    def exchange(one: Path, other: Path) -> None:
        if renameat2 is None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        names = os.fsencode(one), os.fsencode(other)
        if renameat2(_AT_FOLDER, names[0], _AT_FOLDER, names[1], _EXCHANGE):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(other))

    return exchange
