"""T302: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "override": quote("run ⟦\u202e⟧fdp.exe"),
    "isolate": quote("if ⟦\u2066⟧x⟦\u2069⟧"),
    "mark": quote("a⟦\u200f⟧b"),
    "Arabic mark": quote("a⟦\u061c⟧b"),
    "override near Hebrew": quote("שלום ⟦\u202e⟧fdp.exe"),
    "user's name": quote(user="ann⟦\u202e⟧"),
    "title": "+++\ntitle = 'A ⟦\u202e⟧post'\n+++\n",
}
MISSES = {
    "plain": quote("run fdp.exe、走る"),
    "Hebrew": quote("שלום עולם"),
    "mark near Hebrew": quote("שלום!\u200f (ok)"),
    "embedding near Arabic": quote("\u202bمرحبا\u202c"),
    "isolate near Arabic": quote("\u2067مرحبا\u2069"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T302", text)


def test_message_names_and_prints_none_raw() -> None:
    (hit,) = assert_hits("T302", quote("run ⟦\u202e⟧fdp.exe"))
    assert hit.message == "this turns the direction of the text: U+202E RIGHT-TO-LEFT OVERRIDE"


def test_is_deleted_safely_only_away_from_letters_that_need_it() -> None:
    assert_mends("T302", quote("run \u202efdp.exe"), quote("run fdp.exe"))
    near = quote("שלום \u202efdp.exe")
    assert_mends("T302", near, near)
    assert_mends("T302", near, quote("שלום fdp.exe"), "unsafe")
