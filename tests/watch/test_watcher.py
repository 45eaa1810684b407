"""Real changes on a real disk: each told once, none missed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hugo_helpers.watch import watcher as module
from hugo_helpers.watch.snapshot import Changes, Place, mark_of
from hugo_helpers.watch.watcher import Watcher

linux = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "posts").mkdir(parents=True)
    for number in range(3):
        (tmp_path / "content" / "posts" / f"{number}.md").write_text(f"{number}")
    (tmp_path / "hugo.toml").write_text("x")
    return tmp_path


@pytest.fixture(params=[False, True], ids=["events", "polling"])
def watcher(
    root: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watcher]:
    monkeypatch.setattr(module, "POLL", 0.1)
    monkeypatch.setattr(module, "SPARING", 2)
    made = Watcher(places(root), poll=request.param, say=pytest.fail)
    yield made
    made.close()


def places(root: Path) -> list[Place]:
    return [Place(str(root / "content")), Place(str(root), deep=False)]


def gather(watcher: Watcher, seconds: float = 0.6) -> list[Changes]:
    """The sets of changes that come until none has for so many seconds."""
    found = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        changes = watcher.wait(0.1)
        if changes.changed or changes.gone:
            found.append(changes)
            end = time.monotonic() + seconds
    return found


def names(paths: frozenset[str], root: Path) -> set[str]:
    return {os.path.relpath(path, root / "content" / "posts") for path in paths}


def in_place(path: Path) -> None:
    path.write_text("saved")


def in_place_slowly(path: Path) -> None:
    with path.open("w") as file:
        for part in ("sa", "v", "ed"):
            file.write(part)
            file.flush()
            time.sleep(0.05)


def vim(path: Path) -> None:
    (path.parent / "4913").write_text("")
    (path.parent / "4913").unlink()
    swap = path.with_name(f".{path.name}.swp")
    swap.write_bytes(bytes(4096))
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text("saved")
    path.with_name(f"{path.name}~").unlink()
    swap.unlink()


def emacs(path: Path) -> None:
    path.with_name(f".#{path.name}").symlink_to("user@host.1")
    path.with_name(f"#{path.name}#").write_text("half")
    shutil.copy(path, path.with_name(f"{path.name}~"))
    path.write_text("saved")
    path.with_name(f"#{path.name}#").unlink()
    path.with_name(f".#{path.name}").unlink()


def rename_over(path: Path) -> None:
    new = path.with_name(f"{path.name}.tmp.123.456")
    new.write_text("saved")
    new.rename(path)


def jetbrains(path: Path) -> None:
    new, old = (path.with_name(f"{path.name}___jb_{kind}___") for kind in ("tmp", "old"))
    new.write_text("saved")
    path.rename(old)
    new.rename(path)
    old.unlink()


def gedit(path: Path) -> None:
    new = path.with_name(".goutputstream-A1B2C3")
    new.write_text("saved")
    os.fsync(os.open(new, os.O_RDONLY))
    new.rename(path)


SAVES = [in_place, in_place_slowly, vim, emacs, rename_over, jetbrains, gedit]


@linux
@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_one_set_of_changes_for_a_save(root: Path, save: Callable[[Path], None]) -> None:
    watching = Watcher(places(root), say=pytest.fail)
    path = root / "content" / "posts" / "1.md"
    subprocess.run([sys.executable, "-c", _SAVING, save.__name__, path], check=True, cwd=Path.cwd())
    found = gather(watching, 0.5)
    watching.close()
    assert [names(changes.changed, root) for changes in found] == [{"1.md"}]
    assert found[0].gone == frozenset()


_SAVING = """
import pathlib, sys
from tests.watch import test_watcher
getattr(test_watcher, sys.argv[1])(pathlib.Path(sys.argv[2]))
"""


def test_new_and_gone_and_moved(root: Path, watcher: Watcher) -> None:
    posts = root / "content" / "posts"
    (posts / "new.md").write_text("new")
    (posts / "0.md").unlink()
    (posts / "1.md").rename(posts / "moved.md")
    (root / "hugo.toml").write_text("other")
    total = Changes()
    for changes in gather(watcher):
        total |= changes
    assert names(total.changed, root) == {"new.md", "moved.md", "../../hugo.toml"}
    assert names(total.gone, root) == {"0.md", "1.md"}


def test_folders_moved_in_and_out(root: Path, watcher: Watcher) -> None:
    outside = root.parent / f"{root.name}-outside"
    (outside / "deep" / "er").mkdir(parents=True)
    (outside / "deep" / "er" / "x.md").write_text("x")
    outside.rename(root / "content" / "in")
    (found,) = gather(watcher)
    assert names(found.changed, root) == {"../in/deep/er/x.md"}
    (root / "content" / "in" / "deep" / "er" / "x.md").write_text("xx")
    (found,) = gather(watcher)
    assert names(found.changed, root) == {"../in/deep/er/x.md"}
    (root / "content" / "in").rename(outside)
    (found,) = gather(watcher)
    assert names(found.gone, root) == {"../in/deep/er/x.md"}
    (outside / "deep" / "er" / "x.md").write_text("unseen")
    assert gather(watcher, 0.3) == []


def test_the_root_deleted_and_made_again(root: Path, watcher: Watcher) -> None:
    shutil.rmtree(root / "content")
    total = Changes()
    for changes in gather(watcher):
        total |= changes
    assert len(total.gone) == 3
    (root / "content" / "posts").mkdir(parents=True)
    (root / "content" / "posts" / "again.md").write_text("x")
    (found,) = gather(watcher)
    assert names(found.changed, root) == {"again.md"}
    (root / "content" / "posts" / "again.md").write_text("xx")
    (found,) = gather(watcher)
    assert names(found.changed, root) == {"again.md"}


def test_at_once_deleted_and_made_again(root: Path, watcher: Watcher) -> None:
    shutil.rmtree(root / "content")
    (root / "content" / "posts").mkdir(parents=True)
    (root / "content" / "posts" / "again.md").write_text("x")
    gather(watcher)
    (root / "content" / "posts" / "again.md").write_text("xx")
    (found,) = gather(watcher)
    assert names(found.changed, root) == {"again.md"}


def test_what_we_have_written_is_not_told(root: Path, watcher: Watcher) -> None:
    path = root / "content" / "posts" / "1.md"
    path.write_text("ours")
    mark = mark_of(str(path))
    assert mark is not None
    watcher.saw({str(path): mark})
    assert gather(watcher, 0.3) == []
    path.write_text("theirs")
    assert len(gather(watcher)) == 1


def test_reading_wakes_nobody(root: Path, watcher: Watcher) -> None:
    for path in (root / "content").rglob("*.md"):
        path.read_text()
    assert gather(watcher, 0.3) == []


def test_a_burst_is_one_set(root: Path) -> None:
    watching = Watcher(places(root), say=pytest.fail)
    script = (
        "import pathlib, sys\nfolder = pathlib.Path(sys.argv[1])\n"
        "for n in range(2000): (folder / f'burst-{n}.md').write_text('x' * n)"
    )
    subprocess.run([sys.executable, "-c", script, root / "content" / "posts"], check=True)
    (found,) = gather(watching)
    watching.close()
    assert len(found.changed) == 2000


@linux
def test_a_queue_that_overflows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is stopped, as by a sleeping laptop, while 20,000 files are made."""
    monkeypatch.setattr(module, "RECONCILE", 3_600.0)
    program = subprocess.Popen(
        [sys.executable, "-c", _WATCHING, root / "content"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path.cwd(),
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    program.send_signal(signal.SIGSTOP)
    posts = root / "content" / "posts"
    for number in range(20_000):
        (posts / f"n{number}.md").touch()
    program.send_signal(signal.SIGCONT)
    out, _ = program.communicate(timeout=60)
    assert out == "20000\n"


_WATCHING = """
import sys, time
from hugo_helpers.watch import watcher
from hugo_helpers.watch.snapshot import Changes, Place
watcher.RECONCILE = 3600.0
one = watcher.Watcher([Place(sys.argv[1])], say=print)
print("ready", flush=True)
total, end = Changes(), time.monotonic() + 30
while time.monotonic() < end and len(total.changed) < 20000:
    total |= one.wait(0.5)
one.close()
print(len(total.changed), flush=True)
"""


@linux
@pytest.mark.parametrize("when", ["at the start", "while running"])
def test_no_more_watches(root: Path, when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from watchdog.observers import inotify_c

    monkeypatch.setattr(module, "POLL", 0.1)
    real, left = inotify_c.inotify_add_watch, [0 if when == "at the start" else 100]

    def limited(fd: int, path: bytes, mask: int) -> int:
        left[0] -= 1
        if left[0] < 0:
            import ctypes
            import errno

            ctypes.set_errno(errno.ENOSPC)
            return -1
        return int(real(fd, path, mask))

    monkeypatch.setattr(inotify_c, "inotify_add_watch", limited)
    said: list[str] = []
    watching = Watcher(places(root), say=said.append)
    if when == "while running":
        assert not said
        left[0] = 0
    folder = root / "content" / "more"
    folder.mkdir()
    gather(watching)
    (folder / "x.md").write_text("x")
    assert [names(one.changed, root) for one in gather(watching)] == [{"../more/x.md"}]
    assert len(said) == 1
    assert "max_user_watches" in said[0]
    assert watching.polls
    watching.close()


def test_a_disk_that_tells_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "POLL", 0.1)
    monkeypatch.setattr(module, "is_remote", lambda folder: "content" in folder)
    said: list[str] = []
    watching = Watcher(places(root), say=said.append)
    (root / "content" / "posts" / "1.md").write_text("saved")
    assert len(gather(watching)) == 1
    assert len(said) == 1
    watching.close()


def test_lost_hints_are_found_by_looking(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RECONCILE", 0.3)
    watching = Watcher(places(root), say=pytest.fail)
    assert watching._hints is not None
    watching._hints._observer.unschedule_all()
    monkeypatch.setattr(watching._hints, "watches", lambda: None)
    (root / "content" / "posts" / "1.md").write_text("saved")
    assert len(gather(watching, 1.0)) == 1
    watching.close()


def test_other_places(root: Path, watcher: Watcher) -> None:
    (root / "assets").mkdir()
    (root / "assets" / "a.png").write_text("x")
    gather(watcher)
    found = watcher.move([*places(root), Place(str(root / "assets"))])
    assert names(found.changed, root) == {"../../assets/a.png"}
    (root / "assets" / "a.png").write_text("xx")
    assert [names(one.changed, root) for one in gather(watcher)] == [{"../../assets/a.png"}]


def test_the_clock_set_back(root: Path, watcher: Watcher) -> None:
    path = root / "content" / "posts" / "1.md"
    path.write_text("saved")
    os.utime(path, (1, 1))
    assert gather(watcher)
    path.write_text("SAVED")
    os.utime(path, (2, 2))
    assert gather(watcher)


def test_an_unreadable_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = root / "content" / "closed"
    closed.mkdir()
    real = os.scandir

    def refusing(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "no", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    watching = Watcher(places(root), poll=True, say=pytest.fail)
    monkeypatch.setattr(module, "POLL", 0.1)
    watching._next = 0
    (root / "content" / "posts" / "1.md").write_text("saved")
    assert len(gather(watching)) == 1
    watching.close()
