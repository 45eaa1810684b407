"""Pagefind's binary, and where it finds the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.site.pagefind import find_pagefind, index, published

ROOT = Path("/site")
PUBLIC = ROOT / "public"


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ([], PUBLIC),
        (["--minify", "--baseURL", "https://example.org/d/"], PUBLIC),
        (["--destination", "out"], ROOT / "out"),
        (["--destination=out/a b"], ROOT / "out/a b"),
        (["-d", "/elsewhere", "--minify"], Path("/elsewhere")),
        (["-d=out"], ROOT / "out"),
        (["-dout"], ROOT / "out"),
        (["-d", "one", "--destination", "two"], ROOT / "two"),
        (["--destinations", "out"], PUBLIC),
        (["--destination"], PUBLIC),
    ],
)
def test_published(arguments: list[str], folder: Path) -> None:
    assert published(ROOT, PUBLIC, arguments) == folder


def page(folder: Path, name: str, text: str) -> None:
    path = folder / name / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"<!doctype html><html lang=ja><h1>題</h1><main data-pagefind-body>{text}</main>",
        encoding="utf-8",
    )


def pagefind() -> Path:
    found = find_pagefind()
    assert found is not None, "make .venv/.dev brings it"
    return found


def test_a_new_index_replaces_the_old_one_whole(tmp_path: Path) -> None:
    page(tmp_path, "a", "昨日の研究発表")
    assert index(pagefind(), tmp_path) == 1
    first = set((tmp_path / "pagefind" / "fragment").iterdir())
    page(tmp_path, "b", "今日の会議")
    (tmp_path / "a" / "index.html").unlink()
    page(tmp_path, "c", "明日の予定")
    assert index(pagefind(), tmp_path) == 2
    assert not first & set((tmp_path / "pagefind" / "fragment").iterdir())
    assert (tmp_path / "pagefind" / "pagefind.js").is_file()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo '[Parsing files]'; echo 'disk full' >&2; exit 3", "disk full"),
        ("exit 0", "it said nothing"),
    ],
)
def test_a_failure_is_told_and_leaves_the_old_index(tmp_path: Path, script: str, told: str) -> None:
    page(tmp_path, "a", "昨日の研究発表")
    assert index(pagefind(), tmp_path) == 1
    broken = tmp_path / "broken"
    broken.write_text(f"#!/bin/sh\n{script}\n")
    broken.chmod(0o755)
    with pytest.raises(ValueError, match=f"Pagefind could not index the pages: {told}"):
        index(broken, tmp_path)
    assert (tmp_path / "pagefind" / "pagefind.js").is_file()
