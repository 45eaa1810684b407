"""The live view of a watch: what changed last, its findings, and the state of the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.record import Counts
from hugo_helpers.report.events import headline
from hugo_helpers.report.options import Options
from hugo_helpers.report.style import Painter
from hugo_helpers.report.summary import Summary, count
from hugo_helpers.report.text import full
from hugo_helpers.report.visible import visible
from hugo_helpers.report.width import width
from hugo_helpers.watch.event import Event

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Empties the screen, and what was scrolled out of it."""
_COLORS = r"\x1b\[[0-9;]*m"
_OTHERS = 8
_RECENT = 4


class View(NamedTuple):
    """What there is to show."""

    title: str
    """The site's."""
    files: int
    """How many are checked."""
    findings: Mapping[str, Sequence[Finding]]
    """All there are, by file."""
    counts: Mapping[str, Counts]
    """The numbers of these."""
    recent: Sequence[tuple[str, Event]] = ()
    """The last events with the time of day of each, the newest last."""


def live(view: View, options: Options, height: int) -> str:
    """The view as text for a terminal of so many rows; `options.width` has its columns."""
    paint = Painter(options.color)
    title = visible(view.title)[:60] or "this site"
    head = [f"{paint('matome', 'help')} watching {paint(title, 'path')}", ""]
    foot = ["", *_others(view, options, paint, min(_OTHERS, height // 6)), _totals(view, paint)]
    room = height - _rows([*head, *foot], options) - 1
    body = _body(view, options, paint, room)
    while body and _rows(body, options) > room:
        body.pop()
    return "\n".join([*head, *body, *foot])


def _rows(lines: Iterable[str], options: Options) -> int:
    """How many rows of the terminal these lines take."""
    shown = [re.sub(_COLORS, "", line) for line in lines]
    return sum(max(1, -(-width(line) // max(1, options.width))) for line in shown)


def last_checked(view: View) -> Event | None:
    """The last event that tells of files, whose findings are shown whole."""
    return next((e for _, e in reversed(view.recent) if e.kind in ("checked", "error")), None)


def _body(view: View, options: Options, paint: Painter, room: int) -> list[str]:
    lines = [f"{paint(when, 'faint')} {_line(e, options, paint)}" for when, e in view.recent]
    event = last_checked(view)
    fresh = list(event.fresh) if event else []
    here = [one for name in event.names for one in view.findings.get(name, ())] if event else []
    known = set(fresh)
    found = fresh + [finding for finding in here if finding not in known]
    most = room // 3 if found else room
    while len(lines) > 1 and (_rows(lines, options) > most or (found and len(lines) > _RECENT)):
        del lines[0]
    if not found:
        return lines
    lines.append("")
    left = room - _rows(lines, options) - 1
    shown = 0
    for finding in found:
        text = "".join(full([finding], options._replace(summary=False))).rstrip("\n").split("\n")
        left -= _rows(text, options) + 1
        if left < 0:
            break
        lines += [*text, ""]
        shown += 1
    if shown < len(found):
        lines.append(paint(f"and {count(len(found) - shown, 'finding')} more here", "faint"))
    return lines


def _line(event: Event, options: Options, paint: Painter) -> str:
    if event.kind == "error":
        return f"{paint('error:', 'error')} {visible(event.text)}"
    return headline(event, options)


def _others(view: View, options: Options, paint: Painter, most: int) -> list[str]:
    """Files with findings beside those that are shown whole, the worst first."""
    event = last_checked(view)
    here = set(event.names) if event else set()
    others = [(name, counts) for name, counts in view.counts.items() if name not in here]
    others.sort(key=lambda one: (-one[1].errors, one[0]))
    lines = []
    for name, counts in others[:most]:
        number = counts.errors + counts.warnings
        mark = paint(f"{number:>4}", "error" if counts.errors else "warning")
        lines.append(f"{mark} {visible(options.path(name))}")
    if len(others) > most:
        lines.append(paint(f"     and {count(len(others) - most, 'file')} more", "faint"))
    return [*lines, ""] if lines else []


def _totals(view: View, paint: Painter) -> str:
    summary = Summary(fixes=False)
    for name, counts in view.counts.items():
        summary.add_file(name, counts)
    return f"{summary.text(view.files, paint)} {paint('Ctrl-C stops.', 'faint')}"
