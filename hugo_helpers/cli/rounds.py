"""The rounds of a watch: look at the disk, do again what changed, say so, and again."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

from hugo_helpers.cli import signals, stages
from hugo_helpers.cli.desk import Desk
from hugo_helpers.cli.panel import Panel
from hugo_helpers.cli.session import open_session
from hugo_helpers.watch.event import Event
from hugo_helpers.watch.watcher import Watcher
from hugo_helpers.write import journal

TICK = 30.0
"""Seconds after which what time alone may have mended is looked at."""


class Rounds:
    """Iterates over the events of a site, without an end; None says that a round is over.

    `args`: the options of a watch; `look`: the most seconds that a round waits for a change.
    """

    def __init__(self, args: argparse.Namespace, *, jobs: int, look: float = TICK) -> None:
        self.hold = False
        """Whether colours and cards wait."""
        self.desk = Desk(lambda: open_session(args), jobs=jobs, keep=not args.no_cache)
        self._look = look
        self._ticked = time.monotonic()
        self._places = stages.places(self.desk.session)
        self._faults: list[Event] = []
        self._panel = Panel()
        # Before the first pass: what changes while that is under way is told after it.
        self._watcher = Watcher(self._places, poll=args.poll, say=self._say)

    def __iter__(self) -> Iterator[Event | None]:
        for event in self.desk.begin():
            self._show(None)
            yield event
        while True:
            if signals.asked():
                raise KeyboardInterrupt
            for event in self._round():
                if event.kind == "checked":
                    self._show(event.names)
                yield event
            self._watcher.saw(self.desk.written)
            self.desk.written.clear()
            yield None

    def close(self) -> None:
        """Let the disk go."""
        self._watcher.close()
        self._panel.hide()

    def _round(self) -> Iterator[Event]:
        desk, works = self.desk, self.desk.busy and not self.hold
        changes = self._watcher.wait(0 if works else self._look)
        while changes.changed or changes.gone:
            yield from desk.update(changes)
            places = stages.places(desk.session)
            if places == self._places:
                break
            self._places = places
            changes = self._watcher.move(places)
        else:
            yield from desk.work() if works else self._tick()
        faults, self._faults = self._faults, []
        yield from faults

    def _tick(self) -> Iterator[Event]:
        if time.monotonic() - self._ticked >= TICK:
            self._ticked = time.monotonic()
            yield from self.desk.pass_time()

    def _show(self, names: tuple[str, ...] | None) -> None:
        """Let pages show their findings: those of these files have changed; None: any may have."""
        desk = self.desk
        with journal() as written:
            try:
                if names is None or len(names) == desk.files:
                    self._panel.show(desk.session, desk.findings)
                else:
                    self._panel.renew(desk.session, desk.findings, names)
            except OSError as error:
                self._say(f"{error.filename}: {error.strerror}: pages show no findings")
        desk.written |= written

    def _say(self, text: str) -> None:
        self._faults.append(Event("error", text=text))
