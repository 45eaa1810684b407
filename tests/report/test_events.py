"""What a watch tells, as lines."""

from __future__ import annotations

import json

import pytest

from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.check.record import Counts
from hugo_helpers.check.record import count as tally
from hugo_helpers.report.events import as_json, as_text
from hugo_helpers.report.live import View, live
from hugo_helpers.report.options import Options
from hugo_helpers.report.source import Source
from hugo_helpers.report.width import width
from hugo_helpers.watch.event import Event

A, B = "content/a.md", "content/b.md"


def finding(name: str = A, code: str = "T203", row: int = 2, message: str = "cut off") -> Finding:
    severity = "error" if code.startswith("H") else "warning"
    return Finding(code, message, severity, name, Location(row, 3), Location(row, 5))


OPTIONS = Options(sources=lambda _: Source("first\nsecond line\nthird"), width=80)
ERROR, WARNING = finding(code="H104", message="no template"), finding()
EVENTS = {
    "ready": (
        Event("ready", (A, B), counts=Counts(1, 1), dirty=1, seconds=0.0123),
        "Found 1 error and 1 warning in 1 of 2 files. (12 ms)\n",
    ),
    "all is well": (Event("ready", (A, B)), "No findings in 2 files. (0 ms)\n"),
    "new": (
        Event("checked", (A,), (ERROR, WARNING), (WARNING,), seconds=0.005),
        ("content/a.md: 1 error and 1 warning, 1 new (5 ms)\n\n"
        "content/a.md:2:3: T203 warning: cut off\n2 | second line\n  |   ^^\n\n"),
    ),
    "as before": (
        Event("checked", (A,), (WARNING,), seconds=0.005), "content/a.md: 1 warning (5 ms)\n",
    ),
    "clean": (Event("checked", (A,)), "content/a.md: clean (0 ms)\n"),
    "clean now": (Event("checked", (A,), cleaned=(A,)), "content/a.md: clean now (0 ms)\n"),
    "gone": (Event("checked", (A,), gone=(A,)), "content/a.md: gone (0 ms)\n"),
    "many": (
        Event("checked", tuple(f"{n}.md" for n in range(2000))),
        "0.md, 1.md, 2.md, 1,997 more: clean (0 ms)\n",
    ),
    "colours": (Event("colors", (A,)), "colours settled again in content/a.md (0 ms)\n"),
    "cards": (Event("thumbnails", ("c/a.jpg",)), "drawn: c/a.jpg (0 ms)\n"),
    "wrong": (Event("error", text="disk\x1b[2J full"), "error: disk\\x1b[2J full\n"),
    "over": (Event("stopped"), "stopped\n"),
    "a hostile name": (
        Event("checked", ("a\x1b]0;x\x07\n.md",)), "a\\x1b]0;x\\x07\\x0a.md: clean (0 ms)\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("event", "text"), EVENTS.values(), ids=EVENTS)
def test_as_text(event: Event, text: str) -> None:
    assert "".join(as_text(event, OPTIONS)) == text


@pytest.mark.parametrize("event", [event for event, _ in EVENTS.values()], ids=EVENTS)
def test_as_json(event: Event) -> None:
    line = as_json(event, OPTIONS)
    assert line.endswith("\n")
    assert line[:-1].isprintable()
    value = json.loads(line)
    assert value["event"] == event.kind
    assert value["paths"] == list(event.names)
    assert [found["code"] for found in value["findings"]] == [f.code for f in event.findings]
    assert value["ms"] == pytest.approx(event.seconds * 1000, abs=0.1)
    assert ("message" in value) == bool(event.text)


def test_names_that_are_no_text_in_json() -> None:
    line = as_json(Event("checked", ("a\udcff.md",)), OPTIONS)
    assert json.loads(line)["paths"] == ["a\\xff.md"]


def view(*events: Event, **findings: tuple[Finding, ...]) -> View:
    found = {A: (ERROR, WARNING), **{f"content/{k}.md": v for k, v in findings.items()}}
    counts = {name: tally(of_file) for name, of_file in found.items()}
    return View(
        "まとめ", 9, found, counts, [(f"12:00:0{n}", event) for n, event in enumerate(events)]
    )


def rows(text: str, columns: int) -> int:
    return sum(max(1, -(-width(line) // columns)) for line in text.split("\n"))


def test_the_live_view() -> None:
    checked = Event("checked", (A,), (ERROR, WARNING), (WARNING,), seconds=0.005)
    shown = live(view(checked, b=(finding(B),)), OPTIONS, 40)
    assert shown.startswith("matome watching まとめ\n\n12:00:00 content/a.md: 1 error and")
    assert shown.index("T203 warning: cut off") < shown.index("H104 error: no template")
    assert "   1 content/b.md" in shown
    assert shown.endswith("Found 1 error and 2 warnings in 2 of 9 files. Ctrl-C stops.")


@pytest.mark.parametrize("height", [8, 12, 20, 40])
@pytest.mark.parametrize("columns", [30, 80])
@pytest.mark.parametrize("count", [1, 5, 40])
def test_the_live_view_fits(height: int, columns: int, count: int) -> None:
    found = tuple(finding(message="x" * 70, row=1 + n % 3) for n in range(count))
    events = [Event("checked", (A,), found, found)] * 9
    shown = live(
        View(
            "x",
            9,
            {A: found, **{f"{n}.md": (WARNING,) for n in range(3)}},
            {A: tally(found), **{f"{n}.md": Counts(0, 1) for n in range(3)}},
            [("1", e) for e in events],
        ),
        OPTIONS._replace(width=columns),
        height,
    )
    assert rows(shown, columns) <= max(height, 11)
    assert "Found" in shown


def test_files_beyond_those_there_is_room_for() -> None:
    others = {f"n{n:02}": (finding(f"content/n{n:02}.md"),) for n in range(30)}
    shown = live(view(Event("ready", (A,)), **others), OPTIONS, 24)
    assert "and 27 files more" in shown
    assert shown.index("   2 content/a.md") < shown.index("   1 content/n00.md")


def test_a_title_that_commands() -> None:
    shown = live(View("\x1b]0;x\x07", 0, {}, {}), OPTIONS, 10)
    assert "\x1b" not in shown
