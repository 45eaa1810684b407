"""Content files: found, read, and findings where they cannot be."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hugo_helpers.site import config, content
from hugo_helpers.site.content import Page, Unreadable
from tests.site.test_front_oracle import SITE
from tests.support.hugo import build, newest_hugo, version_of, write_files

FRONT = "+++\ntitle = 'T'\n+++\n"
LISTED = """{{ range .Site.RegularPages }}[{{ .File.Path }}]
{{ range .Resources.ByType "page" }}[{{ .File.Path }}]{{ end }}{{ end }}"""
NAMES = (
    *("a.md", "b.MD", "c.markdown", "d.mdown", "e.mdx", "f.txt", "md", "sp ace.md", "_u.md"),
    *(".dot.md", "#hash.md", "end~.md", "x.md~", ".d/a.md", "#d/a.md", "d~/a.md", "s/.e/x.md"),
    *("g.html", "h.HTM", "i.org", "j.Org", "k.xhtml", "node_modules/a.md", "s/t/u.md"),
    os.fsdecode(b"bad\xff.md"),
)


def _links(root: Path) -> None:
    """Links to files and folders, inside and outside of the content, and in a circle."""
    (root / "o").mkdir()
    (root / "o" / "in.md").write_text(FRONT)
    (root / "content" / "folder").symlink_to(root / "o")
    (root / "content" / "file.md").symlink_to(root / "o" / "in.md")
    (root / "content" / "near.md").symlink_to("a.md")
    (root / "content" / "s" / "up").symlink_to("..")


@pytest.mark.hugo
def test_find_is_what_hugo_finds(hugo: Path, tmp_path: Path) -> None:
    config = SITE["hugo.toml"] + "[security]\nallowContent = ['.*']\n"
    files = {f"content/{name}": FRONT for name in NAMES}
    files["content/plain.html"] = "<p>x</p>"
    files["content/remark.html"] = "<!--\n+++\n+++\n-->"
    write_files(tmp_path, {**SITE, "hugo.toml": config, "layouts/index.html": LISTED, **files})
    _links(tmp_path)
    built = build(tmp_path, hugo)
    home = (built.public / "index.html").read_bytes().decode(errors="surrogateescape")
    names = {name.replace("\ufffd", "\udcff") for name in re.findall(r"\[([^]]*)\]", home)}
    folder = tmp_path / "content"
    version = tuple(map(int, version_of(hugo).split(".")))
    found = list(content.find([folder], hugo=(version[0], version[1], version[2])))
    ours = {path.relative_to(folder).as_posix() for path in found}
    if version < (0, 123, 0):  # it takes the folder above for one that it has seen by that link
        ours = {name for name in ours if not name.startswith("s/up/")}
        names = {name for name in names if not name.startswith("s/up/")}
    assert ours == names
    assert len(ours) > 10
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            taken = content.holds([folder], path, (version[0], version[1], version[2]))
            assert taken == (path in found), path


IGNORED = (r"b\.md$", "content/p/", "^p/", "(?i)DRAFT-", "/p$", "^b", "(^|/)old-")


@pytest.mark.hugo
def test_what_hugo_is_told_to_ignore(hugo: Path, tmp_path: Path) -> None:
    """A site for each pattern."""
    names = ("a.md", "b.md", "p/c.md", "draft-x.md", "old-y/z.md")
    some = IGNORED if hugo == newest_hugo() else IGNORED[:2]
    for number, pattern in enumerate(some):
        root = tmp_path / str(number)
        settings = f"ignoreFiles = ['{pattern}']\n{SITE['hugo.toml']}"
        files = {f"content/{name}": FRONT for name in names}
        write_files(root, {**SITE, "hugo.toml": settings, "layouts/index.html": LISTED, **files})
        home = (build(root, hugo).public / "index.html").read_text()
        site, folder = config.load(root), root / "content"
        found = list(content.find(site.content, (), (0, 168, 0), site.ignore_files))
        ours = {path.relative_to(folder).as_posix() for path in found}
        assert ours == set(re.findall(r"\[([^]]*)\]", home)), pattern
        for path in folder.rglob("*.md"):
            taken = content.holds(site.content, path, (0, 168, 0), site.ignore_files)
            assert taken == (path in found), pattern


def test_find_is_sorted_and_leaves_out(tmp_path: Path) -> None:
    for name in ("posts/b.md", "posts/a/index.md", "posts/a/pic.png", "old/x.md", "z.markdown"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [p.relative_to(tmp_path).as_posix() for p in content.find([tmp_path], ["old"])]
    assert found == ["z.markdown", "posts/b.md", "posts/a/index.md"]


def test_links_that_old_versions_follow(tmp_path: Path) -> None:
    """None that leads out of the site, and each once."""
    folder = tmp_path / "site" / "content"
    write_files(folder, {"a.md": FRONT, "s/b.md": FRONT})
    write_files(tmp_path, {"elsewhere/c.md": FRONT})
    (folder / "s" / "up").symlink_to("..")
    (folder / "s" / "again").symlink_to("..")
    (folder / "out").symlink_to(tmp_path / "elsewhere")
    (folder / "z").symlink_to("s")
    (folder / "zz").symlink_to("s")
    (folder / "circle.md").symlink_to("circle.md")
    found = [p.relative_to(folder).as_posix() for p in content.find([folder], hugo=(0, 111, 3))]
    assert found == ["a.md", "circle.md", "s/b.md", "z/b.md"]
    assert len(list(content.find([folder]))) == 2


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
