"""Writing: whole files or none, and only when something changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hugo_helpers.write import is_temporary, replacing, write_if_changed


def test_writes_once(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_if_changed(path, b"one")
    before = path.stat()
    assert not write_if_changed(path, b"one")
    assert path.stat() == before
    assert write_if_changed(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]


def test_keeps_mode_and_link(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(target)
    assert write_if_changed(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir], ids=["pipe", "folder"])
@pytest.mark.parametrize("linked", [False, True])
def test_only_files_are_replaced(
    tmp_path: Path, make: Callable[[Path], object], linked: bool
) -> None:
    """As root, a device that is replaced is lost to the whole machine."""
    target = path = tmp_path / "a"
    make(target)
    if linked:
        path = tmp_path / "link"
        path.symlink_to(target)
    before = target.stat()
    with pytest.raises(OSError, match="not a file"):
        write_if_changed(path, b"new")
    with pytest.raises(OSError, match="not a file"), replacing(path):
        pass
    assert target.stat() == before


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_orphan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    monkeypatch.setattr(Path, failing, fail, raising=False)
    with pytest.raises(OSError, match="No space"):
        write_if_changed(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_temporary_names() -> None:
    assert is_temporary(Path("x/.matome-abc.tmp"))
    assert not is_temporary(Path("x/.matome.json"))


@pytest.mark.parametrize("durable", [True, False])
def test_replacing(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "folder" / "a"
    with replacing(path, durable=durable) as file:
        file.write(b"one two")
        file.seek(0)
        assert file.read(3) == b"one"
        assert not path.exists()
        (beside,) = path.parent.iterdir()
        assert is_temporary(beside)
        assert beside.stat().st_mode & 0o077 == 0
    assert path.read_bytes() == b"one two"
    assert list(path.parent.iterdir()) == [path]


def test_what_is_not_finished_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def stopped() -> None:
        with replacing(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
