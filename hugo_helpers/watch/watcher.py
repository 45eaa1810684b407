"""Sets of changes in the watched folders, one after the other, none lost."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping

from hugo_helpers.watch.hints import ALL, MANY, Hints, is_remote
from hugo_helpers.watch.snapshot import (
    Changes,
    Mark,
    Place,
    compare,
    renew,
    take,
)

QUIET, MOST = 0.03, 0.3
"""Seconds without a hint after which a save is taken for done, and the most to wait for that."""
RECONCILE = 30.0
"""Seconds after which the disk is read whatever the hints say."""
POLL = 1.0
"""Seconds between two looks where the system brings no hints."""
SPARING = 50
"""How many times longer than a look takes it is at least to the next one."""
LIMIT = (
    "the system's limit of watched folders is reached: looking every second instead; raise it with "
    "sysctl fs.inotify.max_user_watches=524288 (or fs.inotify.max_user_instances=512), and start "
    "again"
)


class Watcher:
    """Watches places. The snapshot is taken when it is made: what changes from then on is told.

    `poll`: do without the system's events; `say` is told, once, why that was decided here.
    """

    def __init__(
        self, places: Iterable[Place], *, poll: bool = False, say: Callable[[str], object] = str
    ) -> None:
        self._say = say
        self._poll = poll
        self._hints: Hints | None = None
        self._hinted: frozenset[str] = frozenset()
        self._places = tuple(places)
        remote = [place.folder for place in self._places if is_remote(place.folder)]
        if remote and not poll:
            self._fall_back(
                f"{remote[0]} is on a disk that tells of no changes: looking every second instead"
            )
        self._begin()
        self._shot = take(self._places)
        self._next = time.monotonic() + self._period()
        self._check_limit()

    @property
    def polls(self) -> bool:
        """Whether it does without the system's events."""
        return self._poll

    def wait(self, seconds: float) -> Changes:
        """What has changed: at once when something does, else nothing after so many seconds."""
        now = time.monotonic()
        seconds = max(0.0, min(seconds, self._next - now))
        found: set[str] = set()
        if self._hints is None:
            time.sleep(seconds)
        else:
            found = self._hints.wait(seconds, QUIET, MOST)
        if found & {place.folder for place in self._places}:
            # A watch of a folder does not outlive it, even where it is made anew at once.
            self._hinted = frozenset()
        if not self._hinted or time.monotonic() >= self._next or ALL in found or len(found) > MANY:
            return self._reconcile()
        folders = len(self._shot.folders)
        changes = renew(self._shot, self._places, found)
        if len(self._shot.folders) > folders:
            self._check_limit()
        return changes

    def saw(self, written: Mapping[str, Mark]) -> None:
        """Files as we have written them ourselves: they are not told as changes."""
        self._shot.files.update(written)

    def move(self, places: Iterable[Place]) -> Changes:
        """Watch these places from now on; what is new there counts as changed."""
        self._places = tuple(places)
        return self._reconcile()

    def close(self) -> None:
        """Let all watches go."""
        if self._hints is not None:
            self._hints.close()
            self._hints = None

    def _reconcile(self) -> Changes:
        if self._there() != self._hinted:
            self.close()
            self._begin()
        before, start = self._shot, time.monotonic()
        self._shot = take(self._places)
        self._check_limit()
        now = time.monotonic()
        # On a site so large that a look takes long, looking must not be all that is done.
        self._next = now + max(self._period(), SPARING * (now - start))
        return compare(before, self._shot)

    def _begin(self) -> None:
        self._hinted = self._there()
        if self._poll:
            return
        try:
            self._hints = Hints(place for place in self._places if place.folder in self._hinted)
        except OSError:
            self._fall_back(LIMIT)

    def _there(self) -> frozenset[str]:
        """The watched folders that are there."""
        return frozenset(p.folder for p in self._places if os.path.isdir(p.folder))  # noqa: PTH112

    def _check_limit(self) -> None:
        """Folders without a watch mean that the limit was reached: watchdog does not tell."""
        for pause in (0.0, 0.1, 0.4):
            time.sleep(pause)
            watches = self._hints.watches() if self._hints else None
            if watches is None or watches >= len(self._shot.folders):
                return
        self._fall_back(LIMIT)

    def _fall_back(self, why: str) -> None:
        self.close()
        self._poll = True
        self._next = time.monotonic()
        self._say(why)

    def _period(self) -> float:
        return POLL if self._poll else RECONCILE
