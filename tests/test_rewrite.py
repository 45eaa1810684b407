"""Rewriting: nothing lost, whoever kills, fills the disk, or saves meanwhile."""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hugo_helpers import rewrite as module
from hugo_helpers.rewrite import rewrite, sweep
from hugo_helpers.write import is_temporary, temporary_beside

BEFORE, AFTER = b"\xef\xbb\xbfold\r\n" * 20_000, b"\xef\xbb\xbfnew text\r\n" * 20_000
SMALL = b"x" * 100


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post.md"
    path.write_bytes(BEFORE)
    return path


def alone(path: Path) -> bool:
    return [p.name for p in path.parent.iterdir()] == [path.name]


def test_writes_whole(path: Path) -> None:
    path.chmod(0o640)
    assert rewrite(path, BEFORE, AFTER)
    assert path.read_bytes() == AFTER
    assert path.stat().st_mode & 0o7777 == 0o640
    assert alone(path)


def test_a_link_stays_and_its_target_is_replaced(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "below" / "link.md"
    link.parent.mkdir()
    link.symlink_to("../post.md")
    assert rewrite(link, BEFORE, AFTER)
    assert link.readlink() == Path("../post.md")
    assert path.read_bytes() == AFTER


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 12, 34)
    path.chmod(0o4755)
    assert rewrite(path, BEFORE, AFTER)
    status = path.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (12, 34, 0o4755)


@pytest.mark.parametrize("now", [b"", b"other", None], ids=["empty", "other", "gone"])
def test_what_someone_else_has_written_stays(path: Path, now: bytes | None) -> None:
    path.unlink() if now is None else path.write_bytes(now)
    assert not rewrite(path, BEFORE, AFTER)
    assert (path.read_bytes() if path.exists() else None) == now
    assert [p for p in path.parent.iterdir() if p != path] == []


def test_a_read_only_file_stays(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        rewrite(path, BEFORE, AFTER)
    assert path.read_bytes() == BEFORE
    assert alone(path)


def test_short_writes_are_continued(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:4096]))
    assert rewrite(path, BEFORE, AFTER)
    assert path.read_bytes() == AFTER


@pytest.mark.parametrize("step", ["write", "fsync", "fchown", "rename"])
def test_a_failure_anywhere_leaves_the_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    os.chown(path, *((12, 34) if os.geteuid() == 0 else (-1, -1)))
    monkeypatch.setattr(Path if step == "rename" else os, step, fail)
    if step == "fchown":  # the owner is kept where that is allowed
        assert rewrite(path, BEFORE, AFTER)
    else:
        with pytest.raises(OSError, match="Input/output"):
            rewrite(path, BEFORE, AFTER)
        assert path.read_bytes() == BEFORE
    assert alone(path)


def test_a_file_size_limit(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(AFTER) // 2, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            rewrite(path, BEFORE, AFTER)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_bytes() == BEFORE
    assert alone(path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "post.md"
    path.write_bytes(BEFORE)
    with pytest.raises(OSError, match="No space left"):
        rewrite(path, BEFORE, AFTER)
    assert path.read_bytes() == BEFORE
    assert alone(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="another user is needed")
def test_a_folder_that_may_not_be_written(path: Path) -> None:
    # Root may write anywhere: the process that is refused is another user's.
    path.chmod(0o666)
    for folder in (path.parent, *path.parent.parents[:3]):
        folder.chmod(0o755)
    program = (
        "import os, sys; from pathlib import Path; from hugo_helpers.rewrite import rewrite\n"
        "path = Path(sys.argv[1]); before = path.read_bytes(); os.setgid(65534); os.setuid(65534)\n"
        "try: rewrite(path, before, b'new')\n"
        "except PermissionError as error: print(error.strerror)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, check=True, text=True
    )
    assert ran.stdout.strip() == "Permission denied"
    assert path.read_bytes() == BEFORE
    assert alone(path)


def test_without_an_exchange_of_names(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(_one: Path, _other: Path) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(module, "_exchanger", lambda: cannot)
    assert rewrite(path, BEFORE, AFTER)
    assert path.read_bytes() == AFTER
    assert not rewrite(path, BEFORE, AFTER)
    assert alone(path)


def test_saves_between_every_two_steps(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last of two saves stays, whether they come before the exchange or behind it."""
    exchange = module._exchanger()
    left = [b"first", b"second", b"third"]

    def save_first(one: Path, other: Path) -> None:
        if left:
            fresh = path.with_name("editor")
            fresh.write_bytes(left.pop(0))
            fresh.replace(path)
        exchange(one, other)

    monkeypatch.setattr(module, "_exchanger", lambda: save_first)
    assert not rewrite(path, BEFORE, AFTER)
    assert path.read_bytes() == b"third"
    assert alone(path)


def test_a_program_that_keeps_the_file_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with path.open("r+b") as editor:
        assert not rewrite(path, BEFORE, AFTER)
        editor.write(b"late")
    assert path.read_bytes() == b"late" + BEFORE[4:]
    assert alone(path)


def in_place(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def by_renaming(path: Path, content: bytes) -> None:
    fresh = path.with_name("editor")
    fresh.write_bytes(content)
    fresh.replace(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges names here")
@pytest.mark.parametrize("save", [in_place, by_renaming])
def test_no_save_of_an_editor_is_lost(path: Path, save: Callable[[Path, bytes], None]) -> None:
    """Behind each of 1,000 saves, the file holds it, or what a fix has made of it."""
    path.write_bytes(SMALL)
    stopped = threading.Event()
    fixed = []

    def fix() -> None:
        while not stopped.is_set():
            before = path.read_bytes()
            if before and not before.endswith(b"+") and rewrite(path, before, before + b"+"):
                fixed.append(before)

    fixer = threading.Thread(target=fix)
    fixer.start()
    lost = []
    try:
        for number in range(1_000):  # every fiftieth waits for the fix
            mine = b"save %d" % number
            save(path, mine)
            if number % 3 == 0:
                time.sleep(0.0005)
            for _ in range(100):  # a put back takes a moment
                seen = path.read_bytes()
                if seen == mine + b"+" or (seen == mine and number % 50):
                    break
                time.sleep(0.001)
            else:
                lost.append(number)
    finally:
        stopped.set()
        fixer.join()
    assert lost == []
    assert len(fixed) >= 20
    assert alone(path)


HOLD = """import fcntl, sys; f = open(sys.argv[1]); fcntl.flock(f, fcntl.LOCK_SH)
print(flush=True); sys.stdin.read()"""


def test_orphans_are_swept_but_not_what_is_in_use(path: Path) -> None:
    orphan, used = temporary_beside(path), temporary_beside(path)
    orphan.write_bytes(b"torn")
    used.write_bytes(b"half")
    holder = subprocess.Popen(
        [
            *(sys.executable, "-c"),
            HOLD,
            used,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout
    holder.stdout.readline()
    assert sweep([path.parent]) == []
    assert not orphan.exists()
    assert used.exists()
    holder.communicate()
    assert sweep([path.parent]) == []
    assert alone(path)


def test_a_save_that_a_killed_run_has_swapped_out_is_kept_and_told(path: Path) -> None:
    label = f"{module._digest(BEFORE)}-{module._digest(AFTER)}-"
    ours, theirs = temporary_beside(path, label), temporary_beside(path, label)
    ours.write_bytes(BEFORE)
    theirs.write_bytes(b"somebody's work")
    assert sweep([path.parent]) == [theirs]
    assert not ours.exists()
    assert theirs.read_bytes() == b"somebody's work"


SAFE = (
    "import fcntl, sys; from pathlib import Path; from hugo_helpers import rewrite as module\n"
    "from hugo_helpers.rewrite import rewrite; module._exchanger()\n"
    "path = Path(sys.argv[1]); rewrite(path, path.read_bytes(), b'n' * 300_000)"
)
IN_PLACE = (
    "import sys; from pathlib import Path\n"
    "path = Path(sys.argv[1]); path.read_bytes(); path.write_bytes(b'n' * 300_000)"
)
WHOLE = (b"o" * 200_000, b"n" * 300_000)
CALLS = "openat,read,write,fsync,chmod,fchown,rename,renameat2,unlink,flock,close,fcntl,newfstatat"


def killed_everywhere(path: Path, program: str) -> Iterator[bytes]:
    """Run `program` on the file, killed at each system call that follows the file's opening."""
    strace = shutil.which("strace")
    assert strace
    traced = [strace, "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(path.with_name("trace"))]
    command = [sys.executable, "-X", "frozen_modules", "-S", "-c", program, str(path)]
    path.write_bytes(WHOLE[0])
    subprocess.run([*traced, *command], check=True, timeout=60)
    lines = path.with_name("trace").read_text(errors="replace").splitlines()
    calls = [found[1] for line in lines if (found := re.match(r"(?:\d+ +)?(\w+)\(", line))]
    first = next(i for i, line in enumerate(lines) if f'"{path}"' in line)
    for number in range(first, len(calls)):
        path.write_bytes(WHOLE[0])
        call, count = calls[number], calls[: number + 1].count(calls[number])
        inject = f"inject={call}:signal=KILL:when={count}"
        ran = subprocess.run([*traced, "-e", inject, *command], check=False, timeout=60)
        assert ran.returncode != 0
        yield path.read_bytes()


def can_trace() -> bool:
    strace = shutil.which("strace")
    command = [strace or "", "-f", "-e", "inject=getpid:signal=KILL:when=999", "true"]
    return bool(strace) and not subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.skipif(not can_trace(), reason="strace with fault injection is needed")
def test_killed_at_every_system_call_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    seen = []
    for content in killed_everywhere(path, SAFE):
        seen.append(content)
        assert content in WHOLE
        orphans = [p for p in tmp_path.iterdir() if is_temporary(p)]
        assert sweep([tmp_path]) == []
        assert not any(p.exists() for p in orphans)
    assert len(seen) > 10
    assert set(seen) == set(WHOLE)


@pytest.mark.skipif(not can_trace(), reason="strace with fault injection is needed")
def test_the_control_that_writes_in_place_does_tear(tmp_path: Path) -> None:
    torn = [c for c in killed_everywhere(tmp_path / "post.md", IN_PLACE) if c not in WHOLE]
    assert torn
