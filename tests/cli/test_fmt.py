"""`matome fmt`, on files."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Matome

POST = "content/posts/loose.md"
BEFORE = (
    "\ufeff+++\r\ntitle = 'x'\r\n+++\r\n\r\n"
    '{{<matomeQuote userName="ann"  body="a {{ b">}}\r\n{{<details summary=`"x"`>}}y{{</details>}}'
)
AFTER = (
    "\ufeff+++\r\ntitle = 'x'\r\n+++\r\n\r\n"
    '{{< matomeQuote body="a {{ b" userName="ann" >}}\r\n'
    '{{< details summary="\\"x\\"" >}}y{{< /details >}}'
)


@pytest.fixture
def loose(site: Path) -> Path:
    path = site / POST
    path.write_bytes(BEFORE.encode())
    return path


def test_formats_once(matome: Matome, loose: Path) -> None:
    ran = matome("fmt", POST)
    assert (ran.code, ran.out) == (0, "")
    assert "1 file formatted" in ran.err
    assert loose.read_bytes().decode() == AFTER
    inode = loose.stat().st_ino
    assert matome("fmt", POST).err == ""
    assert loose.stat().st_ino == inode


def test_check_and_diff_write_nothing(matome: Matome, loose: Path, site: Path) -> None:
    ran = matome("fmt", POST, "--check")
    assert ran.code == 1
    assert f"{POST}: to be formatted" in ran.err
    ran = matome("fmt", POST, "--diff")
    assert ran.code == 1
    assert loose.read_bytes().decode() == BEFORE
    subprocess.run(["patch", "--binary", "-s", "-p0"], cwd=site, input=ran.out.encode(), check=True)
    assert loose.read_bytes().decode() == AFTER
    assert matome("fmt", POST, "--check").code == 0


def test_what_hugo_refuses_stays(matome: Matome, loose: Path) -> None:
    text = BEFORE + '\r\n{{<matomeQuote body="x>}}\r\n'
    loose.write_bytes(text.encode())
    matome("fmt", POST)
    assert loose.read_bytes().decode() == AFTER + '\r\n{{<matomeQuote body="x>}}\r\n'


def test_a_file_that_cannot_be_read_is_told(matome: Matome, loose: Path) -> None:
    loose.write_bytes(b"\xff")
    ran = matome("fmt", POST)
    assert ran.code == 1
    assert "not UTF-8" in ran.err


def test_the_whole_site_still_says_what_it_said(matome: Matome, site: Path) -> None:
    before = matome("check", "--statistics").out
    assert matome("fmt").code == 0
    assert matome("check", "--statistics").out == before
    assert matome("fmt", "--check").code == 0
    assert site.exists()
