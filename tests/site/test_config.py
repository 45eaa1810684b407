"""A site's configuration, in all of Hugo's forms."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from hugo_helpers.site import config
from tests.support.hugo import write_files

TOML = 'title = "T"\ndefaultContentLanguage = "ja"\n[params.Matome]\ntimeZone = "Asia/Tokyo"\n'


@pytest.mark.parametrize(
    "files",
    [
        {"hugo.toml": TOML},
        {"config.toml": TOML},
        {"hugo.yaml": "title: T\nDefaultContentLanguage: ja\n"
         "params: {matome: {timezone: Asia/Tokyo}}"},
        {"hugo.json": '{"title":"T","defaultContentLanguage":"ja",'
         '"params":{"matome":{"timezone":"Asia/Tokyo"}}}'},
        {"config/_default/hugo.toml": 'title = "T"\ndefaultContentLanguage = "ja"',
         "config/_default/params.toml": '[matome]\ntimezone = "Asia/Tokyo"'},
        {"hugo.toml": 'defaultContentLanguage = "ja"\n[params.matome]\ntimezone="Asia/Tokyo"',
         "config/_default/languages.ja.toml": 'title = "T"'},
    ],
    ids=["toml", "old name", "yaml", "json", "folder", "language file"],
)  # fmt: skip
def test_load(tmp_path: Path, files: dict[str, str]) -> None:
    write_files(tmp_path, files)
    site = config.load(config.find_root(tmp_path))
    assert (site.title, site.language, site.timezone) == ("T", "ja", "Asia/Tokyo")


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


def test_themes_their_themes_and_what_is_missing(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "site/hugo.toml": 'theme = ["a", "gone"]\n[module]\n'
            'replacements = "x.example/m -> ../../m"\n'
            '[[module.imports]]\npath = "x.example/m"\n',
            "site/themes/a/theme.toml": "",
            "site/themes/a/hugo.toml": 'theme = "b"',
            "site/themes/a/layouts/index.html": "",
            "site/themes/b/layouts/index.html": "",
            "site/layouts/index.html": "",
            "m/hugo.toml": "[[module.mounts]]\nsource='tpl'\ntarget='layouts'",
            "m/tpl/index.html": "",
        },
    )
    site = config.load(tmp_path / "site")
    known = {c.name: c.folder for c in site.components}
    assert known == {
        "a": tmp_path / "site/themes/a",
        "gone": None,
        "x.example/m": tmp_path / "m",
        "b": tmp_path / "site/themes/b",
    }
    assert [p.relative_to(tmp_path).as_posix() for p in site.layouts] == [
        "site/layouts",
        "site/themes/a/layouts",
        "m/tpl",
        "site/themes/b/layouts",
    ]


def test_no_site(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="matome init"):
        config.find_root(tmp_path)


@pytest.mark.parametrize("text", ["title = ", "a = 1\na = 2", "[params"])
def test_broken_configuration_names_the_file(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"hugo.toml": text})
    with pytest.raises(ValueError, match=r"hugo\.toml: "):
        config.load(tmp_path)


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


CONTENT = {
    "a folder for each language": (
        '[languages.ja]\ncontentDir = "ja"\n[languages.en]\ncontentDir = "en"\n', {"ja", "en"},
    ),
    "a folder for one language": (
        '[languages.ja]\ncontentDir = "ja"\n[languages.en]\ntitle = "x"\n', {"ja", "content"},
    ),
    "another name": ('contentDir = "texts"\n', {"texts"}),
    "a mount": ('[[module.mounts]]\nsource = "texts"\ntarget = "content"\n', {"texts"}),
    "a mount of something else": (
        '[[module.mounts]]\nsource = "i"\ntarget = "assets"\n', {"content"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "folders"), CONTENT.values(), ids=CONTENT)
def test_content_folders(tmp_path: Path, text: str, folders: set[str], newest: Path) -> None:
    """As `hugo config mounts` lists them."""
    write_files(tmp_path, {"hugo.toml": text})
    for name in ("ja", "en", "content", "texts", "i"):
        (tmp_path / name).mkdir()
    assert {path.name for path in config.load(tmp_path).content} == folders
    command = [newest, "config", "mounts", "--source", tmp_path]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    mounted = re.findall(r'"source": "([^"]*)",\s*"target": "content"', listed)
    assert set(mounted) == folders


def test_key_by_language_folder(tmp_path: Path) -> None:
    text = (
        'defaultContentLanguage = "ja"\n'
        '[languages.ja]\ncontentDir = "content/ja"\n[languages.en]\ncontentDir = "content/en"\n'
    )
    write_files(tmp_path, {"hugo.toml": text})
    site = config.load(tmp_path)
    assert site.key(tmp_path / "content/ja/posts/x.md") == "posts/x.ja"
    assert site.key(tmp_path / "content/en/posts/x.md") == "posts/x.en"
