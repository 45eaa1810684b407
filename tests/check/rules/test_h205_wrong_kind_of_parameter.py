"""H205: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits

HITS = {
    "no name": '{{< figure ⟦"a.jpg"⟧ >}}\n',
    "two without a name": '{{< figure ⟦"a.jpg" "b"⟧ >}}\n',
    "bare": "{{< figure ⟦a⟧ >}}\n",
    "named": '{{< param ⟦name="title"⟧ >}}\n',
    "named with inner": '{{< highlight ⟦lang="go"⟧ >}}a{{< /highlight >}}\n',
}
MISSES = {
    "named as read": '{{< figure src="a.jpg" >}}\n',
    "counted as read": "{{< param title >}}\n",
    "both are read": '{{< youtube id="x" >}}{{< youtube x >}}\n',
    "none": "{{< figure >}}\n",
    "ours are another rule's": '{{<matomeQuote "Hello">}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H205", text)
