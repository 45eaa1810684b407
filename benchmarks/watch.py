"""`matome watch` and `matome serve` on the synthetic site: from a save to what is said of it."""

from __future__ import annotations

import argparse
import os
import queue
import random
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from benchmarks import places
from hugo_helpers.cli.desk import Desk
from hugo_helpers.cli.session import open_session
from hugo_helpers.cli.watch import arguments
from hugo_helpers.watch.snapshot import Changes

CALM = 6.0
"""Seconds without an event after which all is up to date."""
SAVES, UPDATES = 60, 10_000


def lines(_rounds: int) -> Iterator[str]:
    """The figures as lines of Markdown. The site is a copy: posts are changed."""
    site = places.BUILD / "bench-site-watched"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(places.site(), site, ignore=shutil.ignore_patterns("public", "resources"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["MATOME_CACHE"] = str(places.BUILD / "bench-watch-cache")
    yield "| What | Measured | Goal, at most |"
    yield "|---|---|---|"
    parts = _saves(site), _rebuilds(site), _memory(site)
    for what, measured, goal in chain(*parts):
        yield f"| {what} | {measured} | {goal} |"


Row = tuple[str, str, str]


class Told:
    """A `matome` that runs, and its lines with the moment of each."""

    def __init__(self, site: Path, command: str, *more: str) -> None:
        words = [sys.executable, "-u", "-m", "hugo_helpers", command, "--source", site, *more]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self._lines: queue.SimpleQueue[tuple[float, str]] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None  # noqa: S101 - it is a pipe
        for line in self.process.stdout:
            self._lines.put((time.perf_counter(), line.decode()))

    def next(self, seconds: float) -> tuple[float, str] | None:
        """The next line and its moment; None where none comes in so many seconds."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            return None

    def until(self, part: str, seconds: float = 300) -> float:
        """The moment of the next line that has this in it."""
        while found := self.next(seconds):
            if part in found[1]:
                return found[0]
        raise SystemExit(f"matome did not say {part!r}")

    def calm(self) -> None:
        """Until nothing has been said for a while."""
        while self.next(CALM):
            pass

    def status(self, key: str) -> float:
        """A figure of its memory, in megabytes."""
        text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(text.split(f"{key}:")[1].split()[0]) / 1024

    def seconds(self) -> float:
        """The time of a core that it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def telling(site: Path, command: str, *more: str) -> Iterator[Told]:
    """A `matome` that is stopped when the block ends."""
    told = Told(site, command, *more)
    try:
        yield told
    finally:
        told.process.terminate()
        told.process.wait()


def _posts(site: Path) -> list[Path]:
    return sorted((site / "content" / "posts").glob("post-*.md"))


def _saves(site: Path) -> Iterator[Row]:
    posts, chance = _posts(site), random.Random(1)
    with telling(site, "watch", "--output-format", "json") as told:
        told.until('"event": "ready"')
        told.calm()
        waits = []
        for _ in range(SAVES):
            post = chance.choice(posts)
            text = post.read_text(encoding="utf-8")
            start = time.perf_counter()
            post.write_text(text + "\n", encoding="utf-8")
            waits.append(told.until('"event": "checked"') - start)
            told.next(0.3)
        waits.sort()
        busy = told.seconds()
        time.sleep(40)
        idle = (told.seconds() - busy) / 40
        yield "save to reported, p50", f"{1000 * statistics.median(waits):.0f} ms", "120 ms"
        yield "save to reported, p95", f"{1000 * waits[int(0.95 * SAVES)]:.0f} ms", "250 ms"
        yield "idle, of a core", f"{100 * idle:.2f}%", "1%"
        yield "memory, most", f"{told.status('VmHWM'):.0f} MB", "250 MB"


def _rebuilds(site: Path) -> Iterator[Row]:
    posts = _posts(site)
    with telling(site, "serve", "--", "--port", "0", "--bind", "127.0.0.1") as told:
        told.until("Web Server is available")
        told.calm()
        plain, cards = [], []
        for number, post in enumerate(posts[:10]):
            text = post.read_text(encoding="utf-8")
            found = plain
            if number % 2:
                found, title = cards, text.split("title = '")[1].split("'")[0]
                text = text.replace(title, f"{title[:-1]}。")
            post.write_text(text + "\n", encoding="utf-8")
            count = 0
            while line := told.next(CALM):
                count += "Total in" in line[1]
            found.append(count)
        yield "Hugo's rebuilds of a save, most", f"{max(plain)}", "1"
        yield "Hugo's rebuilds of a save that changes a card, most", f"{max(cards)}", "2"


def _memory(site: Path) -> Iterator[Row]:
    """In this process: as many saves as in months of writing, without the waiting between."""
    parser = argparse.ArgumentParser()
    arguments(parser)
    args = parser.parse_args(["--source", str(site)])
    desk = Desk(lambda: open_session(args), jobs=1)
    list(desk.begin())
    while desk.busy:
        list(desk.work())
    posts = _posts(site)
    sizes = []
    for number in range(UPDATES):
        list(desk.update(Changes(frozenset([str(posts[number % len(posts)])]))))
        while desk.busy:
            list(desk.work())
        desk.written.clear()
        if number % (UPDATES // 10) == UPDATES // 10 - 1:
            status = Path("/proc/self/status").read_text(encoding="ascii")
            sizes.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
    first, last = sizes[1], sizes[-1]
    yield f"memory after {UPDATES:,} saves / after a fifth of them", f"{last / first:.2f}", "1.05"
