"""T107: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "one": quote("call ⟦`⟧main() first"),
    "three": quote("`a` and ⟦`⟧b"),
    "the first of three": quote("⟦`⟧a<br>`b`"),
    "not over a line": quote("`a` ⟦`⟧b<br>`c` d"),
    "even, but not in its lines": quote("⟦`⟧a<br>b⟦`⟧"),
    "fence": quote("⟦```⟧c"),
    "in a tag's line": quote("⟦`⟧a <b> c<BR/>x `y`"),
    "summary": '{{< details summary="⟦`⟧a" >}}x{{< /details >}}\n',
}
MISSES = {
    "pair": quote("call `main()` first"),
    "fence": quote("```code``` `x`"),
    "even over lines": quote("```<br>code<br>```"),
    "two bodies": quote("`a` b") + quote("`c` d"),
    "raw value": "{{<matomeQuote body=`a` userName=`ann`>}}\n",
    "outside of quotes": "call `main()` ` first\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T107", text)
