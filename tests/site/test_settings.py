"""Settings: read from either file, and mistakes told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.site import settings
from tests.support.hugo import write_files


@pytest.mark.parametrize(
    "files",
    [
        {"matome.toml": 'ignore = ["T203"]'},
        {"pyproject.toml": '[tool.matome]\nignore = ["T203"]'},
        {"matome.toml": 'ignore = ["T203"]', "pyproject.toml": '[tool.matome]\nignore = ["C"]'},
    ],
    ids=["own file", "pyproject", "own file wins"],
)
def test_load(tmp_path: Path, files: dict[str, str]) -> None:
    write_files(tmp_path, files)
    assert settings.load(tmp_path).ignore == ("T203",)


def test_per_file_ignores(tmp_path: Path) -> None:
    write_files(tmp_path, {"matome.toml": '[per-file-ignores]\n"old/*" = ["T", "C101"]'})
    assert settings.load(tmp_path).per_file_ignores == (("old/*", ("T", "C101")),)


def test_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nignor = ["T"]', r"matome\.toml:2: unknown setting 'ignor'; did you mean 'ignore'"),
        ('\n\nselect = "T"', r"matome\.toml:3: select is a list"),
        ("select = [1]", r"matome\.toml:1: select is a list"),
        ('fail-on = "never"', r"matome\.toml:1: fail-on is one of: error, warning"),
        ("watch-bell = 1", r"matome\.toml:1: watch-bell is true or false"),
        ('a = 1\n"per-file-ignores" = 3', r"matome\.toml:1: unknown setting 'a'"),
        ("select = [\n'a'\nx", r"matome\.toml:3: "),
    ],
    ids=["near name", "no list", "no strings", "no choice", "no truth", "unknown", "broken toml"],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, message: str) -> None:
    write_files(tmp_path, {"matome.toml": text})
    with pytest.raises(ValueError, match=message):
        settings.load(tmp_path)
