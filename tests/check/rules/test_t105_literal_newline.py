"""T105: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "between sentences": quote(r"そうだね。⟦\n⟧でも"),
    "two": quote(r"one.⟦\n\n⟧Two"),
    "two before a word": quote(r"one⟦\n\n⟧two"),
    "with a return": quote(r"一⟦\r\n⟧二"),
    "twice": quote(r"一⟦\n⟧二⟦\n⟧三"),
    "before a break": quote(r"一⟦\n⟧<br>二"),
    "at the end": quote(r"一⟦\n⟧"),
    "lower case behind a full stop": quote(r"one.⟦\n⟧two"),
    "beside code": quote(r"`a\n`は⟦\n⟧だ"),
    "summary": '{{< details summary="一⟦\\n⟧二" >}}x{{< /details >}}\n',
}
MISSES = {
    "code": quote(r"`printf('\n')` and ```\n```"),
    "named": quote(r"改行は「\n」と'\n'と”\n”で書く"),
    "path": quote(r"C:\new\name"),
    "formula": quote(r"the \nabla and \neq"),
    "escaped twice": quote(r"一\\n二"),
    "other escapes": quote(r"\t \d \s"),
    "break": quote("一<br>二"),
    "outside of quotes": "一\\n二\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T105", text)


def test_is_mended_safely_in_plain_text_only() -> None:
    assert_mends("T105", quote(r"一。\n\n二"), quote("一。<br><br>二"))
    assert_mends("T105", quote(r"one.\nTwo"), quote(r"one.\nTwo"))
    assert_mends("T105", quote(r"one.\nTwo"), quote("one.<br>Two"), "unsafe")
