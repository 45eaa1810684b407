"""The user's cache folder: small files that may vanish at any time, and that nobody must trust."""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from _blake2 import blake2b  # hashlib loads all of OpenSSL
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from hugo_helpers import __version__
from hugo_helpers.write import is_temporary, replacing

MOST_BYTES = 512 * 1024 * 1024
"""Of all files of one kind together: the oldest go first."""
MOST_FILES = 16
_DAY = 24 * 60 * 60


def folder() -> Path:
    """Where this user's caches of Matome lie; MATOME_CACHE names another place."""
    if named := os.environ.get("MATOME_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "matome"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "matome"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "matome"


def opened(path: Path) -> BinaryIO | None:
    """A file to read; None for what is not there, no file (a pipe would wait for ever), not to be
    read or too large.
    """
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES:
            return path.open("rb")
    except (OSError, ValueError):
        pass
    return None


def scratch(*, little: bool = False) -> IO[bytes]:
    """A file without a name for what one run has to put aside; small ones stay in memory.

    `little`: it will be one of these, and what makes files need not be loaded.
    """
    if little:
        return BytesIO()
    from tempfile import SpooledTemporaryFile

    return SpooledTemporaryFile(max_size=8 * 1024 * 1024)


def digest(parts: Iterable[str]) -> str:
    """One hash of these texts, in this order."""
    return hashed("\0".join(parts).encode("utf-8", "surrogatepass"))


def hashed(content: bytes) -> str:
    """The hash by which bytes are known."""
    return blake2b(content, digest_size=16).hexdigest()


def contents(paths: Iterable[str]) -> Iterator[str]:
    """For each file its path and a hash of its bytes; of what cannot be read, the path alone."""
    for path in paths:
        told = ""
        if file := opened(Path(path)):
            with file, suppress(OSError):
                told = hashed(file.read())
        yield f"{path} {told}"


def program(part: str = "") -> Iterator[str]:
    """The versions of this program and of Python; for each source file its path, size and time.
    `part`: of one folder of the program alone.
    """
    yield f"{__version__} {sys.version}"
    waiting = [os.path.join(os.path.dirname(os.path.dirname(__file__)), part)]  # noqa: PTH118, PTH120 - faster, as it counts here
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
                elif not entry.name.startswith("_") and entry.is_dir():
                    waiting.append(entry.path)


def keep_lines(path: Path, key: str, lines: Iterable[bytes]) -> None:
    """Keep these lines, instead of all that were kept there. Raises OSError."""
    content = b"".join([b"%s\n" % line for line in lines])
    with replacing(path, durable=False) as file:
        file.write(b"%s %08x\n%s" % (key.encode(), zlib.crc32(content), content))


def kept_lines(path: Path, key: str) -> list[bytes]:
    """The lines that were kept there under this key; none where anything about them is odd."""
    file = opened(path)
    if file is None:
        return []
    with file:
        head, _, content = file.read().partition(b"\n")
    if head != b"%s %08x" % (key.encode(), zlib.crc32(content)):
        return []
    return content.split(b"\n")[:-1]


def sweep(pattern: str) -> None:
    """Bound the files in the cache folder whose names match `pattern`, the newest are kept; and
    clear what runs that were killed have left. Never raises.
    """
    total = 0
    here = folder()
    for number, (_, size, path) in enumerate(_newest_first(here, pattern), 1):
        total += size
        if number > MOST_FILES or total > MOST_BYTES:
            with suppress(OSError):
                path.unlink()
    for changed, _, path in _newest_first(here, ".*"):
        if is_temporary(path) and time.time() - changed > _DAY:
            with suppress(OSError):
                path.unlink()


def _newest_first(here: Path, pattern: str) -> list[tuple[float, int, Path]]:
    found = []
    with suppress(OSError):
        for path in here.glob(pattern):
            with suppress(OSError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
    return sorted(found, reverse=True)
