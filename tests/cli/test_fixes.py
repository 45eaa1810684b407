"""Which fixes `matome check` is asked for: `--unsafe-fixes`, `--fix-links`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.broken import OPTIONS, POST
from tests.cli.conftest import Matome, run_apart


def test_unsafe_fixes_are_asked_for(matome: Matome, broken: Path) -> None:
    matome("check", POST, "--fix", "--unsafe-fixes", *OPTIONS)
    assert "”" not in broken.read_bytes().decode()
    ran = matome("check", POST, "--unsafe-fixes")
    assert ran.code == 2
    assert "--fix" in ran.err


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
