"""Images that front matter names: found inside the site, refused outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hugo_helpers.site.images import resolve, stock_colors


@pytest.mark.parametrize(
    ("name", "colors"),
    [
        ("thumbnails/blue.jpg", ("blue",)),
        ("thumbnails/cyan_orange2.jpg", ("cyan", "orange")),
        ("/thumbnails/RebeccaPurple.JPG", ("rebeccapurple",)),
        ("teal.jpeg", ("teal",)),
        ("teal.webp", ()),
        ("thumbnails/bleu.jpg", ()),
        ("thumbnails/blue_bleu.jpg", ()),
        ("thumbnails/blue.svg", ()),
        ("../blue.jpg", ()),
        ("thumbnails/../blue.jpg", ()),
        ("blue", ()),
        ("", ()),
        ("a/" * 100_000 + "blue.jpg", ()),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_stock_colors(name: str, colors: tuple[str, ...]) -> None:
    assert stock_colors(name) == colors


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    assets, static = tmp_path / "site" / "assets", tmp_path / "site" / "static"
    for path in (assets / "a.jpg", static / "a.jpg", static / "d" / "b.jpg", tmp_path / "secret"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (assets / "out.jpg").symlink_to(tmp_path / "secret")
    (assets / "in.jpg").symlink_to(assets / "a.jpg")
    (assets / "loop.jpg").symlink_to(assets / "loop.jpg")
    (assets / "away").symlink_to(tmp_path)
    os.mkfifo(assets / "pipe.jpg")
    return assets, static


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.jpg", "assets/a.jpg"),
        ("/a.jpg", "assets/a.jpg"),
        ("d/b.jpg", "static/d/b.jpg"),
        ("in.jpg", "assets/in.jpg"),
        ("none.jpg", None),
        ("a" * 5000, None),
        ("./d//b.jpg", "static/d/b.jpg"),
        ("a.jpg/b", None),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_resolve(folders: tuple[Path, Path], name: str, found: str | None) -> None:
    path = resolve(name, folders)
    assert path == (None if found is None else folders[0].parent / found)


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "d/../../secret",
        "out.jpg",
        "loop.jpg",
        "d",
        "C:/x.jpg",
        "..\\secret",
        "a\0.jpg",
        "",
        "/",
    ],
)
def test_refused(folders: tuple[Path, Path], name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        resolve(name, folders)
