"""T102: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

RAW = "{{<matomeQuote body=`%s` userName=`ann`>}}\n"

HITS = {
    "pair": quote("I ⟦<i>⟧really</i> mean it"),
    "upper case": quote("I ⟦<B>⟧really</b> mean it"),
    "link": quote("⟦<a href='https://example.org/'>⟧x</a>"),
    "link in escaped quotes": quote(r"⟦<a href=\"https://example.org/\">⟧x</a>"),
    "attributes alone": quote("⟦<img src='x.png'>⟧"),
    "paragraph": quote("one⟦<p>⟧two"),
    "rule": quote("one⟦<hr/>⟧two"),
    "stray close": quote("one⟦</i>⟧ two"),
    "break with attributes": quote("one⟦<br clear=all>⟧two"),
    "break written as a close": quote("one⟦</br>⟧two"),
    "comment": quote("one⟦<!-- two -->⟧three"),
    "comment never ended": quote("one⟦<!-- two three⟧"),
    "comment in a comment": quote("⟦<!-- <!-- -->⟧ x"),
    "nested": quote("⟦<ul>⟧⟦<li>⟧a</li></ul>"),
    "two": quote("⟦<i>⟧a</i> and ⟦<b>⟧b</b>"),
    "raw value": RAW % '⟦<span class="x">⟧a</span>',
    "summary": '{{< details summary="⟦<b>⟧more</b>" >}}x{{< /details >}}\n',
}
MISSES = {
    "break": quote("one<br>two<br/>three<br />four<BR>five"),
    "type": quote("List<T> of <string>, Map<K, V>"),
    "header": quote("#include <stdio.h> and <vector>"),
    "less than": quote("a < b > c, x<y>z"),
    "placeholder": quote("git clone <source> <output> <address>"),
    "element that is named": quote("その<div>を消す"),
    "pair that is named": quote("<b></b>タグ"),
    "tag that is named": quote("the <p> tag and the <hr> element"),
    "code": quote("`<i>x</i>` and `<a href='x'>`"),
    "code over a line": quote("```<i>x</i>```"),
    "never ended": quote("<b and more"),
    "full width": quote("＜i＞x＜/i＞"),
    "unknown element": quote("<thinking>hm</thinking>"),
    "an address of the people": quote("<https://example.org/>"),
    "curly quotes": quote("<a href=”https://example.org/”>x</a>"),
    "active": quote("<script>x</script>"),
    "user's own Markdown": "<i>x</i>\n",
    "bubble": "{{< matomeBubble userName='a' >}}<i>x</i>{{< /matomeBubble >}}\n".replace("'", '"'),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T102", text)


MENDED = {
    "italics": ("I <i>really</i> mean it", "I really mean it"),
    "bold": ("これは<b>本当</b>だ", "これは**本当**だ"),
    "bold beside a letter": ("re<b>al</b>ly", "really"),
    "bold around nothing": ("a <b></b> b", "a  b"),
    "code": ("call <code>main()</code> first", "call `main()` first"),
    "code with a backtick": ("<code>a`b</code>", "a`b"),
    "paragraphs": ("one<p>two</p>", "one<br>two"),
    "list": ("<ul><li>a</li></ul>", "<ul><br>・a</ul>"),
    "link": ("<a href='https://example.org/x'>the docs</a>", "the docs（https://example.org/x）"),
    "link without text": ("<a href='https://example.org/x'></a>", "https://example.org/x"),
    "link with a cut text": (
        "<a href='https://example.org/long'>https://example.org/lo...</a>",
        "https://example.org/long",
    ),
}


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
def test_becomes_text(before: str, after: str) -> None:
    assert_mends("T102", quote(before), quote(after), "unsafe")


def test_a_break_is_mended_safely() -> None:
    assert_mends("T102", quote("a<br clear=all>b</br>c"), quote("a<br>b<br>c"))
    assert_mends("T102", quote("<i>a</i>"), quote("<i>a</i>"))
