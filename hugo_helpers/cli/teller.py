"""How a watch tells what it does: a live view, a log, or lines of JSON."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import deque
from datetime import datetime
from typing import Protocol

from hugo_helpers.cli.desk import Desk
from hugo_helpers.cli.printer import Printer
from hugo_helpers.report.events import as_json, as_text
from hugo_helpers.report.live import CLEAR, View, live
from hugo_helpers.report.options import Options
from hugo_helpers.report.source import Source, no_source
from hugo_helpers.report.style import Painter
from hugo_helpers.report.visible import visible
from hugo_helpers.site import content
from hugo_helpers.watch.event import Event

_RECENT = 12
_BELL = "\a"


class Teller(Protocol):
    """Tells of events, as they come."""

    def tell(self, event: Event) -> None: ...

    def stop(self) -> None:
        """Tell that it is over."""


def teller(desk: Desk, args: argparse.Namespace) -> Teller:
    """The one that these options ask for."""
    if args.output_format == "json":
        return _Json(desk)
    if args.no_live or args.quiet or args.verbose or not sys.stdout.isatty():
        return Log(desk)
    return _Live(desk)


class _Json:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tell(self, event: Event) -> None:
        options = _options(self._desk)
        if any(event.counts):
            found = self._desk.findings
            event = event._replace(findings=tuple(f for n in sorted(found) for f in found[n]))
            # Places of fixes would need the text of every file.
            options = options.with_sources(no_source)
        sys.stdout.write(as_json(event, options))
        sys.stdout.flush()

    def stop(self) -> None:
        self.tell(Event("stopped"))


class Log:
    """Lines, one below the other; `who` stands before ours where others speak as well."""

    def __init__(self, desk: Desk, *, who: str = "") -> None:
        self._desk = desk
        self._who = who

    def tell(self, event: Event) -> None:
        """Tell of an event; with --quiet, only of what is wrong."""
        quiet = self._desk.session.quiet
        if quiet and event.kind != "error" and not (event.kind == "checked" and event.findings):
            return
        options = _options(self._desk)
        when = Painter(options.color)(f"{datetime.now():%H:%M:%S}", "faint")
        self._write(f"{when} {''.join(as_text(event, options))}", self._who)

    def say(self, text: str, *, who: str = "", bad: bool = False) -> None:
        """A line of ours, or of the one who is named."""
        paint = Painter(self._desk.session.color)
        self._write(paint(visible(text), "error") if bad else visible(text), who or self._who)

    def stop(self) -> None:
        """Tell that it is over."""
        self.tell(Event("stopped"))

    def _write(self, text: str, who: str) -> None:
        if who:
            paint = Painter(self._desk.session.color)
            mark = paint(f"{who:>6} │", "help" if who == self._who else "gutter")
            text = "\n".join([f"{mark} {line}" for line in text.rstrip("\n").split("\n")])
        sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()


class _Live:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._recent: deque[tuple[str, Event]] = deque(maxlen=_RECENT)

    def tell(self, event: Event) -> None:
        self._recent.append((f"{datetime.now():%H:%M:%S}", event))
        desk = self._desk
        options = _options(desk)
        found = desk.findings
        view = View(desk.session.site.title, desk.files, found, found.counts, self._recent)
        size = shutil.get_terminal_size((100, 24))
        sys.stdout.write(CLEAR + live(view, options, size.lines))
        errors = any(finding.severity == "error" for finding in event.findings)
        settings = desk.session.settings
        if settings.watch_bell and event.kind == "checked" and errors:
            sys.stdout.write(_BELL)
        if settings.watch_title:
            number = found.total.errors + found.total.warnings
            sys.stdout.write(f"\x1b]2;matome: {f'{number:,} findings' if number else 'clean'}\a")
        sys.stdout.flush()

    def stop(self) -> None:
        sys.stdout.write("\nStopped.\n")
        sys.stdout.flush()


def _options(desk: Desk) -> Options:
    session = desk.session

    def source(name: str) -> Source | None:
        text = content.read_text(session.site.root / name, name)
        return Source(text) if isinstance(text, str) else None

    return Printer(session, "full").options.with_sources(source)
