"""Hints that something may have changed: the system's events, as watchdog brings them.

No hint is trusted: some are lost (a queue that overflows, a limit that is reached, a disk of the
network), and some tell of nothing. What has changed is read off the disk.
"""

from __future__ import annotations

import logging
import os
import queue
import re
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from hugo_helpers.watch.snapshot import Place

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers.api import BaseObserver

ALL = ""
"""The hint that anything may have changed."""
MANY = 50
"""Hints from which on it is no save of one file, but a burst."""
_REMOTE = re.compile(
    r"9p|afs|ceph|cifs|davfs|drvfs|fakeowner|glusterfs|lustre|ncpfs|nfs4?|prl_fs|smb3|smbfs|vboxsf"
    r"|virtiofs|fuse\.(?:grpcfuse|osxfs|sshfs|vmhgfs-fuse)"
)
"""File systems whose changes from elsewhere bring no event."""


class Hints:
    """The events of these places, from when it is made until it is closed.

    Raises OSError, saying what to do, where the system has no more watches to give.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        from watchdog.observers import Observer

        self._queue: queue.SimpleQueue[tuple[str, bool]] = queue.SimpleQueue()
        self._unfinished: set[str] = set()
        self._overflow = _Overflow(self._queue)
        self._observer: BaseObserver = Observer()
        logging.getLogger("watchdog").addHandler(self._overflow)
        try:
            for place in places:
                self._schedule(place)
            self._observer.start()
        except OSError:
            self.close()
            raise

    def _schedule(self, place: Place) -> None:
        from watchdog.events import (
            DirCreatedEvent,
            DirDeletedEvent,
            DirMovedEvent,
            FileClosedEvent,
            FileCreatedEvent,
            FileDeletedEvent,
            FileModifiedEvent,
            FileMovedEvent,
        )

        # Without this choice, our own reading would wake us.
        wanted: list[type[FileSystemEvent]] = [
            *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent, FileClosedEvent),
            *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
        ]
        with suppress(FileNotFoundError):
            self._observer.schedule(
                cast("FileSystemEventHandler", self),
                place.folder,
                recursive=place.deep,
                event_filter=wanted,
            )

    def dispatch(self, event: FileSystemEvent) -> None:
        """What watchdog calls, in a thread of its own."""
        unfinished = event.event_type == "modified" and sys.platform == "linux"
        for path in (event.src_path, event.dest_path):
            if path:
                self._queue.put((os.fsdecode(path), unfinished))

    def wait(self, seconds: float, quiet: float, most: float) -> set[str]:
        """Paths that may have changed; none where nothing comes within so many seconds.

        From the first hint on, more are awaited until there was none for `quiet` seconds and no
        file is being written, `most` seconds in all. Many hints take their time: ten times that.
        """
        found: set[str] = set()
        start = time.monotonic()
        end = start + max(seconds, 0.001)
        while (left := end - time.monotonic()) > 0:
            try:
                path, unfinished = self._queue.get(timeout=left)
            except queue.Empty:
                break
            now = time.monotonic()
            start = start if found else now
            found.add(path)
            (self._unfinished.add if unfinished else self._unfinished.discard)(path)
            scale = 10 if len(found) > MANY else 1
            pause = most if self._unfinished else quiet * scale
            end = min(now + pause, start + most * scale)
        self._unfinished.clear()
        return found

    def watches(self) -> int | None:
        """How many folders the system watches for us; None where it does not tell."""
        count, told = 0, False
        for entry in Path("/proc/self/fdinfo").glob("*"):
            with suppress(OSError):
                lines = entry.read_text(encoding="ascii", errors="replace").splitlines()
                found = sum(line.startswith("inotify wd:") for line in lines)
                count, told = count + found, told or bool(found)
        return count if told else None

    def close(self) -> None:
        """Let all watches go."""
        logging.getLogger("watchdog").removeHandler(self._overflow)
        # watchdog waits for its threads without an end; whoever stops must not wait for it.
        ending = threading.Thread(target=self._end, daemon=True)
        ending.start()
        ending.join(1)

    def _end(self) -> None:
        self._observer.unschedule_all()
        if self._observer.is_alive():
            self._observer.stop()


class _Overflow(logging.Handler):
    """The warning that the kernel's queue overflowed is a hint as well."""

    def __init__(self, hints: queue.SimpleQueue[tuple[str, bool]]) -> None:
        super().__init__(logging.WARNING)
        self._hints = hints

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self._hints.put((ALL, False))


def is_remote(folder: str, mounts: str = "/proc/self/mounts") -> bool:
    """Whether a folder lies on a disk whose changes may bring no event."""
    best, kind = "", ""
    with suppress(OSError):
        for line in Path(mounts).read_text(encoding="utf-8", errors="replace").splitlines():
            fields = line.split(" ")
            if len(fields) < 3:
                continue
            point = fields[1].replace("\\040", " ")
            below = point.rstrip("/") + "/"
            if len(point) >= len(best) and (folder + "/").startswith(below):
                best, kind = point, fields[2]
    return _REMOTE.fullmatch(kind) is not None
