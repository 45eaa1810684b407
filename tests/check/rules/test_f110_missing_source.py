"""F110: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

MARKED = quote().replace("matomeQuote", "⟦matomeQuote⟧") + quote() * 2

HITS = {
    "none": "> A post\n\n" + MARKED,
    "a path": "[more](/posts/)\n\n" + MARKED,
    "only in bodies": MARKED + quote("https://example.org/"),
    "without an address": "Source: a forum\n\n" + MARKED,
}
MISSES = {
    "source": "Source: [a](https://example.org/)\n\n" + quote() * 3,
    "japanese": "引用元：[a](https://example.org/)\n\n" + quote() * 3,
    "bare": "引用元：https://example.org/\n\n" + quote() * 3,
    "any link": "Said in [a forum](https://example.org/).\n\n" + quote() * 3,
    "behind": quote() * 3 + "Source: [a](https://example.org/)\n",
    "each quote has its own": quote(url="https://example.org/") * 3,
    "two quotes in an article": "An article.\n\n" + quote() * 2,
    "no quotes": "An article.\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F110", text)
