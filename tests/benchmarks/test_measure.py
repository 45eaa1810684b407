"""Measuring: all processes of a command count, and a command that fails is told."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from benchmarks.measure import Command, interleaved, processor, watched

HOLDS = "import time; held = b'x' * {size}; time.sleep(0.5)"
STARTS = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS!r}])"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux alone")
@pytest.mark.parametrize("program", [HOLDS, STARTS], ids=["itself", "a child"])
def test_the_largest_process_counts(program: str, tmp_path: Path) -> None:
    words = [sys.executable, "-c", program.replace("{size}", "60_000_000")]
    peak = watched(Command(words, tmp_path), os.environ)
    assert 60_000_000 < peak.memory < 100_000_000
    assert peak.seconds > 0.5


def test_commands_take_turns_and_the_first_round_does_not_count(tmp_path: Path) -> None:
    said: list[str] = []
    commands = {
        name: Command([sys.executable, "-c", "pass"], tmp_path, partial(said.append, name))
        for name in ("a", "b")
    }
    assert interleaved(commands, 1, os.environ).keys() == {"a", "b"}
    assert said == ["a", "b", "a", "b"]


def test_by_the_processor_waiting_takes_no_time(tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", "import time; time.sleep(1)"], tmp_path)
    assert 0 < interleaved({"waits": command}, 1, os.environ, processor)["waits"] < 0.8


@pytest.mark.parametrize("program", ["exit(3)", "raise ValueError"])
def test_a_command_that_fails_is_told(program: str, tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", program], tmp_path)
    with pytest.raises(RuntimeError, match="wrong: exit code"):
        interleaved({"wrong": command}, 1, os.environ)
    with pytest.raises(RuntimeError, match="exit code"):
        watched(command, os.environ)


def test_findings_are_no_failure(tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", "exit('findings')"], tmp_path)
    assert interleaved({"findings": command}, 1, os.environ)["findings"] > 0
