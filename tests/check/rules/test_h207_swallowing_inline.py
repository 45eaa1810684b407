"""H207: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "open": "a ⟦{{< x.inline >}}⟧b\n\nc\n",
    "percent": "a ⟦{{% x.inline %}}⟧b\n",
}
MISSES = {
    "closed": "a {{< x.inline >}}b{{< /x.inline >}}\n\nc\n",
    "self-closed": "a {{< x.inline />}}b\n",
    "nothing behind": "a {{< x.inline >}}\n\n",
    "refused anyway": "a {{< x.inline >}}b {{< ref a >}}\n",
    "in a text": quote("x.inline"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H207", text)
