"""The user's cache folder."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from hugo_helpers.site import cache

HOME = {"XDG_CACHE_HOME": "", "MATOME_CACHE": "", "HOME": "/home/ann", "LOCALAPPDATA": ""}
FOLDERS = {
    "named": ("linux", {"MATOME_CACHE": "/c"}, "/c"),
    "Linux": ("linux", {}, "/home/ann/.cache/matome"),
    "Linux, moved": ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/matome"),
    "macOS": ("darwin", {}, "/home/ann/Library/Caches/matome"),
    "Windows": ("win32", {}, "/home/ann/AppData/Local/matome"),
    "Windows, moved": ("win32", {"LOCALAPPDATA": "/l"}, "/l/matome"),
}


@pytest.mark.parametrize(("system", "variables", "folder"), FOLDERS.values(), ids=FOLDERS)
def test_folder(
    system: str, variables: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**HOME, **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert cache.folder() == Path(folder)


def test_what_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert cache.opened(path) is None
    path.write_bytes(b"x")
    file = cache.opened(path)
    assert file is not None
    with file:
        assert file.read() == b"x"
    with path.open("wb") as file:
        file.truncate(cache.MOST_BYTES + 1)
    assert cache.opened(path) is None
    os.mkfifo(tmp_path / "pipe")
    assert cache.opened(tmp_path / "pipe") is None
    assert cache.opened(tmp_path) is None


def test_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path))
    now = time.time()
    for number in range(cache.MOST_FILES + 4):
        path = tmp_path / f"check-{number}.cache"
        path.write_bytes(bytes(10))
        os.utime(path, (now - number, now - number))
    (tmp_path / "hugo-version").write_text("x")
    cache.sweep("check-*.cache")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {f"check-{n}.cache" for n in range(cache.MOST_FILES)} | {"hugo-version"}
    monkeypatch.setattr(cache, "MOST_BYTES", 35)
    cache.sweep("check-*.cache")
    assert {path.name for path in tmp_path.glob("check-*")} == {
        f"check-{n}.cache" for n in range(3)
    }


def test_what_killed_runs_left_goes_the_next_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path))
    old, new = tmp_path / ".matome-00.tmp", tmp_path / ".matome-01.tmp"
    for path in (old, new):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    cache.sweep("check-*.cache")
    assert not old.exists()
    assert new.exists()


def test_no_folder_to_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "none"))
    cache.sweep("check-*.cache")
    assert not (tmp_path / "none").exists()


def test_contents(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    (one,) = cache.contents([str(path)])
    path.write_bytes(b"y")
    (two,) = cache.contents([str(path)])
    path.unlink()
    (three,) = cache.contents([str(path)])
    assert len({one, two, three}) == 3
    assert cache.digest(["a", "b"]) != cache.digest(["ab"])
    assert cache.digest(["\udcff"]) != cache.digest(["\udcfe"])
