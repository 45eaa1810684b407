"""Content files: found, read, and findings where they cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hugo_helpers.site import content
from hugo_helpers.site.content import Page, Unreadable


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("a.md", True),
        ("a.MD", True),
        ("a.markdown", True),
        ("a.mdown", True),
        ("a.mdx", False),
        ("a.txt", False),
        ("md", False),
    ],
)
def test_is_content(name: str, taken: bool) -> None:
    assert content.is_content(name) is taken


def test_find_is_sorted_and_leaves_out(tmp_path: Path) -> None:
    for name in ("posts/b.md", "posts/a/index.md", "posts/a/pic.png", "old/x.md", "z.markdown"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "posts" / "loop").symlink_to(tmp_path)
    found = [p.relative_to(tmp_path).as_posix() for p in content.find([tmp_path], ["old"])]
    assert found == ["z.markdown", "posts/b.md", "posts/a/index.md"]


def test_read_keeps_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("---\r\ntitle: あ\r\n---\r\nb\r\n".encode())
    page = content.read(path, "a.md")
    assert isinstance(page, Page)
    assert page.text.endswith("b\r\n")
    assert page.front.values == {"title": "あ"}


def _bad_bytes(path: Path) -> None:
    path.write_bytes("あい\nうえ".encode() + b"\xff\n")


def _too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(content.MAX_BYTES + 1)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "row", "column", "words"),
    [
        (_bad_bytes, 2, 3, "not UTF-8"),
        (_too_large, 1, 1, "too large"),
        (_pipe, 1, 1, "not a file"),
        (Path.mkdir, 1, 1, "not a file"),
        (lambda _: None, 1, 1, "No such file"),
        (lambda path: path.symlink_to(path), 1, 1, "cannot be read"),
    ],
    ids=["bytes", "huge", "pipe", "folder", "missing", "link to itself"],
)
def test_unreadable(
    tmp_path: Path, make: Callable[[Path], object], row: int, column: int, words: str
) -> None:
    path = tmp_path / "a.md"
    make(path)
    found = content.read(path, "a.md")
    assert isinstance(found, Unreadable)
    assert (found.row, found.column) == (row, column)
    assert words in found.message


def test_a_folder_that_cannot_be_read_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "posts").mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("posts"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(PermissionError):
        list(content.find([tmp_path]))
    monkeypatch.undo()
    assert list(content.find([tmp_path / "none"])) == []


GUESSES = {
    "Shift_JIS": ("ひらがなとカタカナ、漢字", "shift_jis", "not UTF-8 but Shift_JIS, as it seems"),
    "EUC-JP": ("ひらがなとカタカナ、漢字", "euc_jp", "not UTF-8 but EUC-JP, as it seems"),
    "UTF-16": ("かな", "utf-16", "not UTF-8 but UTF-16, as it seems"),
    "Latin-1": ("déjà vu, naïve, Ärger", "latin-1", "not UTF-8: byte"),
    "half-width": ("ｶﾀｶﾅ", "shift_jis", "not UTF-8: byte"),
}


@pytest.mark.parametrize(("text", "encoding", "words"), GUESSES.values(), ids=GUESSES)
def test_what_it_was_saved_as(text: str, encoding: str, words: str) -> None:
    found = content.decoded(Path("a.md"), "a.md", text.encode(encoding))
    assert isinstance(found, Unreadable)
    assert found.message.startswith(words)
    assert found.message.endswith("; save the file as UTF-8")
