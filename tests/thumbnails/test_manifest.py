"""Fingerprints follow what is drawn, and only that; manifests are read back or refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.card import Card
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.manifest import dump, fingerprint, load
from tests.thumbnails.support import packaged

CARD = Card("題", "site", "2025-02-05", ("AI",), (("#ff0000", 2),), Background(("#0000ff",), "2"))


@pytest.mark.parametrize(
    "change",
    [
        {"title": "題名"},
        {"site": "other"},
        {"date": "2025-02-06"},
        {"tags": ("AI", "ML")},
        {"tags": ()},
        {"band": (("#ff0000", 3),)},
        {"band": (("#ff0001", 2),)},
        {"scheme": "dark"},
        {"background": Background(("#0000ff",), "3")},
        {"background": Background(("#0000fe",), "2")},
        {"background": Background(image=Path("a.jpg"), digest="d")},
        {"title": "題\ud800"},
    ],
    ids=str,
)
def test_a_change_changes_the_fingerprint(change: dict[str, Any]) -> None:
    assert fingerprint(replace(CARD, **change), packaged()) != fingerprint(CARD, packaged())


def test_fields_do_not_run_into_each_other() -> None:
    one, other = Card("ab", "c"), Card("a", "bc")
    assert fingerprint(one, packaged()) != fingerprint(other, packaged())


def test_the_size_counts() -> None:
    assert fingerprint(CARD, packaged(), (600, 315)) != fingerprint(CARD, packaged())


def test_where_the_files_lie_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / packaged().faces[0].path.name
    path.symlink_to(packaged().faces[0].path)
    moved = Fonts((Face(path),), system=False)
    assert fingerprint(CARD, moved) == fingerprint(CARD, packaged())
    here = replace(CARD, background=Background(image=Path("a.jpg"), digest="d"))
    there = replace(CARD, background=Background(image=Path("b.jpg"), digest="d"))
    assert fingerprint(here, packaged()) == fingerprint(there, packaged())


def test_the_fonts_count_when_they_draw_something(tmp_path: Path) -> None:
    path = tmp_path / "other.otf"
    path.symlink_to(packaged().faces[0].path)
    first = Fonts((Face(path), *packaged().faces), system=False)
    second = Fonts((*packaged().faces, Face(path)), system=False)
    assert fingerprint(CARD, first) != fingerprint(CARD, packaged())
    assert fingerprint(CARD, second) == fingerprint(CARD, packaged())


@given(st.dictionaries(st.text(max_size=20), st.text("0123456789abcdef", min_size=1), max_size=9))
def test_what_is_dumped_is_loaded(prints: dict[str, str]) -> None:
    assert load(dump(prints)) == prints


def test_a_manifest_has_one_sorted_line_for_each_post() -> None:
    text = dump({"posts/b": "2", "posts/あ": "3", "posts/a": "1"})
    assert text == '{\n  "posts/a": "1",\n  "posts/b": "2",\n  "posts/あ": "3"\n}\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("[]", 1),
        ('{\n  "a": "1",\n  "b": 2\n}\n', 3),
        ('{\n  "a": "1"\n  "b": "2"\n}\n', 3),
        ('{\n<<<<<<< HEAD\n  "a": "1"\n}\n', 2),
        ("[" * 100_000, 1),
        ('{"a": ' + "9" * 6000 + "}", 1),
    ],
    ids=["empty", "list", "number", "comma", "conflict", "deep", "digits"],
)
def test_a_broken_manifest_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"line {line}"):
        load(text)
