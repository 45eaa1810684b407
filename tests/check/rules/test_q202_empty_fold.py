"""Q202: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "closed by itself": '{{< ⟦details⟧ summary="a" />}}\n',
    "nothing": '{{< ⟦details⟧ summary="a" >}}{{< /details >}}\n',
    "blank lines": '{{< ⟦details⟧ summary="a" >}}\n\n{{</details>}}\n',
}
MISSES = {
    "text": '{{< details summary="a" >}}\na\n{{< /details >}}\n',
    "a quote": '{{< details summary="a" >}}\n' + quote() + "{{< /details >}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q202", text)
