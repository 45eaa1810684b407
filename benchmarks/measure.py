"""Commands timed side by side, and what a command holds in memory."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

TICK = 0.02
"""Seconds between two looks at the processes of a command."""


class Command(NamedTuple):
    """A command, where it runs, and what is done before its clock starts."""

    words: Sequence[str | Path]
    folder: Path
    before: Callable[[], object] = lambda: None


class Peak(NamedTuple):
    """One run of a command: seconds, and bytes of memory that its largest process has held."""

    seconds: float
    memory: int


def processor() -> float:
    """Seconds of the processor that the commands so far have taken, with all that they started."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def interleaved(
    commands: Mapping[str, Command],
    rounds: int,
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.perf_counter,
    pick: Callable[[Sequence[float]], float] = median,
) -> dict[str, float]:
    """The median of each command's seconds; one after another in every round, so that a busy
    moment of the machine meets all. A first round warms up and is not counted. What else runs on
    the machine only adds to the time: to `pick` the least of them leaves that out.

    Raises RuntimeError for a command that exits with anything but 0 or 1 (findings), or with a
    traceback, which is 1 as well.
    """
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            command.before()
            start = clock()
            done = subprocess.run(
                command.words,
                cwd=command.folder,
                env=environment,
                capture_output=True,
                check=False,
            )
            seconds = clock() - start
            if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
                said = done.stderr.decode(errors="replace")[-500:]
                raise RuntimeError(f"{name}: exit code {done.returncode}\n{said}")
            if number:
                times[name].append(seconds)
        print(f"round {number} of {rounds}", file=sys.stderr)
    return {name: pick(values) for name, values in times.items()}


def watched(command: Command, environment: Mapping[str, str]) -> Peak:
    """Run a command; its largest process is the largest peak that Linux tells of any of them.

    Raises RuntimeError for a command that exits with anything but 0.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command.words,
        cwd=command.folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        memory = 0
        while process.poll() is None:
            memory = max([memory, *map(_peak, _family(process.pid))])
            time.sleep(TICK)
        seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{command.words[0]} ends with exit code {process.returncode}")
    return Peak(seconds, memory)


def _family(pid: int) -> Iterator[int]:
    """A process and all that it has started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0]) * 1024 if found else 0


def machine() -> str:
    """The day and the machine, for a caption."""
    cores, python = os.cpu_count(), platform.python_version()
    return f"{date.today()}, {cores} cores, {platform.machine()}, Python {python}"
