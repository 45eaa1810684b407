"""T201: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "cut in an escape": quote("see https://example.org/a%E3⟦%8⟧"),
    "cut behind the sign": quote("see https://example.org/and⟦%⟧"),
    "cut with dots": quote("see https://example.org/a%E3⟦%⟧..."),
    "sign that is meant": quote("see https://example.org/50⟦%⟧off"),
    "no digits": quote("see https://example.org/⟦%⟧zz/%20"),
    "two": quote("https://example.org/⟦%⟧x https://example.org/⟦%⟧y"),
    "japanese behind": quote("https://example.org/a⟦%⟧を見て"),
    "Markdown link": "[x](https://example.org/a%E3⟦%8⟧)\n",
    "Markdown text": "see https://example.org/a%E3⟦%8⟧\n",
}
MISSES = {
    "whole": quote("https://example.org/a%E3%81%82?x=%20%2f"),
    "Shift_JIS": quote("https://example.org/%83n%83C"),
    "code in a body": quote("request `GET https://example.org/a%zz` twice"),
    "percent in text": quote("100% of https://example.org/ 50%off"),
    "end of a shortcode": "{{% ref https://example.org/a%}}\n",
    "front matter": "+++\ntitle = 'https://example.org/a%zz'\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T201", text)


def test_a_sign_that_is_meant_is_escaped() -> None:
    before = quote("https://example.org/50%off https://example.org/cut%")
    after = quote("https://example.org/50%25off https://example.org/cut%")
    assert_mends("T201", before, after, "unsafe")
    assert_mends("T201", before, before)
