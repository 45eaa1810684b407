"""How posts look, colours and cards, kept up to date a little at a time."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, colors, stages
from hugo_helpers.cli.unsettled import Unsettled
from hugo_helpers.shortcodes.outline import Outline
from hugo_helpers.watch.event import Event
from hugo_helpers.write import Written, journal

if TYPE_CHECKING:
    from hugo_helpers.cli.session import Session
    from hugo_helpers.site.content import Unreadable

SLICE = 0.1
"""Seconds of work on colours and cards between two looks at the disk."""
CARDS = 8
"""Cards that are drawn between two looks at the disk."""


class Looks:
    """The colours and cards of a site. `written`: gets the files that are written."""

    def __init__(self, session: Session, written: Written) -> None:
        self._session = session
        self._written = written
        self._colors = Unsettled()
        self._cards: dict[str, None] = {}
        self._outlines: dict[str, Outline] = {}
        self._reading: Iterator[Outline | Unreadable] = iter(())

    def begin(self, session: Session) -> None:
        """All posts wait to be read, and to be brought up to date."""
        self._session = session
        self._outlines = {}
        self._reading = stages.outlines(session)
        self._colors = Unsettled.load(session)
        self._cards = {}

    def wait_for(self, name: str, outline: Outline | None) -> None:
        """A post is another now; None: it is gone, or cannot be read."""
        self._colors.wait_for(name)
        self._cards[name] = None
        if outline is None:
            self._outlines.pop(name, None)
        else:
            self._outlines[name] = outline

    def compare_cards(self) -> None:
        """Images or fonts are others: all cards are compared with what they were drawn from."""
        self._cards |= dict.fromkeys(self._outlines)

    def reload_colors(self) -> Iterator[Event]:
        """The file of exceptions is another now."""
        before, self._colors = self._colors, Unsettled.load(self._session)
        if self._colors.fault:
            yield Event("error", text=self._colors.fault)
        elif before.settled != self._colors.settled or before.fault:
            for name in self._outlines:
                self._colors.wait_for(name)
                self._cards[name] = None

    @property
    def busy(self) -> bool:
        """Whether something waits to be brought up to date."""
        return self._reading is not _NOTHING or self._colors.waiting() or bool(self._cards)

    def work(self, posts: Collection[str]) -> Iterator[Event]:
        """Bring some colours or cards up to date. `posts`: the names of all there are."""
        if self._reading is not _NOTHING:
            self._read(posts)
        elif self._colors.waiting():
            yield from self._settle(posts)
        else:
            some = list(self._cards)[:CARDS]
            for name in some:
                del self._cards[name]
            yield from self._draw([self._outlines[n] for n in some if n in self._outlines])

    def _read(self, posts: Collection[str]) -> None:
        end = time.perf_counter() + SLICE
        for one in self._reading:
            if isinstance(one, Outline) and one.name in posts:
                self._outlines.setdefault(one.name, one)
                self._colors.wait_for(one.name)
                self._cards[one.name] = None
            if time.perf_counter() > end:
                return
        self._reading = _NOTHING
        site = self._session.site
        known = {site.key(site.root / name) for name in posts}
        if self._colors.settled.keys() - known:
            self._colors.keep(known | stages.existing_keys(self._session))

    def _settle(self, posts: Collection[str]) -> Iterator[Event]:
        begun = time.perf_counter()
        site = self._session.site
        end = begun + SLICE
        while time.perf_counter() < end and (name := self._colors.next()):
            key = site.key(site.root / name)
            known = self._outlines.get(name)
            if known is None and name in posts:
                continue  # It cannot be read today: what was settled for it stays.
            if self._colors.settle(name, key, known.users if known else ()):
                self._cards[name] = None
        if self._colors.unsettled or not self._colors.moved:
            return
        moved, self._colors.moved = tuple(self._colors.moved), {}
        self._session.settled = self._colors.settled
        with self._telling() as (faults, _):
            colors.save(self._session, self._colors.settled)
        yield from faults or [Event("colors", moved, seconds=time.perf_counter() - begun)]

    def _draw(self, posts: Sequence[Outline]) -> Iterator[Event]:
        from hugo_helpers.cli import cards, drawing

        begun = time.perf_counter()
        with self._telling() as (faults, written):
            drawing.draw_all(self._session.silenced(), list(cards.wanted(self._session, posts)))
        yield from faults
        drawn = [Path(path) for path in written if not path.endswith(".json")]
        if drawn:
            names = tuple(map(self._session.site.name, drawn))
            yield Event("thumbnails", names, seconds=time.perf_counter() - begun)

    @contextmanager
    def _telling(self) -> Iterator[tuple[list[Event], Written]]:
        """Note what is written, and turn what cannot be done into an event."""
        faults: list[Event] = []
        with journal() as written:
            try:
                yield faults, written
            except Refused as fault:
                faults.append(Event("error", text=str(fault)))
        self._written |= written


_NOTHING: Iterator[Outline | Unreadable] = iter(())
