"""`matome watch` as a user runs it: a process of its own, real saves."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.marked import quote


class Running:
    """A `matome` that runs, and the lines it prints."""

    def __init__(self, root: Path, command: str, *arguments: str, path: str = "") -> None:
        path = path or os.environ["PATH"]
        environment = {**os.environ, "PATH": path, "PYTHONPATH": str(Path.cwd())}
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-X",
                "faulthandler",
                "-u",
                "-m",
                "hugo_helpers",
                command,
                "--source",
                root,
                *arguments,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.said: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self._lines.put(line.decode())

    def until(self, part: str, seconds: float = 30) -> str:
        """The next line that has this in it."""
        end = time.monotonic() + seconds
        while True:
            try:
                line = self._lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no {part!r} in:\n{''.join(self.said)}") from None
            self.said.append(line)
            if part in line:
                return line

    def until_all(self, *parts: str) -> None:
        """Until each of these has come in some line, in any order."""
        left = set(parts)
        while left:
            line = self.until("")
            left = {part for part in left if part not in line}

    def event(self, kind: str, seconds: float = 30) -> dict[str, Any]:
        """The next event of this kind."""
        found: dict[str, Any] = json.loads(self.until(f'"event": "{kind}"', seconds))
        return found

    def rest(self, seconds: float = 0.7) -> list[str]:
        """The lines that come in so many seconds."""
        time.sleep(seconds)
        found = []
        while not self._lines.empty():
            found.append(self._lines.get())
        self.said += found
        return found

    def stop(self, number: int = signal.SIGINT) -> int:
        """Stop it as Ctrl-C does; its exit code. It has two seconds."""
        begun = time.monotonic()
        self.process.send_signal(number)
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            raise AssertionError("it goes on:\n" + "".join(self.rest())) from None
        assert time.monotonic() - begun < 2
        return code


@pytest.fixture
def watching(site: Path) -> Iterator[Running]:
    running = Running(site, "watch", "--output-format", "json")
    yield running
    running.process.kill()
    running.process.wait()


def test_a_day_of_writing(site: Path, watching: Running) -> None:
    post = site / "content" / "posts" / "seed.md"
    ready = watching.event("ready")
    assert len(ready["findings"]) == 12
    assert "content/posts/seed.md" in ready["paths"]
    watching.event("thumbnails")
    assert watching.rest() == [], "its own files wake it"
    post.write_text(post.read_text() + "\n{{< nope >}}\n")
    checked = watching.event("checked", 3)
    assert checked["paths"] == ["content/posts/seed.md"]
    assert "H104" in {finding["code"] for finding in checked["findings"]}
    assert checked["ms"] < 1000
    text = post.read_text().replace("{{< nope >}}", "")
    post.write_text(text.replace('"LLM", ', ""))
    assert len(watching.event("checked", 3)["findings"]) == 12
    drawn = watching.event("thumbnails", 3)
    assert drawn["paths"] == [
        f"assets/thumbnails/{folder}/posts/seed.jpg" for folder in ("cards-600", "cards")
    ]
    (site / "matome.toml").write_text('select = ["H"]')
    assert watching.event("checked", 3)["findings"] == []
    (site / "matome.toml").write_text("select = [")
    assert "matome.toml" in watching.event("error", 3)["message"]
    (site / "matome.toml").unlink()
    assert len(watching.event("checked", 3)["findings"]) == 12
    assert watching.rest() == []
    assert watching.stop() == 0
    watching.event("stopped", 2)
    assert not (site / "assets" / "matome").exists()


def test_stopped_while_it_begins(site: Path) -> None:
    folder = site / "content" / "posts"
    for number in range(300):
        (folder / f"n{number}.md").write_text(f"+++\ntitle = 'n{number}'\n+++\n{quote()}")
    running = Running(site, "watch", "--output-format", "json", "--no-cache")
    running.event("ready")
    assert running.stop(signal.SIGTERM) == 0
    assert "Traceback" not in "".join(running.said + running.rest(0))
    assert not list((site / "assets").rglob(".matome-*"))


def test_a_log_in_a_pipe(site: Path) -> None:
    running = Running(site, "watch")
    line = running.until("Found 12 warnings")
    assert "\x1b" not in line
    running.until("drawn:")
    path = site / "content" / "posts" / "first-post.md"
    good = path.read_text()
    path.write_text(good + "{{< nope >}}\n")
    running.until("content/posts/first-post.md: 1 error, 1 new")
    running.until("H104 error")
    path.write_text(good)
    running.until("content/posts/first-post.md: clean now")
    assert running.stop() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_live_view(site: Path, number: int) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "hugo_helpers", "watch", "--source", site],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.STDOUT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "90", "LINES": "30"},
        cwd=Path.cwd(),
    )
    os.close(theirs)
    shown = b""
    while b"Ctrl-C stops." not in shown or b"drawn" not in shown:
        shown += os.read(ours, 65536)
    assert b"\x1b[2J" in shown
    process.send_signal(number)
    assert process.wait(5) == 0
    os.close(ours)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["watch", "--polls"], "did you mean --poll?"),
        (["watch", "content"], "one argument too many"),
        (["serve", "--port", "1"], "options of Hugo's go behind --"),
        (["watch", "--source", "/nowhere"], "no such folder"),
    ],
)
def test_a_wrong_call(
    site: Path, arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    from hugo_helpers.cli import main

    assert site
    assert main(arguments) == 2
    err = capfd.readouterr().err
    assert said in err
    assert err.count("\n") == 1
