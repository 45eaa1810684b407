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


def test_mistakes_among_the_settings_of_other_tools(tmp_path: Path) -> None:
    text = '[tool.ruff]\nselect = ["E"]\n\n[tool.matome]\nselect = "T"\n'
    write_files(tmp_path, {"pyproject.toml": text})
    with pytest.raises(ValueError, match=r"pyproject\.toml:5: select is a list"):
        settings.load(tmp_path)


PLACES = {
    "matome.toml": ('ignore = [\n  "C",\n  "T9,T999",\n]\n', "T999", 3),
    "pyproject.toml": (
        '[tool.ruff]\nignore = ["T999"]\n[tool.matome.per-file-ignores]\n"a" = ["T", "T999"]\n',
        "T999",
        4,
    ),
}


@pytest.mark.parametrize("file", PLACES)
def test_places_of_codes(tmp_path: Path, file: str) -> None:
    text, code, row = PLACES[file]
    write_files(tmp_path, {file: text})
    assert code in settings.load(tmp_path).codes()
    assert settings.place_of(tmp_path, code) == f"{tmp_path / file}:{row}"


def test_a_project_without_a_table(tmp_path: Path) -> None:
    write_files(tmp_path, {"pyproject.toml": "[tool]\nx = 1\nmatome = 3\n"})
    with pytest.raises(ValueError, match=r"pyproject\.toml:3: matome is a table"):
        settings.load(tmp_path)


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
        ("most-unfolded = true", r"matome\.toml:1: most-unfolded is a number from 0"),
        ("\nmost-unfolded = -1", r"matome\.toml:2: most-unfolded is a number from 0"),
        ("[tool.matome]\nselect = []", r"matome\.toml:1: .*without the table \[tool\.matome\]"),
        ("watch-bell = 1", r"matome\.toml:1: watch-bell is true or false"),
        ('a = 1\n"per-file-ignores" = 3', r"matome\.toml:1: unknown setting 'a'"),
        ("select = [\n'a'\nx", r"matome\.toml:3: "),
        ("thumbnails = 3", r"matome\.toml:1: thumbnails is a table"),
        ('[thumbnails]\nlayot = "a"', r"matome\.toml:2: .* did you mean 'layout'"),
        ('[thumbnails]\nlayout = "a"', r"matome\.toml:2: layout is one of: bubbles, band"),
        ('[thumbnails]\n\nscheme = "a"', r"matome\.toml:3: scheme is one of: auto, light, dark"),
        ("[thumbnails]\ntemplate = 1", r"matome\.toml:2: template is the name of a file"),
        ("[thumbnails]\nwidths = [99]", r"matome\.toml:2: widths is a list of at most 4"),
        ("[thumbnails]\nwidths = 600", r"matome\.toml:2: widths is a list of at most 4"),
        ("[thumbnails]\nwidths = [true]", r"matome\.toml:2: widths is a list of at most 4"),
    ],
    ids=str,
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, message: str) -> None:
    write_files(tmp_path, {"matome.toml": text})
    with pytest.raises(ValueError, match=message):
        settings.load(tmp_path)


def test_thumbnails(tmp_path: Path) -> None:
    text = '[tool.matome.thumbnails]\nlayout = "quote"\nwidths = [600, 300, 600]'
    write_files(tmp_path, {"pyproject.toml": text})
    expected = settings.Thumbnails(layout="quote", widths=(300, 600))
    assert settings.load(tmp_path).thumbnails == expected
