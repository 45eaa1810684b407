"""Diffs: patch makes of the one text the other."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hugo_helpers.check.fix_diff import unified

NUMBERS = "".join(f"{n}\n" for n in range(30))
CASES = {
    "equal": (NUMBERS, NUMBERS),
    "one line": (NUMBERS, NUMBERS.replace("7\n", "seven\n", 1)),
    "two hunks": (NUMBERS, NUMBERS.replace("5\n", "five\n", 1).replace("25\n", "x\n")),
    "a line less": (NUMBERS, NUMBERS.replace("11\n", "")),
    "lines more": (NUMBERS, NUMBERS.replace("11\n", "a\nb\n11\nc\n")),
    "no last line end": ("a\nb", "a\nc"),
    "a last line end more": ("a\nb", "a\nb\n"),
    "a last line end less": ("a\nb\n", "a\nb"),
    "line ends of Windows": ("a\r\nb\r\n", "a\r\nc\r\n"),
    "from nothing": ("", "a\n"),
    "to nothing": ("a\n", ""),
}


def patched(folder: Path, before: str, after: str) -> str:
    path = folder / "a.md"
    path.write_bytes(before.encode())
    diff = "".join(unified(before, after, "a.md"))
    command = ["patch", "--binary", "--no-backup-if-mismatch", "-p0"]
    ran = subprocess.run(command, cwd=folder, input=diff.encode(), capture_output=True, check=False)
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode() + diff
    return path.read_bytes().decode() if path.exists() else ""


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_patch_takes_it(tmp_path: Path, before: str, after: str) -> None:
    if before == after:
        assert list(unified(before, after, "a.md")) == []
    else:
        assert patched(tmp_path, before, after) == after


lines = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "あ\n"]), max_size=20).map("".join)


@settings(max_examples=60, deadline=None)
@given(lines, lines, st.sampled_from(["", "x"]))
def test_patch_takes_any(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str, last: str
) -> None:
    after += last
    if before != after:
        assert patched(tmp_path_factory.mktemp("diff"), before, after) == after


def test_a_large_file_takes_no_time() -> None:
    before = "".join(f"{n % 7}\n" for n in range(200_000))
    after = "x\n" + before.replace("3\n", "three\n")
    started = time.process_time()
    assert sum(1 for _ in unified(before, after, "a.md")) > 200_000
    assert time.process_time() - started < 5
