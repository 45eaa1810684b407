"""`matome check --fix` and `--diff`, on files."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.corpus import make
from hugo_helpers import rewrite
from tests.cli.conftest import Matome, run_apart

POST = "content/posts/broken.md"
FRONT = "+++\r\ntitle = '質問'\r\ndate = '2025-02-05T00:00:00'\r\n# why\r\n+++\r\n"
BODY = (
    '{{<matomeQuote body="一行目<br＞二行目 " userName="ann" createdAt="" color="">}}\r\n'
    '{{<matomeQuote body="<a href=”https://example.org/”>ここ</a>" userName="bob">}}\r\n'
    '{{<matomeQuote body="" userName="eve">}}'
)
MENDED = BODY.replace("<br＞", "<br>").replace("目 ", "目")
OPTIONS = ("--select", "T103,T104,T402,Q103", "--color", "never")


@pytest.fixture
def broken(site: Path) -> Path:
    path = site / POST
    path.write_bytes(("\ufeff" + FRONT + BODY).encode())
    return path


def test_fix_mends_and_lists_the_rest(matome: Matome, broken: Path) -> None:
    ran = matome("check", POST, "--fix", *OPTIONS)
    assert broken.read_bytes().decode() == "\ufeff" + FRONT + MENDED
    assert ran.code == 1
    assert "mended 1 file: 1 T103, 1 T402" in ran.err
    assert "Q103" in ran.out
    assert "T104" in ran.out
    before = broken.stat()
    assert matome("check", POST, "--fix", *OPTIONS).code == 1
    assert broken.stat().st_mtime_ns == before.st_mtime_ns
    assert broken.stat().st_ino == before.st_ino


def test_unsafe_fixes_are_asked_for(matome: Matome, broken: Path) -> None:
    matome("check", POST, "--fix", "--unsafe-fixes", *OPTIONS)
    assert "”" not in broken.read_bytes().decode()
    ran = matome("check", POST, "--unsafe-fixes")
    assert ran.code == 2
    assert "--fix" in ran.err


def test_diff_writes_nothing_and_patch_takes_it(matome: Matome, broken: Path, site: Path) -> None:
    before = broken.read_bytes()
    ran = matome("check", POST, "--diff", *OPTIONS)
    assert ran.code == 1
    assert broken.read_bytes() == before
    assert f"{POST}:8:" in ran.err
    assert "Q103" in ran.err
    assert "T103" not in ran.err.split("would mend")[0]
    applied = subprocess.run(
        ["patch", "--binary", "-s", "-p0"], cwd=site, input=ran.out.encode(), check=False
    )
    assert applied.returncode == 0
    assert broken.read_bytes().decode() == "\ufeff" + FRONT + MENDED


def test_diff_of_a_clean_post(matome: Matome, site: Path) -> None:
    ran = matome("check", "content/posts/first-post.md", "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert site.exists()


def test_stdin(broken: Path, site: Path) -> None:
    text = broken.read_bytes().decode()
    ran = run_apart("check", "--stdin-filename", POST, "--fix", *OPTIONS, cwd=site, text=text)
    assert ran.out == "\ufeff" + FRONT + MENDED
    assert ran.code == 1
    assert "Q103" in ran.err


def test_a_file_that_is_saved_meanwhile_is_left_alone_and_told(
    matome: Matome, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_first(path: Path, before: bytes, after: bytes) -> bool:
        path.write_bytes(b"saved")
        return real(path, before, after)

    real = rewrite.rewrite
    monkeypatch.setattr(rewrite, "rewrite", saved_first)
    ran = matome("check", POST, "--fix", *OPTIONS)
    assert broken.read_bytes() == b"saved"
    assert f"{POST}: left as it is: another program has changed it meanwhile" in ran.err
    assert "mended" not in ran.err


def test_a_read_only_file_is_told_and_the_others_are_mended(matome: Matome, broken: Path) -> None:
    other = broken.with_name("other.md")
    other.write_bytes(broken.read_bytes())
    broken.chmod(0o444)
    before = broken.read_bytes()
    ran = matome("check", "content/posts", "--fix", *OPTIONS)
    assert broken.read_bytes() == before
    assert f"{POST}: left as it is: the file is read-only" in ran.err
    assert other.read_bytes() != before
    assert "mended 1 file" in ran.err


def test_what_a_killed_run_left_is_swept(matome: Matome, broken: Path) -> None:
    orphan = broken.with_name(".matome-0123.tmp")
    orphan.write_bytes(b"torn")
    matome("check", POST, "--fix", *OPTIONS)
    assert not orphan.exists()


def test_comments_that_switch_rules_off_are_heard(matome: Matome, broken: Path) -> None:
    text = broken.read_bytes().decode() + "\r\n<!-- matome-disable-file T402 -->\r\n"
    broken.write_bytes(text.encode())
    matome("check", POST, "--fix", *OPTIONS)
    assert broken.read_bytes().decode() == text.replace("<br＞", "<br>")


def test_terminals_get_no_escapes_of_strangers(matome: Matome, broken: Path) -> None:
    broken.write_text(FRONT + BODY.replace("二", "\x1b[31m二"), encoding="utf-8")
    ran = matome("check", POST, "--diff", *OPTIONS)
    assert "\x1b" not in ran.err


CUT = "content/posts/cut.md"
THREAD = "https://news.ycombinator.com/item?id=42"
CUT_TEXT = (
    f"Source: [{THREAD}]({THREAD})\n\n"
    '{{<matomeQuote body="https://example.org/a/lo... と https://example.org/b..." '
    'userName="ann ">}}\n'
)
ITEMS = json.dumps({"id": 42, "text": "https://example.org/a/long", "children": []})


@pytest.fixture
def cut(site: Path) -> Path:
    path = site / CUT
    path.write_text(CUT_TEXT, encoding="utf-8")
    (site / "items.json").write_text(ITEMS, encoding="utf-8")
    page = '<a href="https://example.org/a/long">https://example.org/a/lo...</a>'
    (site / "page.html").write_text(page, encoding="utf-8")
    return path


def test_cut_links_are_restored_and_nothing_else(matome: Matome, cut: Path) -> None:
    ran = matome("check", "--fix-links", "items.json")
    assert cut.read_text(encoding="utf-8") == CUT_TEXT.replace("a/lo...", "a/long")
    assert "mended 1 file: 1 T203" in ran.err
    assert f"{CUT}:3:51: T203" in ran.err
    assert "no link of the thread begins so" in ran.err
    assert ran.code == 1
    assert "T402" in ran.out
    assert "the thread begins so" not in ran.out


def test_with_fix_all_is_mended(matome: Matome, cut: Path) -> None:
    matome("check", "--fix", "--fix-links", "items.json", "--select", "T402")
    assert cut.read_text(encoding="utf-8") == CUT_TEXT.replace("a/lo...", "a/long").replace(
        "n ", "n", 1
    )


def test_the_diff_of_cut_links(matome: Matome, cut: Path) -> None:
    ran = matome("check", "--fix-links", "items.json", "--diff")
    assert cut.read_text(encoding="utf-8") == CUT_TEXT
    assert "+" + CUT_TEXT.splitlines()[2].replace("a/lo...", "a/long") in ran.out.splitlines()
    assert ran.code == 1


def test_a_page_without_an_address_needs_the_name_of_the_post(matome: Matome, cut: Path) -> None:
    ran = matome("check", "--fix-links", "page.html")
    assert cut.read_text(encoding="utf-8") == CUT_TEXT
    assert "name the post's file" in ran.err
    matome("check", "--fix-links", "page.html", CUT)
    assert cut.read_text(encoding="utf-8") == CUT_TEXT.replace("a/lo...", "a/long")


@pytest.mark.usefixtures("cut")
@pytest.mark.parametrize("given", ["none.html", "hugo.toml", "http://127.0.0.1:9/", "http://"])
def test_what_is_no_thread_is_told_in_a_line(matome: Matome, given: str) -> None:
    ran = matome("check", "--fix-links", given, "--no-cache")
    assert ran.code == 2
    assert ran.err.startswith(f"matome: {given}: ")
    assert ran.err.count("\n") == 1


def test_stdin_is_restored_too(cut: Path, site: Path) -> None:
    arguments = ("check", "--stdin-filename", CUT, "--fix-links", "items.json")
    ran = run_apart(*arguments, cwd=site, text=cut.read_text(encoding="utf-8"))
    assert ran.out == CUT_TEXT.replace("a/lo...", "a/long")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopped_in_the_middle_all_files_are_whole(site: Path, jobs: str) -> None:
    make(site, 150)
    posts = sorted((site / "content/posts").glob("*.md"))
    before = [path.read_bytes() for path in posts]
    words = [sys.executable, "-m", "hugo_helpers", "check", "--unsafe-fixes", "--jobs", jobs]
    with subprocess.Popen([*words, "--fix"], cwd=site, stderr=subprocess.PIPE) as running:
        while all(path.read_bytes() == one for path, one in zip(posts[:8], before, strict=False)):
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=60)[1].decode()
    assert running.returncode == 130
    assert said.endswith("matome: stopped\n")
    assert not [path for path in (site / "content/posts").iterdir() if path not in posts]
    left = [path.read_bytes() for path in posts]
    assert sum(one != two for one, two in zip(before, left, strict=True)) < len(posts)
    ran = run_apart("check", "--fix", "--unsafe-fixes", "--exit-zero", cwd=site)
    assert ran.code == 0
    mended = [path.read_bytes() for path in posts]
    half = [n for n, one in enumerate(left) if one not in (before[n], mended[n])]
    assert half == []
