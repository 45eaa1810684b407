"""H204: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits
from tests.support.mended import assert_mends

HITS = {
    "case": '{{< figure ⟦Src⟧="a.jpg" >}}\n',
    "misspelt": '{{< figure src="a" ⟦captoin⟧="b" >}}\n',
    "unknown": '{{< figure src="a" ⟦zoom⟧="b" >}}\n',
    "two": '{{< figure ⟦SRC⟧="a" alt="b" ⟦zoom⟧="c" >}}\n',
    "one value too many": "{{< param title ⟦more⟧ >}}\n",
    "twice": '{{< figure ⟦Src⟧="a.jpg" >}}\n' * 2,
    "inside another": '{{<details>}}{{< figure ⟦Src⟧="a.jpg" >}}{{</details>}}\n',
}
MISSES = {
    "read": '{{< figure src="a" alt="b" class="c" >}}\n',
    "ours are another rule's": '{{<matomeQuote body="a" username="b">}}\n',
    "positional": '{{< highlight go "linenos=table" >}}a{{< /highlight >}}\n',
    "any": '{{< ref path="/posts/" Lang="ja" >}}\n',
    "wrong kind is another rule's": '{{< figure "a.jpg" >}}\n',
    "unknown shortcode": '{{< nope a="b" >}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H204", text)


def test_messages_name_what_was_meant() -> None:
    (hit,) = assert_hits("H204", '{{< figure ⟦Src⟧="a" >}}\n')
    assert hit.message == "figure reads 'src', not 'Src': the case counts"
    (hit,) = assert_hits("H204", '{{< figure ⟦captoin⟧="a" >}}\n')
    assert hit.message == "figure does not read 'captoin'; did you mean 'caption'?"
    (hit,) = assert_hits("H204", '{{< x_simple id="1" user="a" ⟦zzz⟧="b" >}}\n')
    assert hit.message == "x_simple does not read 'zzz'; it reads id, user"


def test_renames() -> None:
    right = '{{< figure src="a" >}}\n'
    assert_mends("H204", '{{< figure Src="a" >}}\n', right)
    assert_mends("H204", '{{< figure scr="a" >}}\n', right, "unsafe")
    both = '{{< figure src="a" Src="b" >}}\n'
    assert_mends("H204", both, both, "unsafe")
