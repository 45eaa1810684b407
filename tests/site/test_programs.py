"""Programs on PATH, as the standard library finds them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from hugo_helpers.site.programs import on_path


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    made = [tmp_path / name for name in ("first", "second", "not there")]
    for folder in made[:2]:
        folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, made)))
    return made


def program(path: Path, mode: int = 0o755) -> str:
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(mode)
    return str(path)


def test_nowhere(folders: list[Path]) -> None:
    program(folders[0] / "tool", 0o644)
    (folders[1] / "tool").mkdir()
    assert on_path("tool") is None
    assert shutil.which("tool") is None


def test_the_first_on_path(folders: list[Path]) -> None:
    later = program(folders[1] / "tool")
    assert on_path("tool") == shutil.which("tool") == later
    first = program(folders[0] / "tool")
    assert on_path("tool") == shutil.which("tool") == first
