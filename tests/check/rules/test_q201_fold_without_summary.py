"""Q201: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "none": "{{< ⟦details⟧ >}}\na\n{{< /details >}}\n",
    "empty": '{{< ⟦details⟧ summary=" " >}}\na\n{{< /details >}}\n',
}
MISSES = {
    "summary": '{{< details summary="More" >}}\na\n{{< /details >}}\n',
    "without a name is another finding": '{{< details "More" >}}\na\n{{< /details >}}\n',
    "a quote": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q201", text)
