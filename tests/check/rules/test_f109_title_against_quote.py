"""F109: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends


def page(title: str, first: str) -> str:
    return f"+++\ntitle = '{title}'\n+++\n\n{first}\n\nabc\n\n{quote()}"


HITS = {
    "another": page("A title", "> ⟦Another title⟧"),
    "one sign": page("本当？", "> ⟦本当?⟧"),
    "no space": page("A title", ">⟦A titel⟧"),
}
MISSES = {
    "same": page("A title", "> A title"),
    "space": page("A  title", ">   A title  "),
    "escaped for Markdown": page("A *b* & c", "> A \\*b\\* &amp; c"),
    "no quoted line": page("A title", "Something"),
    "two quoted lines": page("A title", "> Something\n> else"),
    "further below": page("A title", "Something\n\n> else"),
    "no quotes": "+++\ntitle = 'a'\n+++\n\n> b\n",
    "a shortcode": page("A title", "> {{< param title >}}"),
    "no title": "+++\ndate = 2025-02-05\n+++\n\n> b\n\n" + quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F109", text)


def test_the_title_is_taken_when_asked() -> None:
    before, after = page("A title", "> Another"), page("A title", "> A title")
    assert_mends("F109", before, before)
    assert_mends("F109", before, after, "unsafe")
