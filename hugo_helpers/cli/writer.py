"""New texts of posts into their files."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Future

    from hugo_helpers.check.post import Post


class Voice(Protocol):
    """Who tells the user."""

    @property
    def prefix(self) -> str:
        """What stands before the names of files."""

    def warn(self, text: str) -> None:
        """A line about something wrong."""


class Writer:
    """Writes new texts of posts to their files, several at a time: disks take long to sync."""

    AT_ONCE = 8

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._waiting: deque[tuple[Future[str], Post, Sequence[str]]] = deque()
        self.written = 0
        self.failed = 0
        self.codes: Counter[str] = Counter()
        """Of the fixes that are in the files now."""

    def __enter__(self) -> Writer:
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(self.AT_ONCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=sys.exc_info()[0] is not None)
        while self._waiting:
            self._done()

    def put(self, post: Post, text: str, codes: Sequence[str] = ()) -> None:
        """Write another text of a post; what cannot be written is said, sooner or later."""
        if len(self._waiting) >= 2 * self.AT_ONCE:
            self._done()
        content = post.text.encode(), text.encode()
        future = self._pool.submit(_rewritten, post.page.path, *content)
        self._waiting.append((future, post, codes))

    def _done(self) -> None:
        future, post, codes = self._waiting.popleft()
        if future.cancelled():
            return
        if problem := future.result():
            self.failed += 1
            self._voice.warn(f"{self._voice.prefix}{post.page.name}: left as it is: {problem}")
        else:
            self.written += 1
            self.codes.update(codes)


def _rewritten(path: Path, before: bytes, after: bytes) -> str:
    from hugo_helpers.rewrite import rewrite

    try:
        done = rewrite(path, before, after)
    except OSError as error:
        return error.strerror or str(error)
    return "" if done else "another program has changed it meanwhile"


def sweep_beside(voice: Voice, path: Path, swept: set[Path] | None) -> None:
    """Delete what killed runs have left beside a file; what is somebody's work is told.

    Folders in `swept` have been, and it takes this one in; None: nothing is deleted.
    """
    folder = Path(os.path.realpath(path)).parent
    if swept is None or folder in swept:
        return
    from hugo_helpers.rewrite import sweep

    swept.add(folder)
    for kept in sweep([folder]):
        voice.warn(f"{kept}: kept: someone saved this while an earlier run was killed")
