"""Runs over many files: the same findings however they are come by."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from hugo_helpers.check import engine, spreading
from hugo_helpers.check.finding import Finding
from hugo_helpers.check.record import count
from hugo_helpers.site import content
from tests.check.site import CUT, Small, body
from tests.support.hugo import ROOT
from tests.support.marked import FRONT, quote


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(spreading, "WORTH_BYTES", {"fork": 0, "spawn": 0})
    monkeypatch.setattr(spreading, "CHUNK_FILES", 4)
    return Small(tmp_path / "site", posts=40)


def spoil(small: Small) -> None:
    """Posts of all kinds among those that are alike."""
    source = "引用元：[https://example.org/1](https://example.org/1)\n"
    small.write("content/posts/0003.md", f"{FRONT}{source}{quote()}")
    small.write("content/posts/0017.md", f"{FRONT}{source}{quote(CUT)}")
    off = "<!-- matome-disable-next-line S101 -->\n"
    small.write("content/posts/0018.md", f"{FRONT}{off}{source}{quote()}")
    small.write("content/posts/0019.md", f"{FRONT}{off}{quote()}")
    small.write("content/posts/0020.md", FRONT + '{{< figure src="x >}}')
    small.write("content/posts/0021.md", b"\x82\xa0")
    small.write("content/posts/0022.md", b"")
    small.write("content/posts/x\nあ/\x1b[31m.md", body(0))
    (small.root / "content/posts/0023.md").unlink()
    (small.root / "content/posts/0023.md").mkdir()
    (small.root / "content/posts/0024.md").unlink()
    (small.root / "content/posts/0024.md").symlink_to("nowhere")


EXPECTED = {
    "0003": [],
    "0017": ["S101", "T203"],
    "0018": [],
    "0019": ["S901"],
    "0020": ["H113"],
    "0021": ["H101"],
    "0023": ["H101"],
    "0024": ["H101"],
    "0025": ["T203"],
}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_make_no_difference(small: Small, method: str) -> None:
    spoil(small)
    alone = small.findings()
    assert len(small.checked) == len(small.sources())
    assert small.findings(processes=2, method=method) == alone
    assert 0 < len(small.checked) < 10
    for name, codes in EXPECTED.items():
        assert [f.code for f in alone if f.filename == f"content/posts/{name}.md"] == codes


def test_findings_come_by_file_and_place(small: Small) -> None:
    spoil(small)
    names = []
    for report in small.reports(processes=2):
        names.append(report.name)
        findings = report.findings()
        assert [f.location for f in findings] == sorted(f.location for f in findings)
        assert {finding.filename for finding in findings} == {report.name}
        assert report.counts == count(findings)
    assert names == sorted(set(names))


def test_few_files_start_no_processes(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    small.findings(processes=2)
    assert len(small.checked) == 40


def test_rules_across_posts_only_judge_the_whole(small: Small) -> None:
    spoil(small)
    small.whole = False
    assert {"S101", "S901"}.isdisjoint(finding.code for finding in small.findings())


class Counting:
    """Reports how many characters the file has; None for no text."""

    def __call__(self, findings: Sequence[Finding], text: str | None) -> str:
        return f"{[f.code for f in findings]} in {None if text is None else len(text)}\n"

    def could_be(self, shown: str) -> bool:
        return shown.endswith("\n")

    with_edits = False


@pytest.mark.parametrize("processes", [1, 2])
def test_reports_are_made_where_the_text_is(small: Small, processes: int) -> None:
    spoil(small)
    small.show = Counting()
    shown = {r.name: r.shown for r in small.reports(processes=processes)}
    text = (small.root / "content/posts/0017.md").read_text(encoding="utf-8")
    assert shown["content/posts/0017.md"] == f"['S101', 'T203'] in {len(text)}\n"
    assert shown["content/posts/0025.md"] == f"['T203'] in {len(body(25))}\n"
    assert shown["content/posts/0021.md"] == "['H101'] in None\n"


def test_a_file_that_changes_meanwhile_is_not_shown(small: Small) -> None:
    spoil(small)
    small.show = Counting()
    inspector = small.inspector()
    reports = engine.Run(inspector, small.sources()).reports()
    first = next(reports)
    path = small.write("content/posts/0017.md", "changed")
    shown = {r.name: r for r in [first, *reports]}
    assert shown["content/posts/0017.md"].shown == "['S101', 'T203'] in None\n"
    assert shown["content/posts/0017.md"].text() is None
    assert shown["content/posts/0025.md"].text() == body(25)
    path.unlink()
    assert shown["content/posts/0017.md"].text() is None


def test_ticks(small: Small) -> None:
    ticks: list[int] = []
    list(engine.Run(small.inspector(), small.sources(), tick=ticks.append).reports())
    assert ticks == list(range(40))


@pytest.mark.parametrize("name", ["a\udcff.md", "a" * 250 + ".md"], ids=["not UTF-8", "long"])
def test_names(small: Small, name: str) -> None:
    (small.root / "content" / name).write_text(body(1), encoding="utf-8")
    assert (f"content/{name}", 7) in {
        (f.filename, f.location.row) for f in small.findings(processes=2)
    }


def test_a_file_too_large(small: Small) -> None:
    path = small.root / "content" / "large.md"
    with path.open("wb") as file:
        file.truncate(content.MAX_BYTES + 1)
    (found,) = [f for f in small.findings() if f.filename == "content/large.md"]
    assert (found.code, found.message) == ("H101", "16 MB is too large for a content file")


MEMORY = """
import os, sys
from pathlib import Path
from hugo_helpers.check.inspector import Inspector
from tests.check.site import Small

def peak():
    # Not ru_maxrss, which a process inherits from the one that started it.
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])

def noting(self, sources, real=Inspector.__call__):
    outcomes = real(self, sources)
    (folder / str(os.getpid())).write_text(str(peak()))
    return outcomes

folder = Path(sys.argv[2])
Inspector.__call__ = noting
reports = sum(1 for _ in Small.at(Path(sys.argv[1])).reports(processes=2))
print(reports, peak(), *[path.read_text() for path in folder.iterdir()])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_memory_of_many_files_is_bounded(tmp_path: Path) -> None:
    """2,000 posts of 100 kB: no process ever holds more than a few of them."""
    small = Small(tmp_path / "site", posts=0)
    text = FRONT + "".join(quote(f"{'word ' * 500}{n}. {CUT}") for n in range(40))
    path = small.write("content/posts/0.md", text)
    assert 90_000 < path.stat().st_size < 120_000
    for number in range(1, 2_000):
        os.link(path, path.with_name(f"{number}.md"))
    (tmp_path / "peaks").mkdir()
    command = [sys.executable, "-c", MEMORY, tmp_path / "site", tmp_path / "peaks"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    reports, *peaks = map(int, run.stdout.split())
    assert reports == 2_000
    assert len(peaks) == 4
    assert max(peaks) < 120_000
