"""`matome check --fix`, on files."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.corpus import make
from hugo_helpers import rewrite
from tests.cli.broken import FRONT, MENDED, OPTIONS, POST
from tests.cli.conftest import Matome, run_apart


def test_fix_mends_and_lists_the_rest(matome: Matome, broken: Path) -> None:
    ran = matome("check", POST, "--fix", *OPTIONS)
    assert broken.read_bytes().decode() == "\ufeff" + FRONT + MENDED
    assert ran.code == 1
    assert "mended 1 file: 1 T103, 1 T402" in ran.err
    assert "Q103" in ran.out
    assert "T104" in ran.out
    before = broken.stat()
    assert matome("check", POST, "--fix", *OPTIONS).code == 1
    assert broken.stat().st_mtime_ns == before.st_mtime_ns
    assert broken.stat().st_ino == before.st_ino


def test_a_file_that_is_saved_meanwhile_is_left_alone_and_told(
    matome: Matome, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_first(path: Path, before: bytes, after: bytes) -> bool:
        path.write_bytes(b"saved")
        return real(path, before, after)

    real = rewrite.rewrite
    monkeypatch.setattr(rewrite, "rewrite", saved_first)
    ran = matome("check", POST, "--fix", *OPTIONS)
    assert broken.read_bytes() == b"saved"
    assert f"{POST}: left as it is: another program has changed it meanwhile" in ran.err
    assert "mended" not in ran.err


def test_a_read_only_file_is_told_and_the_others_are_mended(matome: Matome, broken: Path) -> None:
    other = broken.with_name("other.md")
    other.write_bytes(broken.read_bytes())
    broken.chmod(0o444)
    before = broken.read_bytes()
    ran = matome("check", "content/posts", "--fix", *OPTIONS)
    assert broken.read_bytes() == before
    assert f"{POST}: left as it is: the file is read-only" in ran.err
    assert other.read_bytes() != before
    assert "mended 1 file" in ran.err


def test_what_a_killed_run_left_is_swept(matome: Matome, broken: Path) -> None:
    orphan = broken.with_name(".matome-0123.tmp")
    orphan.write_bytes(b"torn")
    matome("check", POST, "--fix", *OPTIONS)
    assert not orphan.exists()


def test_comments_that_switch_rules_off_are_heard(matome: Matome, broken: Path) -> None:
    text = broken.read_bytes().decode() + "\r\n<!-- matome-disable-file T402 -->\r\n"
    broken.write_bytes(text.encode())
    matome("check", POST, "--fix", *OPTIONS)
    assert broken.read_bytes().decode() == text.replace("<br＞", "<br>")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopped_in_the_middle_all_files_are_whole(site: Path, jobs: str) -> None:
    make(site, 150)
    posts = sorted((site / "content/posts").glob("*.md"))
    before = [path.read_bytes() for path in posts]
    words = [sys.executable, "-m", "hugo_helpers", "check", "--unsafe-fixes", "--jobs", jobs]
    with subprocess.Popen([*words, "--fix"], cwd=site, stderr=subprocess.PIPE) as running:
        while all(path.read_bytes() == one for path, one in zip(posts[:8], before, strict=False)):
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=60)[1].decode()
    assert running.returncode == 130
    assert said.endswith("matome: stopped\n")
    assert not [path for path in (site / "content/posts").iterdir() if path not in posts]
    left = [path.read_bytes() for path in posts]
    assert sum(one != two for one, two in zip(before, left, strict=True)) < len(posts)
    ran = run_apart("check", "--fix", "--unsafe-fixes", "--exit-zero", cwd=site)
    assert ran.code == 0
    mended = [path.read_bytes() for path in posts]
    half = [n for n, one in enumerate(left) if one not in (before[n], mended[n])]
    assert half == []
