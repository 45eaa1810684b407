"""A site, as its configuration has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.site import config
from tests.support.hugo import build, write_files


def test_titles_by_language(tmp_path: Path) -> None:
    text = (
        'title = "T"\ndefaultContentLanguage = "ja"\n[languages.ja]\n[languages.en]\ntitle = "E"\n'
    )
    write_files(tmp_path, {"hugo.toml": text})
    site = config.load(tmp_path)
    assert (site.title, site.titles) == ("T", {"ja": "T", "en": "E"})


def test_defaults(tmp_path: Path) -> None:
    write_files(tmp_path, {"hugo.toml": ""})
    site = config.load(tmp_path)
    assert site.taxonomies == {"category": "categories", "tag": "tags"}
    assert site.content == (tmp_path / "content",)
    assert (site.language, site.timezone, site.components) == ("en", "UTC", ())


def test_no_site(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="matome init"):
        config.find_root(tmp_path)


NAMES = [
    ("content/posts/x.md", "posts/x", "ja"),
    ("content/posts/x/index.md", "posts/x", "ja"),
    ("content/posts/x.ja.md", "posts/x", "ja"),
    ("content/posts/x.en.md", "posts/x", "en"),
    ("content/posts/x/index.en.md", "posts/x", "en"),
    ("content/posts/v1.2.md", "posts/v1.2", "ja"),
    ("content/posts/_index.md", "posts", "ja"),
    ("content/記事/あ.markdown", "記事/あ", "ja"),
]


@pytest.mark.parametrize(("name", "work", "language"), NAMES, ids=[n[0] for n in NAMES])
def test_key(tmp_path: Path, name: str, work: str, language: str) -> None:
    text = 'defaultContentLanguage = "ja"\n[languages.ja]\n[languages.en]\n'
    write_files(tmp_path, {"hugo.toml": text})
    site = config.load(tmp_path)
    assert site.work(tmp_path / name) == (work, language)
    assert site.key(tmp_path / name) == f"{work}.{language}"


def test_key_of_a_site_in_one_language(tmp_path: Path) -> None:
    write_files(tmp_path, {"hugo.toml": ""})
    assert config.load(tmp_path).key(tmp_path / "content/posts/v1.ja.md") == "posts/v1.ja"


def test_key_by_language_folder(tmp_path: Path) -> None:
    text = (
        'defaultContentLanguage = "ja"\n'
        '[languages.ja]\ncontentDir = "content/ja"\n[languages.en]\ncontentDir = "content/en"\n'
    )
    write_files(tmp_path, {"hugo.toml": text})
    site = config.load(tmp_path)
    assert site.key(tmp_path / "content/ja/posts/x.md") == "posts/x.ja"
    assert site.key(tmp_path / "content/en/posts/x.md") == "posts/x.en"


KEYS = {
    "a folder": ("posts", "posts/x.md"),
    "a folder in a folder": ("posts/old/", "posts/old/x.md"),
    "a folder as content": ("", "x.md"),
}


@pytest.mark.parametrize(("way", "file"), KEYS.values(), ids=KEYS)
def test_key_in_a_folder_with_another_name(hugo: Path, tmp_path: Path, way: str, file: str) -> None:
    """As the templates have it, which know a page by its file below content/."""
    mounts = (
        '[[module.mounts]]\nsource = "content"\ntarget = "content"\n'
        f'[[module.mounts]]\nsource = "notes"\ntarget = "content/{way}"\n'
    )
    page = "---\ntitle: x\n---\n"
    files = {"content/posts/y.md": page, "notes/x.md": page, "notes/z/index.md": page}
    listed = "{{ range .Site.RegularPages }}{{ .File.Path }}\n{{ end }}"
    write_files(tmp_path, {"hugo.toml": mounts, "layouts/index.html": listed, **files})
    names = (build(tmp_path, hugo).public / "index.html").read_text().split()
    assert file in names
    site = config.load(tmp_path)
    keys = {name.removesuffix(".md").removesuffix("/index") for name in names}
    assert {site.key(tmp_path / name) for name in files} == keys
