"""H203: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "other value": '{{<matomeQuote body="a" userName="b" ⟦color="x"⟧ color="">}}\n',
    "three": '{{<matomeQuote ⟦body="a"⟧ userName="b" ⟦body="c"⟧ body="d">}}\n',
    "without quotes": "{{< figure ⟦src=a.jpg⟧ src=b.jpg >}}\n",
    "one without quotes": '{{< figure ⟦src="a.jpg"⟧ src=b.jpg >}}\n',
    "raw": "{{< figure ⟦src=`a.jpg`⟧ src=`b.jpg` >}}\n",
    "a space before the value": '{{< figure ⟦src= "a.jpg"⟧ src="b.jpg" >}}\n',
    "on lines of their own": '{{< figure\n  ⟦src="a"⟧\n  src="b"\n>}}\n',
    "beside an address": quote("https://example.org/?a=1&b=2")
    + '{{<matomeQuote ⟦body="x=y"⟧ userName="b" body="z=">}}\n',
    "in a fold": '{{<details>}}{{< figure ⟦src="a"⟧ src="b" >}}{{</details>}}\n',
    "of the fold": '{{<details ⟦summary="a"⟧ summary="b">}}c{{</details>}}\n',
}
MISSES = {
    "once": quote(color=""),
    "other case": '{{< figure src="a" Src="b" >}}\n',
    "without names": '{{< highlight go "go" >}}a{{< /highlight >}}\n',
    "named in a text": quote("body=1 body=2 userName=3"),
    "addresses": quote("https://example.org/?body=1&body=2") + "https://example.org/?a=&a=\n",
    "HTML outside": '<a class="x" href="y">z</a>\n' + quote(),
    "ends in an equals sign": quote("a=") + quote("b ="),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H203", text)


def test_the_first_one_goes_as_hugo_has_it() -> None:
    before, after = '{{< figure src="a" src="a" >}}\n', '{{< figure src="a" >}}\n'
    assert_mends("H203", before, after)
    other = '{{< figure src="b" src="a" >}}\n'
    assert_mends("H203", other, other)
    assert_mends("H203", other, after, "unsafe")
