"""T101: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends, mended

RAW = "{{<matomeQuote body=`%s` userName=`ann`>}}\n"

HITS = {
    "script": quote("a ⟦<script>⟧alert(1)</script>"),
    "script elsewhere": quote("⟦<script src=//evil.example/x.js>⟧"),
    "mixed case": quote("⟦<ScRiPt>⟧alert(1)</sCrIpT>"),
    "never ended": quote("⟦<script src=//evil.example/x.js ⟧"),
    "slash for space": quote("⟦<script/x>⟧1"),
    "handler": quote("⟦<img src=x onerror=alert(1)>⟧"),
    "handler behind a slash": quote("⟦<svg/onload=alert(1)>⟧"),
    "handler of an unknown element": quote("⟦<x ONCLICK = 'alert(1)'>⟧"),
    "handler behind a > in quotes": quote("⟦<img alt='>' onerror=alert(1)>⟧"),
    "handler in escaped quotes": quote(r"⟦<img src=\"x\" onerror=\"alert(1)\">⟧"),
    "handler in a raw value": RAW % '⟦<img src="x" onerror="alert(1)">⟧',
    "tag in a tag": quote("<b ⟦<script>⟧"),
    "looks like a call": quote("{{⟦<script>⟧alert(1)</script>"),
    "looks like a call of ours": RAW % '{{⟦<matomeQuote body="x" onclick=alert(1)>⟧',
    "iframe": quote("⟦<iframe src=https://evil.example/>⟧"),
    "style": quote("⟦<style>⟧*{display:none}</style>"),
    "object": quote("⟦<object data=x>⟧"),
    "meta": quote("⟦<meta http-equiv=refresh content='0;url=//evil.example'>⟧"),
    "form": quote("⟦<form action=//evil.example>⟧"),
    "javascript address": quote("⟦<a href=javascript:alert(1)>⟧x</a>"),
    "in quotes": quote("⟦<a href='javascript:alert(1)'>⟧x</a>"),
    "in curly quotes": quote("⟦<a href=”javascript:alert(1)”>⟧x</a>"),
    "address in mixed case": quote("⟦<a href=JaVaScRiPt:alert(1)>⟧x</a>"),
    "address with an entity": quote("⟦<a href=jav&#x61;script:alert(1)>⟧x</a>"),
    "address with named entities": quote("⟦<a href=java&Tab;script&colon;alert(1)>⟧x</a>"),
    "address with a tab": quote("⟦<a href='java\tscript:alert(1)'>⟧x</a>"),
    "address with a control character": quote("⟦<a href='\x01javascript:alert(1)'>⟧x</a>"),
    "address far behind": quote(f"⟦<a href='{' ' * 999}javascript:alert(1)'>⟧x</a>"),
    "address behind entities": quote(f"⟦<a href='{'&Tab;' * 99}javascript:alert(1)'>⟧x</a>"),
    "vbscript": quote("⟦<a href=vbscript:msgbox>⟧x</a>"),
    "data": quote("⟦<a href='data:text/html,x'>⟧x</a>"),
    "svg animation": quote("⟦<animate attributeName=href values=javascript:alert(1)>⟧"),
    "form's button": quote("⟦<button formaction=javascript:alert(1)>⟧"),
    "autolink": quote("⟦<javascript:alert(1)>⟧"),
    "autolink with an entity": quote("⟦<&#106;avascript:alert(1)>⟧"),
    "Markdown link": quote("[x](⟦javascript:alert(1)⟧)").replace("⟧)", ")⟧", 1),
    "Markdown link, entity": quote("[x](⟦javascript&colon;alert)⟧"),
    "Markdown link, angle brackets": quote("[x](⟦<java\tscript:alert)⟧").replace("\t", "&Tab;"),
    "Markdown definition": quote("[x]:⟦javascript:alert⟧"),
    "entities": quote("⟦&lt;script&gt;⟧alert(1)&lt;/script&gt;"),
    "numbers": quote("⟦&#60;script&#62;⟧alert(1)"),
    "hexadecimal, no semicolon": quote("⟦&#x0003Cscript>⟧alert(1)"),
    "thousands of zeros": quote(f"⟦&#{'0' * 9_000}60;script>⟧"),
    "thousands of zeros in a scheme": quote(f"⟦<a href=&#{'0' * 9_000}106;avascript:x>⟧"),
    "handler with entities": quote("⟦&lt;img src=x onerror=alert(1)&gt;⟧"),
    "in code": quote("put `⟦<script>⟧` there"),
    "two": quote("⟦<script>⟧ ⟦<iframe>⟧"),
    "user's name": quote(user="⟦<script>⟧"),
    "summary": '{{< details summary="⟦<img src=x onerror=alert(1)>⟧" >}}x{{< /details >}}\n',
    "bubble": '{{< matomeBubble userName="⟦<script>⟧" >}}x{{< /matomeBubble >}}\n',
}
MISSES = {
    "text": quote("the script element, an onerror= handler, javascript:alert(1)"),
    "prose about the language": quote("[JavaScript](https://example.org/javascript:x)"),
    "harmless tag": quote("<b>bold</b>"),
    "type": quote("List<T>, <string>, <scripting>"),
    "stdio": quote("#include <stdio.h>"),
    "less than": quote("a < b > c and a<b && c=1"),
    "placeholders": quote("git clone <object> <link> <base>"),
    "word with on": quote("<a title='on the = sign'>x</a>"),
    "full width": quote("＜script＞alert(1)＜/script＞"),
    "closing alone": quote("</script>"),
    "handler's name as a value": quote("<a title='onload'>x</a>"),
    "harmless data": quote("<img src='data:image/png;base64,AAAA'>"),
    "entity of no tag": quote("a &lt; b &lt;T&gt;"),
    "line breaks": quote("a<br>b<br/>c<BR />d"),
    "outside of quotes": "<script>alert(1)</script>\n\n[x](javascript:void)\n",
    "in a foreign shortcode": '{{< figure src="<script>" >}}\n',
    "name of a shortcode": '{{<details summary="x">}}y{{</details>}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T101", text)


MENDED = {
    "script": ("a <script>x</script> b", "a ＜script＞x＜/script＞ b"),
    "handler": ("<img src=x onerror=y>", "＜img src=x onerror=y＞"),
    "never ended": ("<script src=x", "＜script src=x"),
    "link": ("[x](javascript:y)", "[x]（javascript:y）"),
    "definition": ("[x]: javascript:y", "[x]： javascript:y"),
    "entities": ("&lt;script&gt;x", "＜script＞x"),
    "link in a link": ("<a href=javascript:x>[x](javascript:y)</a>", None),
}


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
def test_becomes_visible_text(before: str, after: str | None) -> None:
    if after is None:
        after = mended("T101", quote(before))
        assert "<" not in after.removeprefix("{{<")
        assert_mends("T101", quote(before), after)
    else:
        assert_mends("T101", quote(before), quote(after))


@pytest.mark.parametrize("text", HITS.values(), ids=HITS)
def test_is_inert_once_mended(text: str) -> None:
    after = mended("T101", text.replace("⟦", "").replace("⟧", ""))
    assert_hits("T101", after)
