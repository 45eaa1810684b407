"""H206: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "path": r'{{<matomeQuote body="⟦C:\temp is \"full\"⟧" userName="ann">}}' + "\n",
    "line break": r'{{<matomeQuote body="⟦\"a\"\nb⟧" userName="ann">}}' + "\n",
    "before the quote": r'{{<matomeQuote body="⟦a\\\"b⟧" userName="ann">}}' + "\n",
    "another shortcode": r'{{< figure alt="⟦\alpha \"x\"⟧" >}}' + "\n",
}
MISSES = {
    "quotes alone": quote(r"a \"b\" c"),
    "no escaped quote": quote(r"C:\temp and \n"),
    "raw": r'{{<matomeQuote body=`C:\temp "x" \"y\"` userName="ann">}}' + "\n",
    "other values": r'{{<matomeQuote body="C:\temp" userName="the \"ann\"">}}' + "\n",
    "outside": r"C:\temp \"x\"" + "\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H206", text)


def test_backticks_keep_all() -> None:
    before = r'{{<matomeQuote body="C:\temp is \"full\"" userName="ann">}}' + "\n"
    after = r'{{<matomeQuote body=`C:\temp is "full"` userName="ann">}}' + "\n"
    assert_mends("H206", before, after)
    doubled = r'{{<matomeQuote body="C:\\temp \"full\"" userName="ann">}}' + "\n"
    assert_mends("H206", doubled, doubled)
    code = r'{{< figure alt="⟦`a\b` \"c\"⟧" >}}' + "\n"
    (hit,) = assert_hits("H206", code)
    assert hit.fix is None
