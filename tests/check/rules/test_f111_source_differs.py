"""F111: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "another": "Source: [⟦https://example.org/1⟧](https://example.org/2)\n\n" + quote(),
    "japanese": "引用元：[⟦https://example.org/1⟧](https://example.com/1)\n\n" + quote(),
    "another cut": "Source: [⟦https://example.org/a...⟧](https://example.org/b)\n\n" + quote(),
}
MISSES = {
    "same": "Source: [https://example.org/1](https://example.org/1)\n\n" + quote(),
    "a slash": "Source: [https://example.org/1/](https://example.org/1)\n\n" + quote(),
    "encoded": "Source: [https://example.org/あ](https://example.org/%E3%81%82)\n\n" + quote(),
    "cut": "Source: [https://example.org/a...](https://example.org/abc)\n\n" + quote(),
    "entity": "Source: [https://example.org/?a&amp;b](https://example.org/?a&b)\n\n" + quote(),
    "a name": "Source: [a forum](https://example.org/1)\n\n" + quote(),
    "bare": "Source: https://example.org/1\n\n" + quote(),
    "no quotes": "Source: [https://example.org/1](https://example.org/2)\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F111", text)


def test_the_address_is_shown_when_asked() -> None:
    before = "Source: [https://example.org/1](https://example.org/2)\n\n" + quote()
    after = before.replace("[https://example.org/1]", "[https://example.org/2]")
    assert_mends("F111", before, before)
    assert_mends("F111", before, after, "unsafe")
