"""`matome check --diff`, and `--fix` of stdin."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.broken import BODY, FRONT, MENDED, OPTIONS, POST
from tests.cli.conftest import Matome, run_apart


def test_diff_writes_nothing_and_patch_takes_it(matome: Matome, broken: Path, site: Path) -> None:
    before = broken.read_bytes()
    ran = matome("check", POST, "--diff", *OPTIONS)
    assert ran.code == 1
    assert broken.read_bytes() == before
    assert f"{POST}:8:" in ran.err
    assert "Q103" in ran.err
    assert "T103" not in ran.err.split("would mend")[0]
    applied = subprocess.run(
        ["patch", "--binary", "-s", "-p0"], cwd=site, input=ran.out.encode(), check=False
    )
    assert applied.returncode == 0
    assert broken.read_bytes().decode() == "\ufeff" + FRONT + MENDED


def test_diff_of_a_clean_post(matome: Matome, site: Path) -> None:
    ran = matome("check", "content/posts/first-post.md", "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert site.exists()


def test_stdin(broken: Path, site: Path) -> None:
    text = broken.read_bytes().decode()
    ran = run_apart("check", "--stdin-filename", POST, "--fix", *OPTIONS, cwd=site, text=text)
    assert ran.out == "\ufeff" + FRONT + MENDED
    assert ran.code == 1
    assert "Q103" in ran.err


def test_terminals_get_no_escapes_of_strangers(matome: Matome, broken: Path) -> None:
    broken.write_text(FRONT + BODY.replace("二", "\x1b[31m二"), encoding="utf-8")
    ran = matome("check", POST, "--diff", *OPTIONS)
    assert "\x1b" not in ran.err
