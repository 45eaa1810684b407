"""What a watch tells, as lines: of JSON for other programs, of text for a log."""

from __future__ import annotations

from collections.abc import Iterator

from hugo_helpers.check.record import count as tally
from hugo_helpers.report.json import dumps, objects, whole
from hugo_helpers.report.options import Options
from hugo_helpers.report.style import Painter
from hugo_helpers.report.summary import Summary, count
from hugo_helpers.report.text import full
from hugo_helpers.report.visible import visible
from hugo_helpers.watch.event import Event

MOST_NAMES = 3


def as_json(event: Event, options: Options) -> str:
    """An event as one line of JSON."""
    value: dict[str, object] = {
        "event": event.kind,
        "paths": [whole(options.path(name)) for name in event.names],
        "findings": list(objects(event.findings, options)),
        "ms": round(event.seconds * 1000, 1),
    }
    if event.text:
        value["message"] = whole(event.text)
    return dumps(value) + "\n"


def as_text(event: Event, options: Options) -> Iterator[str]:
    """An event as text: a line that says what was done, behind `checked` what is new."""
    paint = Painter(options.color)
    if event.kind == "error":
        yield f"{paint('error:', 'error')} {visible(event.text)}\n"
        return
    yield f"{headline(event, options)}\n"
    if event.fresh:
        yield "\n"
        yield from full(event.fresh, options._replace(summary=False))


def headline(event: Event, options: Options) -> str:
    """What was done, in one line."""
    paint = Painter(options.color)
    took = paint(f"({event.seconds * 1000:.0f} ms)", "faint")
    if event.kind == "ready":
        summary = Summary(fixes=False)
        summary.add_files(event.dirty, event.counts)
        return f"{summary.text(len(event.names), paint)} {took}"
    if event.kind == "checked":
        return f"{_found(event, options, paint)} {took}"
    if event.kind == "colors":
        return f"colours settled again in {names(event.names, options, paint)} {took}"
    if event.kind == "thumbnails":
        return f"drawn: {names(event.names, options, paint)} {took}"
    return visible(event.text) or event.kind


def _found(event: Event, options: Options, paint: Painter) -> str:
    where = names(event.names, options, paint)
    errors, warnings = event.counts[:2] if any(event.counts) else tally(event.findings)[:2]
    if errors or warnings:
        kinds = [count(errors, "error")] if errors else []
        if warnings:
            kinds.append(count(warnings, "warning"))
        said = paint(" and ".join(kinds), "error" if errors else "warning")
        if event.fresh:
            said += f", {len(event.fresh):,} new"
    elif event.gone:
        said = "gone"
    else:
        said = paint("clean now" if event.cleaned else "clean", "good")
    return f"{where}: {said}"


def names(files: tuple[str, ...], options: Options, paint: Painter) -> str:
    """The first few of these files, and how many more."""
    shown = [paint(visible(options.path(name)), "path") for name in files[:MOST_NAMES]]
    if len(files) > MOST_NAMES:
        shown.append(f"{len(files) - MOST_NAMES:,} more")
    return ", ".join(shown)
