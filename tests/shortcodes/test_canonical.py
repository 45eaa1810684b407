"""The canonical form: what it is, that values stay, that it is its own form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from hugo_helpers.shortcodes.canonical import meaning, rewrites
from hugo_helpers.shortcodes.parser import parse
from tests.page.shortcodes_site import FRONT, site
from tests.shortcodes.test_laws import pages, soups
from tests.support.agreement import is_known, judged, needs_inner
from tests.support.hugo import build


def form(text: str) -> str:
    for start, end, content in reversed(list(rewrites(text, parse(text)))):
        text = text[:start] + content + text[end:]
    return text


CASES = {
    "spaces": ('{{<q  a="1"\t b="2">}}', '{{< q a="1" b="2" >}}'),
    "line breaks": ('{{< q\n  a="1"\n  b="2"\n>}}', '{{< q a="1" b="2" >}}'),
    "closing": ("{{<q>}}x{{</q>}}", "{{< q >}}x{{< /q >}}"),
    "closing, spaces within": ("{{<q>}}x{{< / q>}}", "{{< q >}}x{{< /q >}}"),
    "closing, of the other kind": ("{{<q>}}x{{%/q%}}", "{{< q >}}x{{% /q %}}"),
    "self-closing": ('{{%q "a"/%}}', '{{% q "a" / %}}'),
    "raw": ("{{< q a=`x` >}}", '{{< q a="x" >}}'),
    "raw with a quote": ('{{< q a=`"x"` >}}', '{{< q a="\\"x\\"" >}}'),
    "raw with a quote and a backslash": ('{{< q a=`"\\x"` >}}', '{{< q a=`"\\x"` >}}'),
    "raw over lines": ("{{< q a=`x\ny` >}}", "{{< q a=`x\ny` >}}"),
    "raw that ends with a backslash": ("{{< q a=`x\\` >}}", "{{< q a=`x\\` >}}"),
    "a backslash": ("{{< q a=`x\\y` >}}", '{{< q a="x\\y" >}}'),
    "an escape too much": ('{{< q a="\\x \\"y\\"" >}}', '{{< q a="x \\"y\\"" >}}'),
    "a word": ("{{< q a=x >}}", '{{< q a="x" >}}'),
    "a lone word": ("{{< ref about.md >}}", '{{< ref "about.md" >}}'),
    "numbers and truth": ("{{<q  a=1 b=-2.5 c=true >}}", "{{< q a=1 b=-2.5 c=true >}}"),
    "text that looks like a number": ('{{<q a="1">}}', '{{< q a="1" >}}'),
    "order of a quote": (
        '{{<matomeQuote color="" id="7" userName="u" body="b" x="y">}}',
        '{{< matomeQuote body="b" userName="u" color="" id="7" x="y" >}}',
    ),
    "order of others": ('{{<q b="1" a="2">}}', '{{< q b="1" a="2" >}}'),
    "order of the same": (
        '{{<details title="t" summary="1" summary="2" />}}',
        '{{< details summary="1" summary="2" title="t" / >}}',
    ),
    "positional": ('{{<q "b"   "a">}}', '{{< q "b" "a" >}}'),
    "a comment": ('{{</* q  a="1" */>}}', '{{</* q  a="1" */>}}'),
    "refused": ('{{<q "a>}}', '{{<q "a>}}'),
    "text": ("{{ q }}  a = `b`", "{{ q }}  a = `b`"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_form(before: str, after: str) -> None:
    assert form(before) == after
    assert form(after) == after


def test_the_seed_post_keeps_all_its_values(seed_post: str) -> None:
    after = form(seed_post)
    assert meaning(parse(after)) == meaning(parse(seed_post))
    assert after.count("{{< matomeQuote body=") == seed_post.count("{{<matomeQuote body=")
    assert "{{</details>}}" not in after
    assert form(after) == after


@settings(max_examples=400, deadline=None)
@given(soups | pages)
def test_values_stay_and_a_second_time_changes_nothing(text: str) -> None:
    document = parse(text, 0, needs_inner, is_known)
    after = text
    for start, end, content in reversed(list(rewrites(text, document))):
        after = after[:start] + content + after[end:]
    if document.faults:
        return
    again = judged(after)
    assert meaning(again) == meaning(document)
    assert list(rewrites(after, again)) == []


def test_hugo_makes_the_same_page_of_both(tmp_path: Path, hugo: Path, seed_post: str) -> None:
    odd = (
        FRONT + '{{<matomeQuote  userName=`a "b" \\c`  body=`x\ny`  id=7 >}}\n\n'
        '{{<details open=true summary=`"s"` >}}text{{</ details>}}\n\n'
        "{{%details summary=`a`/%}}\n"
    )
    texts = {"content/posts/seed.md": seed_post, "content/posts/odd.md": odd}
    pages = []
    for name, change in (("before", str), ("after", form)):
        files = {path: change(text) for path, text in texts.items()}
        done = build(site(tmp_path / name, files), hugo)
        assert done.code == 0, done.output
        pages.append([done.page(f"posts/{page}") for page in ("seed", "odd")])
    assert form(odd) != odd
    assert pages[0] == pages[1]
    assert "mtm-quote" in pages[0][1]
