"""T106: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "named": quote("Q⟦&amp;⟧A"),
    "number": quote("I don⟦&#39;⟧t"),
    "hexadecimal": quote("I don⟦&#x27;⟧t"),
    "padded": quote("I don⟦&#0039;⟧t"),
    "beside a number with thousands of zeros": quote(f"&#{'0' * 9_000}60; ⟦&amp;⟧"),
    "two": quote("⟦&gt;⟧ a ⟦&lt;⟧ b"),
    "in a link": quote("https://example.org/?a=1⟦&amp;⟧b=2"),
    "break": quote("a⟦&lt;br&gt;⟧b⟦&lt;BR /&gt;⟧c"),
    "space": quote("a⟦&nbsp;⟧b"),
    "twice escaped": quote("⟦&amp;⟧lt;"),
    "summary": '{{< details summary="Q⟦&amp;⟧A" >}}x{{< /details >}}\n',
}
MISSES = {
    "sign": quote("Q&A, a && b; R&D;"),
    "no such entity": quote("&nosuchthing; &#; &#x;"),
    "the start of one": quote("&notanentity; &copyright;"),
    "no semicolon": quote("https://example.org/?a=1&lt=2&copy=3"),
    "code": quote("`&nbsp;` は `a &amp;&amp; b`"),
    "active": quote("&lt;script&gt;"),
    "outside of quotes": "Q&amp;A\n",
    "user's name": quote(user="a&amp;b"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T106", text)


MENDED = {
    "ampersand": ("Q&amp;A", "Q&A"),
    "apostrophe": ("don&#39;t don&#x27;t", "don't don't"),
    "cited lines": ("&gt; a<br>&gt;b -&gt; c", "＞ a<br>＞b -> c"),
    "less than": ("a &lt; b", "a < b"),
    "what would be a tag": ("List&lt;T&gt; a &lt; b &gt; c", "List＜T＞ a < b > c"),
    "break": ("a&lt;br /&gt;b", "a<br>b"),
    "space": ("a&nbsp;b&#8203;c", "a bc"),
    "not mended": ("&quot;a&quot; &#92; &#96; &#10; &#0;", "&quot;a&quot; &#92; &#96; &#10; &#0;"),
}


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
def test_becomes_its_character(before: str, after: str) -> None:
    assert_mends("T106", quote(before), quote(after))


def test_quotation_marks_become_curly() -> None:
    assert_mends("T106", quote("&quot;a&quot;"), quote("”a”"), "unsafe")
    raw = "{{<matomeQuote body=`%s` userName=`ann`>}}\n"
    assert_mends("T106", raw % "&quot;a&quot;", raw % '"a"')
