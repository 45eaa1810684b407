"""How `matome check` runs: processes, the cache, the progress bar, being stopped."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Matome
from tests.support.hugo import ROOT
from tests.support.marked import FRONT, quote

CUT = "see https://example.org/a/long/pa..."
SELECT = ("--select", "H1,T203,S101,S901", "--color", "never")


@pytest.fixture
def large(site: Path) -> Path:
    """A site that is worth processes of their own."""
    words = "word " * 20_000
    for number in range(40):
        post = f"{FRONT}{quote(words)}{quote(f'{CUT} {number}')}"
        (site / "content" / "posts" / f"{number:02}.md").write_text(post, encoding="utf-8")
    return site


SEED = ["--exit-zero", "--output-format"]


@pytest.mark.parametrize("style", ["full", "concise", "json", "jsonl", "github", "sarif"])
def test_one_output_however_it_is_come_by(matome: Matome, large: Path, style: str) -> None:
    def check(*more: str) -> str:
        ran = matome("check", "--source", large, *SELECT, *SEED, style, *more)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    cold = check("--jobs", "1", "--no-cache")
    assert cold.count("T203") >= 40
    assert check("--jobs", "2", "--no-cache") == cold
    assert check("--jobs", "2") == cold
    assert check() == cold
    (large / "content" / "posts" / "07.md").write_text(f"{FRONT}{quote()}", encoding="utf-8")
    fresh = check("--no-cache")
    assert fresh != cold
    assert check() == fresh


def test_statistics_and_exit_codes_from_the_cache(matome: Matome, large: Path) -> None:
    for _ in range(2):
        ran = matome("check", "--source", large, *SELECT, "--statistics")
        assert (ran.code, ran.out.split()[:2]) == (1, ["42", "T203"])
        assert matome("check", "--source", large, *SELECT, "--fail-on", "error").code == 0


def test_a_part_of_a_site(matome: Matome, large: Path) -> None:
    """Rules across posts need all posts; a folder that holds them all will do."""
    off = "<!-- matome-disable-file S101 -->\n"
    (large / "content" / "posts" / "x.md").write_text(f"{FRONT}{off}{quote()}", encoding="utf-8")
    for path, count in (("content/posts/x.md", 0), ("content/posts", 0), ("content", 1), (".", 1)):
        out = matome("check", *SELECT, "--output-format", "concise", large / path).out
        assert out.count("S901") == count


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        ((), 1),
        (("--no-cache",), 0),
        (("content/posts/01.md",), 0),
        (("content/posts",), 1),
        (("--stdin-filename", "content/posts/01.md"), 0),
    ],
    ids=["the site", "--no-cache", "one post", "many posts", "stdin"],
)
def test_what_is_kept(
    matome: Matome,
    large: Path,
    cache_folder: Path,
    arguments: tuple[str, ...],
    kept: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (large / "hugo.toml").open() as text:
        monkeypatch.setattr("sys.stdin", text)
        matome("check", *SELECT, *arguments)
    assert len(list(cache_folder.glob("check-*.cache"))) == kept


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", ""])
def test_jobs_that_are_none(matome: Matome, site: Path, number: str) -> None:
    ran = matome("check", "--source", site, f"--jobs={number}")
    assert ran.code == 2
    assert ran.err == (
        f"matome: argument --jobs: '{number}' is not a number from 1 (see matome check --help)\n"
    )


SLOW = """
import os, sys, time
from hugo_helpers.check.inspector import Inspector
from hugo_helpers.cli import run

def serve(self, sources, real=Inspector.__call__):
    if os.getpid() != PARENT:
        os.write(2, b"process %d\\n" % os.getpid())
        time.sleep(SECONDS)
    return real(self, sources)

PARENT, SECONDS = os.getpid(), float(sys.argv.pop(1))
Inspector.__call__ = serve
run()
"""


def started(site: Path, seconds: float) -> tuple[subprocess.Popen[str], list[int]]:
    """A check whose processes take so long for each of their tasks."""
    run = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(seconds), "check", *SELECT, "--jobs", "2"],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert run.stderr is not None
    pids = set()
    while len(pids) < 2:
        pids.add(int(run.stderr.readline().split()[1]))
    return run, sorted(pids)


def alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_ctrl_c(large: Path, cache_folder: Path) -> None:
    run, pids = started(large, 60)
    began = time.monotonic()
    os.killpg(run.pid, signal.SIGINT)
    out, errors = run.communicate(timeout=20)
    assert time.monotonic() - began < 5
    assert (run.returncode, out) == (130, "")
    assert errors == "matome: stopped\n"
    assert not any(map(alive, pids))
    assert not list(cache_folder.glob("check*"))


def test_a_process_that_is_killed(large: Path) -> None:
    run, pids = started(large, 0.1)
    os.kill(pids[0], signal.SIGKILL)
    out, errors = run.communicate(timeout=20)
    assert (run.returncode, out) == (2, "")
    said = [line for line in errors.splitlines() if not line.startswith("process ")]
    assert said == ["matome: a process that did a part of the work was killed (SIGKILL)"]
    assert not any(map(alive, pids))


def test_a_reader_that_goes(large: Path) -> None:
    run, pids = started(large, 0)
    with run:
        assert run.stdout is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.wait(timeout=20) == 1
    assert not any(map(alive, pids))


def seen_on_a_terminal(site: Path, seconds: float, *more: str) -> str:
    """What a check writes to a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", SLOW, str(seconds), "check", *SELECT, "--jobs", "2", *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "90"}
    with subprocess.Popen(command, cwd=site, env=environment, stdout=theirs, stderr=theirs) as run:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # the other side of a terminal has been closed
            pass
        run.wait(timeout=20)
    os.close(ours)
    return re.sub(r"process \d+\r\n", "", shown.decode())


def test_a_bar_on_a_terminal_for_a_long_run(large: Path) -> None:
    shown = seen_on_a_terminal(large, 0.3)
    assert re.search(r"\rChecked ━+─+ \d+/44 \d+/s, \d+ s left\x1b\[K", shown)
    bar, _, report = shown.rpartition("\r\x1b[K")
    assert "T203" not in bar
    assert report.startswith("content/posts/00.md:6:")
    assert report.rstrip().endswith("in 41 of 44 files.")


@pytest.mark.parametrize(("seconds", "more"), [(0.0, ()), (0.3, ("--quiet",))])
def test_no_bar(large: Path, seconds: float, more: tuple[str, ...]) -> None:
    assert "Checked" not in seen_on_a_terminal(large, seconds, *more)
