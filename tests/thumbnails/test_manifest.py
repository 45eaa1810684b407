"""Fingerprints follow what is drawn, and only that; manifests are read back or refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.thumbnails.background import Background
from hugo_helpers.thumbnails.card import Card, Drawn
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts
from hugo_helpers.thumbnails.manifest import Entry, dump, entry, fingerprint, load
from hugo_helpers.thumbnails.template_file import built_in
from tests.thumbnails.support import packaged

CARD = Card("題", "site", "2025-02-05", ("AI",), (("#ff0000", 2),), Background(("#0000ff",), "2"))

GOOD = '{"mark": "1", "bytes": [5], "title": 44}'


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
        {"template": built_in("quote")},
    ],
    ids=str,
)
def test_a_change_changes_the_fingerprint(change: dict[str, Any]) -> None:
    assert fingerprint(replace(CARD, **change), packaged()) != fingerprint(CARD, packaged())


def test_fields_do_not_run_into_each_other() -> None:
    one, other = Card("ab", "c"), Card("a", "bc")
    assert fingerprint(one, packaged()) != fingerprint(other, packaged())


def test_the_sizes_count() -> None:
    assert fingerprint(CARD, packaged(), (600, 315)) != fingerprint(CARD, packaged())
    assert fingerprint(CARD, packaged(), widths=(600,)) != fingerprint(CARD, packaged())


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


ENTRIES = st.builds(
    Entry,
    st.text("0123456789abcdef", min_size=1),
    st.lists(st.integers(0, 10**9), max_size=4).map(tuple),
    st.integers(0, 400),
    st.booleans(),
    st.text(max_size=5),
)


@given(st.dictionaries(st.text(max_size=20), ENTRIES, max_size=9))
def test_what_is_dumped_is_loaded(entries: dict[str, Entry]) -> None:
    assert load(dump(entries)) == entries


def test_a_manifest_has_one_sorted_line_for_each_post() -> None:
    text = dump(
        {
            "b": Entry("2", (9, 8), 44, True, "\ue000"),
            "c": Entry("4", (1,), 44, problem="broken"),
            "あ": Entry("3", ()),
            "a": Entry("1", ()),
        }
    )
    assert text.splitlines() == [
        "{",
        '  "a": {"mark": "1", "bytes": [], "title": 0},',
        '  "b": {"mark": "2", "bytes": [9, 8], "title": 44, "cut": true, "missing": "\\ue000"},',
        '  "c": {"mark": "4", "bytes": [1], "title": 44, "problem": "broken"},',
        '  "あ": {"mark": "3", "bytes": [], "title": 0}',
        "}",
    ]


def test_an_entry_remembers_what_became_of_a_card() -> None:
    drawn = Drawn(b"12345", 44, ("a…",), True, ("\ue000", "\ue001"), (b"123", b"1"))
    assert entry("mark", drawn) == Entry("mark", (5, 3, 1), 44, True, "\ue000 \ue001")
    assert entry("mark", drawn, "p" * 1000).problem == "p" * 300


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("[]", 1),
        (f'{{\n  "a": {GOOD},\n  "b": 2\n}}\n', 3),
        (f'{{\n  "a": {GOOD}\n  "b": {GOOD}\n}}\n', 3),
        (f'{{\n<<<<<<< HEAD\n  "a": {GOOD}\n}}\n', 2),
        ('{"a": "1"}', 1),
        ('{"a": {"mark": "1", "bytes": ["x"], "title": 0}}', 1),
        ("[" * 100_000, 1),
        ('{"a": ' + "9" * 6000 + "}", 1),
    ],
    ids=["empty", "list", "number", "comma", "conflict", "old", "no size", "deep", "digits"],
)
def test_a_broken_manifest_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=f"line {line}"):
        load(text)
