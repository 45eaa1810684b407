"""A program beside us: it never outlives us, and is started again when that may help."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hugo_helpers.watch import server as module
from hugo_helpers.watch.server import Server

TALKS = (
    "print('Start building sites'); print('\\x1b[31mBuilt in 3 ms'); import time; time.sleep(60)"
)
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True)\n"
    "time.sleep(60)"
)
HANGS = "import time; print('Change detected, rebuilding site.', flush=True); time.sleep(60)"
FAILS = "print('Error: no'); raise SystemExit(3)"
PORT = "print('Error: listen tcp 127.0.0.1:1: bind: address already in use'); raise SystemExit(1)"


def server(script: str) -> Server:
    return Server([sys.executable, "-u", "-c", script])


def until(true: Callable[[], object], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def running() -> Iterator[list[Server]]:
    started: list[Server] = []
    yield started
    for one in started:
        one.stop()


def start(running: list[Server], script: str) -> Server:
    one = server(script)
    one.start()
    running.append(one)
    return one


def children() -> list[int]:
    """Our processes and theirs, by /proc; those that have ended and wait are left out."""
    found, parents = [], {os.getpid()}
    for _ in range(3):
        for entry in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = entry.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            number = int(entry.parent.name)
            if int(fields[1]) in parents and number not in parents and fields[0] != "Z":
                found.append(number)
                parents.add(number)
    return found


def test_its_lines_come_as_they_are(running: list[Server]) -> None:
    one = start(running, TALKS)
    lines: list[str] = []
    until(lambda: lines.extend(one.lines()) or len(lines) > 1)
    assert lines == ["Start building sites", "\x1b[31mBuilt in 3 ms"]
    assert one.running
    assert not one.ended()


@pytest.mark.parametrize("script", [TALKS, STUBBORN])
def test_stopped_within_two_seconds(script: str) -> None:
    before = set(children())
    one = server(script)
    one.start()
    until(lambda: list(one.lines()))
    assert len(set(children()) - before) == 2
    begun = time.monotonic()
    one.stop()
    assert time.monotonic() - begun < 2
    assert set(children()) <= before


@pytest.mark.parametrize(
    ("script", "code", "why"),
    [(FAILS, 3, "ended with code 3"), ("import os; os.kill(os.getpid(), 9)", 137, "SIGKILL")],
)
def test_how_it_ended(running: list[Server], script: str, code: int, why: str) -> None:
    one = start(running, script)
    until(one.ended)
    assert one.code == code
    assert why in one.why()
    assert not one.ended()


def test_a_failure_of_its_own_waits_for_a_change(
    running: list[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSES", (0.1, 0.4))
    one = start(running, FAILS)
    until(one.ended)
    until(lambda: time.monotonic() - one._ended > 0.2)
    assert not one.may_start(changed=False)
    assert one.may_start(changed=True)
    one.start()
    assert not one.may_start(changed=True)
    until(one.ended)
    assert not one.may_start(changed=True), "the second pause is longer"
    until(lambda: one.may_start(changed=True), 2)


@pytest.mark.parametrize("script", [PORT, "import os; os.kill(os.getpid(), 9)"])
def test_what_may_pass_by_itself_does_not(
    running: list[Server], script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSES", (0.1,))
    one = start(running, script)
    until(one.ended)
    list(one.lines())
    until(lambda: one.may_start(changed=False), 2)


def test_a_start_that_held_out_forgives(
    running: list[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSES", (60.0,))
    monkeypatch.setattr(module, "HELD_OUT", -1.0)
    one = start(running, FAILS)
    until(one.ended)
    assert one.may_start(changed=True)


def test_a_build_without_an_end(running: list[Server], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HANGS", 0.6)
    one, good = start(running, HANGS), start(running, TALKS)
    for each in (one, good):
        until(lambda each=each: list(each.lines()))
    until(lambda: one.hangs(suspect=True), 2)
    until(lambda: one.hangs(suspect=False), 2)
    assert not good.hangs(suspect=True)
    one.stop(failed=True)
    assert one.code == 1
    assert one.may_start(changed=True) is False, "it has to pause first"


def test_it_does_not_outlive_us_when_we_are_killed() -> None:
    script = (
        "import sys, time\nfrom hugo_helpers.watch.server import Server\n"
        f"one = Server([sys.executable, '-u', '-c', {STUBBORN!r}])\none.start()\n"
        "while not list(one.lines()): time.sleep(0.01)\nprint('up', flush=True)\ntime.sleep(60)"
    )
    before = set(children())
    us = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path.cwd())
    assert us.stdout is not None
    assert us.stdout.readline() == b"up\n"
    started = set(children()) - before
    assert len(started) == 3
    us.send_signal(signal.SIGKILL)
    us.wait()
    us.stdout.close()
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in started), 3)
