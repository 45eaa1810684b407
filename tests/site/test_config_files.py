"""Configuration in all of Hugo's forms."""

from __future__ import annotations

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


@pytest.mark.parametrize("text", ["title = ", "a = 1\na = 2", "[params"])
def test_broken_configuration_names_the_file(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"hugo.toml": text})
    with pytest.raises(ValueError, match=r"hugo\.toml: "):
        config.load(tmp_path)
