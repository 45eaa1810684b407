"""How far a run is, on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from hugo_helpers.cli.terminal import is_dumb

if TYPE_CHECKING:
    from hugo_helpers.cli.session import Session

T = TypeVar("T")


class Bar:
    """A bar on stderr while that is a terminal and it takes long; gone when the block ends."""

    def __init__(self, session: Session, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._shown = not session.quiet and sys.stderr.isatty() and not is_dumb()
        self._start = self._last = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def at(self, done: int) -> None:
        """Show that so many are done."""
        if not self._shown:
            return
        now = time.monotonic()
        if now - self._last > 0.1 and now - self._start > 0.5:
            self._last = now
            self._draw(done, now - self._start)

    def close(self) -> None:
        """Take the bar away for good."""
        self._shown = False
        self.clear()

    def clear(self) -> None:
        """Take the bar away until it is drawn again: a line is to be printed."""
        if self._drawn:
            self._drawn = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _draw(self, done: int, seconds: float) -> None:
        self._drawn = True
        filled = "━" * (20 * done // self._total)
        rate = done / seconds
        left = f", {(self._total - done) / rate:.0f} s left" if rate else ""
        line = f"{self._what} {filled:─<20} {done:,}/{self._total:,} {rate:.0f}/s{left}"
        print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)


class Progress(Generic[T]):
    """Iterates over a list under a bar."""

    def __init__(self, session: Session, what: str, items: Sequence[T]) -> None:
        self._bar = Bar(session, what, len(items))
        self._items = items

    def __iter__(self) -> Iterator[T]:
        with self._bar as bar:
            for number, item in enumerate(self._items):
                bar.at(number)
                yield item
