"""What earlier runs have kept: when it holds, when it does not, and when it is damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import hugo_helpers
from hugo_helpers.check.cache import Cache
from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.engine import Run
from hugo_helpers.check.inspector import Outcome
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.record import Head
from hugo_helpers.check.rule import Body, Fact, Hit, Rule, SiteFact, SiteHit
from hugo_helpers.check.selection import chosen
from hugo_helpers.site import cache, content
from hugo_helpers.site.packed import dumps, loads
from tests.check.site import CONFIGURATION, CUT, Small, body
from tests.support.hugo import ROOT
from tests.support.marked import FRONT, quote

FIRST = "content/posts/0000.md"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(content, "SETTLED", -1)
    site = Small(tmp_path / "site")
    source = "引用元：[https://example.org/1](https://example.org/1)\n"
    site.write(FIRST, f"{FRONT}{source}{quote()}")
    site.write("content/posts/0001.md", f"{FRONT}{source}{quote(CUT)}")
    off = "<!-- matome-disable-file S101 -->\n"
    site.write("content/posts/0002.md", f"{FRONT}{off}{source}{quote(CUT)}")
    front = FRONT.replace("title", 'featureimage = "a.png"\ntitle')
    site.write("content/posts/0003.md", front)
    (site.root / "static").mkdir()
    site.rules = chosen(["H1", "T203", "S101", "S901", "F104"])
    return site


def kept(small: Small) -> bytearray:
    """The file that holds what a first run has found."""
    small.findings(keep=True)
    return bytearray(small.cache().path.read_bytes())


def test_nothing_changed_nothing_is_checked(small: Small) -> None:
    first = small.findings(keep=True)
    assert {f.code for f in first} == {"S101", "T203", "F104"}
    assert len(small.checked) == 4
    before = small.cache().path.stat()
    assert small.findings(keep=True) == first
    assert small.checked == []
    assert small.cache().path.stat().st_ino == before.st_ino
    assert small.findings() == first
    assert len(small.checked) == 4


def test_without_a_cache_none_is_made(small: Small) -> None:
    small.findings()
    assert not small.cache().path.exists()


def rewrite(small: Small) -> None:
    """The same size, the same time."""
    path = small.root / FIRST
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text(path.read_text(encoding="utf-8").replace("Hello", "HELLO"), encoding="utf-8")
    os.utime(path, ns=times)


FILES: dict[str, tuple[Callable[[Small], object], list[str]]] = {
    "touched": (lambda s: (s.root / FIRST).touch(), []),
    "rewritten alike": (lambda s: s.write(FIRST, (s.root / FIRST).read_bytes()), []),
    "changed": (lambda s: s.write(FIRST, body(7)), [FIRST]),
    "changed, of one size and time": (rewrite, [FIRST]),
    "another": (lambda s: s.write("content/b.md", body(7)), ["content/b.md"]),
    "one less": (lambda s: (s.root / FIRST).unlink(), []),
    "moved": (
        lambda s: (s.root / FIRST).rename(s.root / "content/b.md"), ["content/b.md"],
    ),
    "an image that is there now": (
        lambda s: s.write("static/a.png", b"x"), ["content/posts/0003.md"],
    ),
    "an image of no post": (lambda s: s.write("static/b.png", b"x"), []),
}  # fmt: skip


@pytest.mark.parametrize(("change", "checked"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("settled", [-1, 10**18], ids=["by its mark", "by its bytes"])
def test_files(
    small: Small,
    change: Callable[[Small], object],
    checked: list[str],
    settled: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(content, "SETTLED", settled)
    small.findings(keep=True)
    change(small)
    found = small.findings(keep=True)
    assert small.checked == checked
    assert found == small.findings()
    assert small.findings(keep=True) == found
    assert small.checked == []


def theme(small: Small) -> None:
    small.write("hugo.toml", CONFIGURATION + 'theme = "other"\n')


KEY: dict[str, Callable[[Small, pytest.MonkeyPatch], object]] = {
    "fewer rules": lambda s, _: setattr(s, "rules", s.rules[1:]),
    "ignored in some files": lambda s, _: setattr(s, "per_file", [("b*", ("T203",))]),
    "a part of the site": lambda s, _: setattr(s, "whole", False),
    "another Hugo": lambda s, _: setattr(s, "hugo", (0, 147, 9)),
    "another look": lambda s, _: setattr(s, "style", "other"),
    "the site's configuration": lambda s, _: theme(s),
    "a template changed": lambda s, _: s.write("layouts/shortcodes/details.html", "{{ .Inner }}"),
    "a template more": lambda s, _: s.write("layouts/partials/x.html", ""),
    "a template less": lambda s, _: (s.root / "layouts/shortcodes/details.html").unlink(),
    "this program's version": lambda _, m: m.setattr(cache, "__version__", "9"),
    "this program's files": lambda _, m: m.setattr(cache, "program", lambda: iter(["x.py 1 1"])),
    "Python's version": lambda _, m: m.setattr(sys, "version", "4"),
}


@pytest.mark.parametrize("change", KEY.values(), ids=KEY)
def test_what_all_files_depend_on(
    small: Small,
    change: Callable[[Small, pytest.MonkeyPatch], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small.findings(keep=True)
    small.findings(keep=True)
    assert small.checked == []
    change(small, monkeypatch)
    found = small.findings(keep=True)
    assert len(small.checked) == 4
    assert small.findings(keep=True) == found
    assert small.checked == []


def test_the_files_of_this_program_are_named() -> None:
    told = list(cache.program())[1:]
    folder = Path(hugo_helpers.__file__).parent
    names = {line.split()[0] for line in told}
    assert {str(folder / "check" / "runner.py"), str(folder / "write.py")} <= names
    assert len(told) == len(list(folder.rglob("*.py")))


def test_a_part_of_a_site_forgets_no_other_part(small: Small) -> None:
    small.whole = False
    small.findings(keep=True)
    (small.root / "content/posts/0003.md").unlink()
    inspector, cached = small.inspector(), small.cache()
    small.write("content/posts/0001.md", body(8))
    list(Run(inspector, small.sources()[1:2], kept=cached).reports())
    shelf = cached.open()
    assert shelf is not None
    assert sorted(shelf.kept) == [f"content/posts/000{n}.md" for n in range(3)]
    shelf.close()


DAMAGES: dict[str, Callable[[bytearray], bytes]] = {
    "empty": lambda _: b"",
    "no cache at all": lambda _: b"{}",
    "another format": lambda data: data.replace(b"matome-check 1", b"matome-check 2", 1),
    "cut in the header": lambda data: bytes(data[:40]),
    "cut behind the header": lambda data: bytes(data[:83]),
    "cut in the middle": lambda data: bytes(data[: len(data) // 2]),
    "cut at the end": lambda data: bytes(data[:-1]),
    "longer": lambda data: bytes(data) + b"\n",
    "zeros": lambda data: bytes(len(data)),
    "a hole": lambda data: bytes(data[:200]) + bytes(50) + bytes(data[250:]),
    "one bit": lambda data: bytes(data[:150]) + bytes([data[150] ^ 4]) + bytes(data[151:]),
    "another key": lambda data: data.replace(data[15:47], b"0" * 32, 1),
    "twice": lambda data: bytes(data) * 2,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged(small: Small, damage: Callable[[bytearray], bytes]) -> None:
    data = kept(small)
    expected = small.findings()
    small.cache().path.write_bytes(damage(data))
    assert small.findings(keep=True) == expected
    assert len(small.checked) == 4
    assert small.findings(keep=True) == expected
    assert small.checked == []


@pytest.mark.parametrize("make", [Path.mkdir, lambda p: p.symlink_to("/dev/zero"), os.mkfifo])
def test_no_file(small: Small, make: Callable[[Path], object]) -> None:
    path = small.cache().path
    path.parent.mkdir()
    make(path)
    before = path.stat()
    found = small.findings(keep=True)
    assert found == small.findings()
    assert len(small.checked) == 4
    assert path.stat().st_ino == before.st_ino
    assert path.stat().st_mode == before.st_mode


class Forger:
    """Keeps what a run finds, with other heads and findings; the checksum is right."""

    def __init__(self, real: Cache, change: Callable[[list[Any], list[Any]], None]) -> None:
        self._real = real
        self._change = change

    def open(self) -> None:
        return None

    def save(self, records: Iterable[tuple[Head, Outcome]]) -> None:
        self._real.save([self._forged(head, outcome) for head, outcome in records])

    def _forged(self, head: Head, outcome: Outcome) -> tuple[Head, Outcome]:
        line, findings = loads(outcome.head), loads(outcome.findings)
        self._change(line, findings)
        return head, outcome._replace(head=dumps(line), findings=dumps(findings))


def forge(small: Small, change: Callable[[list[Any], list[Any]], None]) -> None:
    inspector = small.inspector()
    kept: Any = Forger(small.cache(inspector), change)
    list(Run(inspector, small.sources(), kept=kept).reports())


def put(at: int, value: object) -> Callable[[list[Any], list[Any]], None]:
    def change(head: list[Any], _findings: list[Any]) -> None:
        head[at] = value

    return change


def found(at: int, value: object) -> Callable[[list[Any], list[Any]], None]:
    def change(_head: list[Any], findings: list[Any]) -> None:
        findings[at] = value

    return change


HOSTILE: dict[str, Callable[[list[Any], list[Any]], None]] = {
    "a mark that is a mapping": put(3, {"a": 1}),
    "counts that are texts": put(4, ["1", "2", "3", "4"]),
    "facts that no rule noted": put(5, [["S101", {"x": 1}, 1, 1, 1, 1]]),
    "facts of a rule that is none": put(5, [["S101", None, 1, 1, 1, 1]]),
    "facts nested deep": put(5, [["S101", [[[[[[[[[[]]]]]]]]]], 1, 1, 1, 1]]),
    "comments that are none": put(6, [[0, "x"]]),
    "images that are none": put(7, {"a.png": "yes"}),
    "codes that are no rule's": found(0, ["X999"]),
    "messages that are numbers": found(1, [1]),
    "places before the text": found(2, [0, 0, 0, 0]),
    "fixes that are none": found(3, {"0": [1, 2, 3]}),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_hostile(small: Small, change: Callable[[list[Any], list[Any]], None]) -> None:
    """What has a right checksum, and is not what was packed."""
    expected = small.findings()
    forge(small, change)
    assert small.findings(keep=True) == expected


class Show:
    """Reports the codes, between brackets."""

    def __call__(self, findings: Sequence[Any], text: str | None) -> str:
        return f"[{' '.join(f.code for f in findings)}; {text is not None}]"

    def could_be(self, shown: str) -> bool:
        return shown.startswith("[")

    with_edits = False


def test_reports_are_kept_and_looked_at(small: Small) -> None:
    small.show = Show()
    first = [report.shown for report in small.reports(keep=True)]
    assert first == ["[S101 T203; True]", "[T203; True]", "[F104; True]"]
    assert [report.shown for report in small.reports(keep=True)] == first
    assert small.checked == []

    class Hostile(Show):
        def __call__(self, findings: Sequence[Any], text: str | None) -> str:
            return f"\x1b]0;{super().__call__(findings, text)}\x07"

    small.cache().path.unlink()
    small.show = Hostile()
    assert all("\x1b" in report.shown for report in small.reports(keep=True))
    small.show = Show()
    assert [report.shown for report in small.reports(keep=True)] == first
    assert small.checked == []


def test_what_passes_with_time_is_not_kept(small: Small) -> None:
    def soon(post: Post) -> Iterator[Hit]:
        if "0001" in post.page.name:
            yield Hit(0, 1, "not yet")

    docs = ("what", "why", "bad", "good", "how")
    passing = Rule("X101", "soon", "warning", passing=True, body=Body(*docs, post=soon))
    small.rules = [*small.rules, passing]
    first = small.findings(keep=True)
    assert small.findings(keep=True) == first
    assert small.checked == ["content/posts/0001.md"]
    assert RULES["T203"].passing is False


def test_files_that_cannot_be_read_are_not_kept(small: Small) -> None:
    small.write("content/posts/0004.md", b"\xff")
    (small.root / "content/posts/0005.md").symlink_to("nowhere")
    first = small.findings(keep=True)
    assert small.findings(keep=True) == first
    assert small.checked == ["content/posts/0005.md"]


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("call", ["fdopen", "open", None])
def test_a_cache_that_cannot_be_written_is_none(
    small: Small, call: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = small.findings()
    if call is None:
        (tmp_path / "cache").write_text("a file where the folder should be")
    else:
        monkeypatch.setattr(f"hugo_helpers.write.os.{call}", full)
    assert small.findings(keep=True) == expected
    monkeypatch.undo()


AGAIN = """
import sys
from pathlib import Path
from hugo_helpers.site import content
from tests.check.site import Small

content.SETTLED = -1
small = Small.at(Path(sys.argv[1]))
for number in range(25):
    if number % 5 == 0:
        small.write("content/posts/0002.md", "x" * (number + 1))
    found = small.findings(keep=True)
    own = {f.filename for f in found} - {"content/posts/0002.md"}
    assert own == {f"content/posts/000{n}.md" for n in (0, 1)}, found
"""


def test_runs_at_the_same_time(tmp_path: Path) -> None:
    """They change a file under each other's feet; none fails, none finds what is not there."""
    small = Small(tmp_path / "site")
    environment = {**os.environ, "MATOME_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-W", "error", "-c", AGAIN, str(tmp_path / "site")]
    runs = [
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(4)
    ]
    outputs = [run.communicate(timeout=60)[0].decode() for run in runs]
    assert outputs == [""] * 4
    names = [path.name for path in (tmp_path / "cache").iterdir()]
    assert len(names) == 1
    assert small.root


def test_facts_come_back_alike_from_the_cache(small: Small) -> None:
    def collect(_post: Post) -> Iterator[Fact]:
        yield Fact(("a", {"b": (1, 2)}), 0, 1)

    seen: list[object] = []

    def conclude(facts: Sequence[SiteFact], _context: Context) -> Iterator[SiteHit]:
        seen.append([fact.value for fact in facts])
        yield from ()

    docs = ("what", "why", "bad", "good", "how")
    body = Body(*docs, collect=collect, conclude=conclude)
    small.rules = [Rule("X201", "x", "warning", across=True, body=body)]
    small.findings(keep=True)
    small.findings(keep=True)
    small.findings()
    assert seen == [[["a", {"b": [1, 2]}]] * 4] * 3
