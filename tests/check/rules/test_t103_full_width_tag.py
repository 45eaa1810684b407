"""T103: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "end": quote("one⟦<br＞⟧two"),
    "start": quote("one⟦＜br>⟧two"),
    "both": quote("one⟦＜br＞⟧two"),
    "slash": quote("one⟦<br/＞⟧two⟦＜br／＞⟧three"),
    "space": quote("one⟦<br ＞⟧two⟦＜　BR ＞⟧three"),
    "letters": quote("one⟦＜ｂｒ＞⟧two⟦<ｂｒ>⟧three"),
    "another tag's end": quote("⟦<strong＞⟧x"),
    "another tag's start": quote("⟦＜strong>⟧x"),
    "close": quote("x⟦</b＞⟧"),
    "attributes": quote("⟦<a href='https://example.org/'＞⟧x"),
    "summary": '{{< details summary="one⟦<br＞⟧two" >}}x{{< /details >}}\n',
}
MISSES = {
    "ascii": quote("one<br>two<br/>three<BR />four"),
    "other full-width tags": quote("＜思考＞x＜/思考＞ ＜div＞"),
    "cited line": quote("＞one<br>＞two"),
    "comparison": quote("a＜b>c, a<b＞c"),
    "no element": quote("<string＞"),
    "outside of quotes": "one<br＞two\n",
    "no tag": quote("br＞ ＜brown＞"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T103", text)


def test_line_breaks_are_mended() -> None:
    before = quote("1<br＞2＜br>3＜br＞4＜ｂｒ／＞5<strong＞6")
    assert_mends("T103", before, quote("1<br>2<br>3<br>4<br>5<strong＞6"))
