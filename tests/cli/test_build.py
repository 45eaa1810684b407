"""`matome build`: the real post through every stage, on every supported Hugo."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.conftest import Matome, Ran, run_apart

Linked = Callable[[Path], Path]


class Page(HTMLParser):
    """Counts of what the tests ask of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.quotes = self.folds = 0
        self.meta: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.quotes += "mtm-quote" in (values.get("class") or "").split()
        self.folds += tag == "details"
        if tag == "meta" and (name := values.get("property")):
            self.meta[name] = values.get("content") or ""


def test_the_main_job(site: Path, hugo: Path, hugo_on_path: Linked) -> None:
    ran = run_apart("build", cwd=site, hugo=hugo_on_path(hugo))
    assert ran.code == 0, ran.err
    assert "WARN" not in ran.out + ran.err
    assert "ERROR" not in ran.out + ran.err
    page = Page((site / "public/posts/seed/index.html").read_text(encoding="utf-8"))
    assert (page.quotes, page.folds) == (80, 3)
    assert page.meta["og:image:width"] == "1200"
    assert page.meta["og:image:height"] == "630"
    card = page.meta["og:image"].removeprefix("https://example.org/")
    from PIL import Image

    with Image.open(site / "public" / card) as image:
        assert image.size == (1200, 630)
    assert (site / "assets/thumbnails/blue.jpg").exists()


@pytest.fixture
def unsearched(site: Path) -> Path:
    """The site without a search, whose index takes longer than all the rest of a build."""
    config = site / "hugo.toml"
    text = config.read_text(encoding="utf-8")
    assert "[params.matome]\n" in text
    config.write_text(text.replace("[params.matome]\n", "[params.matome]\nsearch = false\n"))
    return site


@pytest.mark.usefixtures("unsearched")
def test_again_draws_and_writes_nothing(site: Path, newest: Path, hugo_on_path: Linked) -> None:
    hugo = hugo_on_path(newest)
    assert run_apart("build", cwd=site, hugo=hugo).code == 0

    def ours() -> dict[Path, int]:
        folders = (site / "assets", site / "data", site / "content", site / "themes")
        return {p: p.stat().st_mtime_ns for f in folders for p in f.rglob("*") if p.is_file()}

    before = ours()
    ran = run_apart("build", cwd=site, hugo=hugo)
    assert ran.code == 0
    assert ours() == before


@pytest.mark.usefixtures("unsearched")
def test_errors_stop_before_hugo(site: Path, newest: Path, hugo_on_path: Linked) -> None:
    hugo = hugo_on_path(newest)
    bad = site / "content" / "posts" / "bad.md"
    bad.write_text("{{< unclosed\n")
    ran = run_apart("build", cwd=site, hugo=hugo)
    assert ran.code == 1
    assert "bad.md:1:1" in ran.out
    assert not (site / "public").exists()
    assert not list((site / "assets").glob("thumb*"))
    unchecked = run_apart("build", "--no-check", cwd=site, hugo=hugo)
    assert unchecked.code not in (0, 2)
    assert "error" in (unchecked.out + unchecked.err).lower()
    bad.unlink()
    assert run_apart("build", cwd=site, hugo=hugo).code == 0


@pytest.mark.usefixtures("unsearched")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--destination", "elsewhere"], 0), (["--no-such-option"], 1)],
    ids=["heard", "wrong"],
)
def test_hugo_arguments_and_exit_code(
    site: Path, newest: Path, hugo_on_path: Linked, arguments: list[str], code: int
) -> None:
    ran = run_apart("build", "--", *arguments, cwd=site, hugo=hugo_on_path(newest))
    assert ran.code == code
    if code == 0:
        assert (site / "elsewhere" / "posts" / "seed" / "index.html").exists()
        assert not (site / "public").exists()


def test_no_hugo(site: Path, matome: Matome, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    from hugo_helpers.site import hugo

    monkeypatch.setattr(hugo, "on_path", lambda _: None)
    monkeypatch.setattr(hugo.sys, "executable", "/nowhere/python")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    ran: Ran = matome("build", "--source", site)
    assert ran.code == 2
    assert re.fullmatch(r"matome: no Hugo was found: .*hugo-matome\[hugo\].*\n", ran.err)
    assert not list((site / "assets").glob("thumb*"))


@pytest.mark.parametrize(
    ("settings", "indexed"), [("", True), ("search = false\n", False)], ids=["default", "off"]
)
def test_pages_are_indexed(
    site: Path, newest: Path, hugo_on_path: Linked, settings: str, indexed: bool
) -> None:
    config = site / "hugo.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[params.matome]\n", f"[params.matome]\n{settings}"))
    ran = run_apart("build", "--", "--destination", "out", cwd=site, hugo=hugo_on_path(newest))
    assert ran.code == 0, ran.err
    home = (site / "out" / "index.html").read_text(encoding="utf-8")
    assert (site / "out" / "pagefind" / "pagefind.js").is_file() == indexed
    assert ("Search: 2 pages indexed" in ran.err) == indexed
    assert ("search-open" in home) == indexed


def test_a_search_without_pagefind_is_told(
    site: Path, matome: Matome, newest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hugo_helpers.site import hugo, pagefind

    monkeypatch.setattr(hugo, "find_hugo", lambda: newest)
    monkeypatch.setattr(pagefind, "find_pagefind", lambda: None)
    ran = matome("build", "-q")
    assert (ran.code, "Pagefind" in ran.err) == (0, False)
    config = site / "hugo.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[params.matome]\n", "[params.matome]\nsearch = true\n"))
    ran = matome("build", "-q")
    assert ran.code == 0
    assert "pip install 'hugo-matome[search]'" in ran.err
    assert not (site / "public" / "pagefind").exists()
