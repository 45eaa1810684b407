"""Q203: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

FOLD = '{{< details summary="a" >}}'

HITS = {
    "nested": FOLD + "a{{< ⟦details⟧ summary=`b` >}}b{{< /details >}}{{< /details >}}\n",
    "two": FOLD + ("{{< ⟦details⟧ summary=`b` >}}b{{< /details >}}" * 2) + "{{< /details >}}\n",
    "three deep": FOLD
    + "{{< ⟦details⟧ summary=`b` >}}{{< ⟦details⟧ summary=`c` >}}d"
    + "{{< /details >}}" * 3
    + "\n",
}
MISSES = {
    "one after the other": (FOLD + "a{{< /details >}}") * 2 + "\n",
    "quotes": FOLD + quote() + "{{< /details >}}\n",
    "refused anyway": FOLD + FOLD + "{{< /details >}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q203", text)
