"""Work spread over processes: order, ends, and what happens when one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from hugo_helpers import jobs
from tests.support.hugo import ROOT

METHODS = ["fork", "spawn"]


def slow_first(number: int) -> tuple[int, int]:
    time.sleep(0.2 if number == 0 else 0.001)
    return number, os.getpid()


def die(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def leave(number: int) -> int:
    if number == 5:
        os._exit(7)
    return number


def big(number: int) -> bytes:
    return bytes(1_000_000) + b"%d" % number


def noted(path: Path, number: int) -> int:
    if number == 0:
        time.sleep(0.5)
    with path.open("ab") as file:
        file.write(b".")
    return number


def alive(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("method", METHODS)
def test_results_come_in_order_from_all_processes(method: str) -> None:
    results = list(jobs.spread(slow_first, range(200), 2, method))
    assert [number for number, _ in results] == list(range(200))
    pids = {pid for _, pid in results}
    assert len(pids) == 2
    assert os.getpid() not in pids
    assert not any(map(alive, pids))


def test_large_results() -> None:
    results = list(jobs.spread(big, range(20), 2))
    assert [int(r[1_000_000:]) for r in results] == list(range(20))


def test_no_tasks() -> None:
    assert list(jobs.spread(slow_first, [], 2)) == []


def test_processes_end_when_no_more_is_wanted() -> None:
    results = jobs.spread(slow_first, range(10_000), 2)
    _, pid = next(results)
    assert alive(pid)
    results.close()
    assert not alive(pid)


def test_little_is_done_ahead(tmp_path: Path) -> None:
    """While the first result is not there, others wait for it: a bounded number."""
    done = tmp_path / "done"
    results = jobs.spread(partial(noted, done), range(10_000), 2)
    assert next(results) == 0
    results.close()
    assert jobs.AHEAD - 1 <= len(done.read_bytes()) <= jobs.AHEAD + 2 * jobs.AT_ONCE


@pytest.mark.parametrize(
    ("work", "how"), [(die, r"was killed \(SIGKILL\)"), (leave, "ended with code 7")]
)
@pytest.mark.parametrize("method", METHODS)
def test_a_process_that_ends_too_early(method: str, work: object, how: str) -> None:
    told = []
    with pytest.raises(ChildProcessError, match=f"^a process that did a part of the work {how}$"):
        told.extend(jobs.spread(work, range(50), 2, method))  # type: ignore[arg-type]
    assert told == list(range(len(told)))


STARTS = """
import os, sys, time
from hugo_helpers import jobs

def work(number):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(float(sys.argv[1]))

list(jobs.spread(work, range(1000), 2))
"""


def started(seconds: float) -> tuple[subprocess.Popen[str], list[int]]:
    """A run in a group of its own whose tasks take so long, and its two processes."""
    run = subprocess.Popen(
        [sys.executable, "-c", STARTS, str(seconds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert run.stdout is not None
    pids = set()
    while len(pids) < 2:
        pids.add(int(run.stdout.readline()))
    return run, sorted(pids)


def test_ctrl_c_ends_all_at_once() -> None:
    run, pids = started(60)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    assert errors.count("KeyboardInterrupt") == 1
    assert not any(map(alive, pids))


def test_no_process_outlives_the_one_that_started_it() -> None:
    run, pids = started(0.2)
    run.kill()
    run.communicate(timeout=20)  # until both have closed their ends
    deadline = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(map(alive, pids))


def test_available() -> None:
    assert 1 <= jobs.available() <= (os.cpu_count() or 1)
