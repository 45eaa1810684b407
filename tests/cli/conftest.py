"""Runs of the command, in the process and as a user would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hugo_helpers.cli import main
from tests.cli import broken as post


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Matome = Callable[..., Ran]


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder for every test."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("MATOME_CACHE", str(folder))
    return folder


@pytest.fixture
def matome(capfd: pytest.CaptureFixture[str]) -> Matome:
    """Run `matome` in this process."""

    def run(*arguments: str | Path) -> Ran:
        capfd.readouterr()
        code = main([str(a) for a in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


def run_apart(
    *arguments: str | Path, cwd: Path | None = None, hugo: Path | None = None, text: str = ""
) -> Ran:
    """Run `matome` in a process of its own, with this Hugo first on PATH."""
    environment = dict(os.environ)
    if hugo is not None:
        environment["PATH"] = f"{hugo.parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "hugo_helpers", *arguments],
        cwd=cwd,
        env=environment,
        input=text.encode(),
        capture_output=True,
        check=False,
        timeout=100,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def hugo_on_path(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Folders that hold one Hugo version under the name `hugo`."""

    def link(binary: Path) -> Path:
        folder = tmp_path_factory.mktemp("hugo")
        (folder / "hugo").symlink_to(binary)
        return folder / "hugo"

    return link


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `matome init` makes, to be copied: that waits for no disk."""
    folder = tmp_path_factory.mktemp("new") / "site"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def site(tmp_path: Path, seed_post: str, new_site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site with the seed post in it, as the current folder."""
    folder = tmp_path / "site"
    shutil.copytree(new_site, folder)
    (folder / "content" / "posts" / "seed.md").write_text(seed_post, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def broken(site: Path) -> Path:
    """A post of that site with something to mend, in a file with a mark and lines of Windows."""
    path = site / post.POST
    path.write_bytes(("\ufeff" + post.FRONT + post.BODY).encode())
    return path
