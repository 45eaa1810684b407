"""What the rules claim of Hugo and of our shortcodes, seen in real builds."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from hugo_helpers.check import quote_ids
from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.front_dates import is_date
from tests.support.hugo import ROOT, build, version_of, write_files
from tests.support.marked import FRONT, hits_of, post, quote

PAGE = "<t>{{ .Title }}</t><n>{{ .Truncated }}</n><c>{{ .Content }}</c>"
CONFIG = """\
baseURL = "https://example.org/"
buildFuture = true
disableKinds = ["taxonomy", "term", "home", "section", "rss", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
FIGURE = '{{< figure src="cat.jpg" >}}'
BUBBLE = '{{<matomeBubble userName="ann">}}'
FOLD = '{{<details summary="More">}}'

CLAIMS = {
    "H201 crossed": (
        f"{FOLD}1{BUBBLE}2{{{{</details>}}}}THREE{{{{</matomeBubble>}}}}\n",
        r"</article>.*THREE.*</details>",
    ),
    "H202 the opening counts": (f"{FOLD}*a*{{{{% /details %}}}}B\n", r"</details>\s*B"),
    "H203 the last counts": ('{{< figure src="a.jpg" src="b.jpg" >}}\n', r"b\.jpg(?!.*a\.jpg)"),
    "H204 the case counts": ('{{< figure Src="a.jpg" >}}\n', r"^(?!.*a\.jpg).*<figure"),
    "H205 names are read only": ('{{< figure "a.jpg" >}}\n', r"^(?!.*a\.jpg).*<figure"),
    "H206 backslashes go": (quote(r"C:\temp is \"full\""), r"C:temp is &#34;full&#34;"),
    "H207 the rest goes": ("before {{< x.inline >}}GONE\n\nGONE\n", r"before (?!.*GONE)"),
    "H209 fence": (f"```\n{FIGURE}\n```\n", r"<pre[^>]*><code[^>]*><figure><img src=.cat\.jpg"),
    "H209 inline": (f"`{FIGURE}`\n", r"<code><figure><img src=.cat\.jpg"),
    "H209 indented": (f"a\n\n    {FIGURE}\n", r"<pre[^>]*><code[^>]*><figure><img src=.cat\.jpg"),
    "H209 highlight": (
        "{{< highlight html >}}\n{{< param title >}}\n{{< figure >}}\n{{< /highlight >}}\n",
        r"A post.*figure.*</code>",
    ),
    "H210 comment": (f"<!-- {FIGURE} -->\n", r"<!--[^>]*<figure><img src=.cat\.jpg[^-]*-->"),
    "H211 no escape": ("a \\{{< param title >}} b\n", r"a \\A post b"),
    "H212 spaces": ("a\n\n<!-- more -->\n\nb\n", r"<n>false</n>"),
    "H212 inside": (f"a\n\n{FOLD}b\n\n<!--more-->\n\nc{{{{</details>}}}}\n", r"<n>false</n>"),
    "H213 in code": ("a `<!--more-->` b\n\nc\n", r"<n>true</n>.*a `</p>"),
    "H214 letter": ("---\ntitle: a\n---x\nb\n", r"<c><p>x\s+b</p>"),
    "F105 draft": ("+++\ntitle = 'a'\ndraft = 'yes'\n+++\nb\n", r"<p>b</p>"),
    "F106 two keys": ("+++\ntitle = 'a'\nTitle = 'b'\n+++\n", r"<t>b</t>"),
    "F106 two keys, the other way": ("+++\nTitle = 'b'\ntitle = 'a'\n+++\n", r"<t>b</t>"),
}
FINE = {
    "a divider": ("a\n\n<!--more-->\n\nb\n", r"<n>true</n>"),
    "shown": ('`{{</* figure src="cat.jpg" */>}}`\n', r"<code>\{\{&lt; figure src="),
    "shown in a comment": (
        '<!-- {{</* figure src="cat.jpg" */>}} -->\n',
        r"<!-- \{\{< figure src=\"cat\.jpg\" >\}\} -->",
    ),
    "the divider by references": (
        "&lt;!\\-\\-more\\-\\-&gt; a\n\nb\n",
        r"<n>false</n>.*&lt;!--more--&gt;",
    ),
    "backticks keep backslashes": (
        r'{{<matomeQuote body=`C:\temp is "full"` userName="ann">}}' + "\n",
        r"C:\\temp is &#34;full&#34;",
    ),
}


def _site(folder: Path, pages: dict[str, str], own: bool = True) -> None:
    write_files(folder, {"hugo.toml": CONFIG, "layouts/_default/single.html": PAGE, **pages})
    if own:
        shutil.copytree(ROOT / "layouts", folder / "layouts", dirs_exist_ok=True)


@cache
def _pages(hugo: Path, folder: Path) -> list[str]:
    """The pages of all claims, built once for a Hugo."""
    cases = [text for text, _ in (*CLAIMS.values(), *FINE.values())]
    whole = [text if text.startswith(("+++", "---")) else FRONT + text for text in cases]
    _site(folder, {f"content/p/c{n}.md": text for n, text in enumerate(whole)})
    built = build(folder, hugo)
    assert built.code == 0, built.output
    return [built.page(f"p/c{n}").replace("\n", " ") for n in range(len(whole))]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("claims")


@pytest.mark.parametrize("name", [*CLAIMS, *FINE])
def test_hugo_does_as_the_rules_say(hugo: Path, sites: Path, name: str) -> None:
    number = [*CLAIMS, *FINE].index(name)
    text, shown = {**CLAIMS, **FINE}[name]
    page = _pages(hugo, sites / version_of(hugo))[number]
    assert re.search(shown, page, re.DOTALL), page
    rules = [rule for rule in RULES if rule.code.startswith(("H2", "F105", "F106"))]
    codes = {rule.code for rule in rules if hits_of(rule, post(text))}
    assert codes == ({name[:4]} if name in CLAIMS else set())


@pytest.mark.parametrize("text", ["a {{__hugo_ctx pid=1}} b\n", "a {{__hugo_ctx/}} b\n"])
def test_hugo_takes_its_context_away(newest: Path, tmp_path: Path, text: str) -> None:
    _site(tmp_path, {"content/p/a.md": FRONT + text})
    assert "<p>a b</p>" in build(tmp_path, newest).page("p/a")


DATES: tuple[str, ...] = (
    *("'2025-02-05'", "'2025-02-05T10:00:00'", "'2025-02-05T10:00:00Z'", "'2025-02-05 10:00:00'"),
    *("'2025-02-05T10:00:00+09:00'", "'2025-02-05T10:00:00+0900'", "'2025-02-05T10:00:00.5'"),
    *("'2025-02-05T10:00:00,5'", "'2025-02-05 10:00:00 +0900'", "'2025-02-05 10:00:00+09:00'"),
    *("'2025-02-05 10:00:00Z'", "'2025-02-05 10:00:00 +0000 UTC'", "'2025-02-05 10:00:00.123'"),
    *(
        "2025-02-05",
        "2025-02-05T10:00:00",
        "2025-02-05T10:00:00Z",
        "2025-02-05 10:00:00",
        "20250205",
    ),
    *("'2025/02/05'", "'2025-02-05T10:00'", "'2025-02-05 10:00'", "'2025-02-05T10:00Z'", "'soon'"),
    *(
        "'2025-02-30'",
        "'2025-13-01'",
        "'2025-2-5'",
        "'20250205'",
        "'２０２５-02-05'",
        "' 2025-02-05'",
    ),
    *("'2025-02-05 '", "'2025-02-05T24:00:00'", "'2025-02-05T10:60:00'", "'2025-02-05T10:00:60'"),
    *("''", "true", "1.5", "[]", "['2025-02-05']", "{a = 1}", "10:00:00", "'2025'", "'2025-02'"),
    *("'02 Jan 2006'", "'Wed, 05 Feb 2025 10:00:00 GMT'", "'Mon Jan  2 15:04:05 2006'", "'3:04PM'"),
    *("'2025-02-05T10:00:00+25:00'", "'2025-02-05T10:00:00 JST'", "'10:00:00'", "'２月５日'"),
    *("'0000-01-01'", "'9999-12-31T23:59:59'", "'0001-01-01'", "'2025-02-05T10:00:00-00:00'"),
)


def test_dates_are_those_that_hugo_takes(newest: Path, tmp_path: Path) -> None:
    texts = [f"+++\ntitle = 'a'\ndate = {date}\n+++\n" for date in DATES]
    _site(tmp_path, {f"content/p/d{n}.md": text for n, text in enumerate(texts)}, own=False)
    refused = set(
        map(int, re.findall(r"parsable date: see \S*/d(\d+)\.md", build(tmp_path, newest).output))
    )
    ours = {n for n, text in enumerate(texts) if not is_date(post(text).fields["date"])}
    assert {DATES[n] for n in ours ^ refused} == set()
    assert 20 < len(refused) < len(DATES) - 20


QUOTES = (
    *(
        quote("Hello"),
        quote(r"a \"b\" \c"),
        quote("日本<br>語", "名前"),
        quote("a", "", created_at="x"),
    ),
    *(
        quote("Hello"),
        quote("a", id="own"),
        quote("b", id="own"),
        quote("`a` & <b>", "<i>"),
        quote("c", id="最初"),
    ),
    '{{<matomeQuote body=`a\nb "c" \\d` userName="ann" createdAt="2025-02-05">}}\n',
    "{{< matomeBubble userName=`bob` >}}\nHello *x*\n{{< /matomeBubble >}}\n",
    '{{< matomeBubble userName="bob" createdAt="2025-02-05" >}}Hi{{< /matomeBubble >}}\n',
)


def test_ids_are_those_of_the_page(hugo: Path, tmp_path: Path) -> None:
    text = FRONT + "".join(QUOTES)
    _site(tmp_path, {"content/p/a.md": text})
    page = build(tmp_path, hugo).page("p/a")
    shown = re.findall(r'<article class="mtm-quote[^>]* id="([^"]+)"', page)
    ours = quote_ids.ids(post(text))
    assert len(set(shown)) == len(QUOTES)
    assert all(ours.may_hold(one) for one in shown)
    assert not ours.untold
    assert {one for one in shown if not re.search(r"-2$", one)} == set(ours.counts)


VALUES = {
    "id": (
        "a",
        "a-1.b:c_d",
        "1",
        "-a",
        ".a",
        "a b",
        "最初",
        "a" * 100,
        "a" * 101,
        "a\tb",
        "a#b",
        " a",
    ),
    "replyTo": ("a", "#a", "q-0123456789", "a b"),
    "side": ("left", "right", "Left", "middle", " left", "leftright"),
    "url": (
        *(
            "https://a.b/",
            "http://a.b:80/x?y#z",
            "https://a.b",
            "/",
            "/a",
            "//a.b",
            "/\\a",
            "a.b",
            "#x",
        ),
        *(
            "javascript:x",
            "HTTPS://a.b/",
            "https://",
            "https://a.b/x y",
            "https://日本.jp/",
            "/日本",
        ),
        *(
            "https://a.b/日本",
            "https://a.b/　x",
            "https://a.b:123456/",
            "https://u@a.b/",
            "/%41",
            "/x|y",
        ),
        *(
            "https://a_b.c/",
            "https://a.b?x",
            "https://a.b#x",
            "https://a.b\\x",
            "mailto:a@b.c",
            "/~a",
        ),
    ),
    "avatar": (
        *("a.png", "/a/b.JPG", "a.jpg", "a.jpeg", "a/b/c.webp", "../a.png", "a/../b.png", "a..png"),
        *(
            ".a.png",
            "a/.b.png",
            "写真/アン.svg",
            "①.png",
            "½.png",
            "a b.png",
            "a.txt",
            "https://a/b.png",
        ),
        *(
            "//a/b.png",
            "a@2x.gif",
            "~a.avif",
            "a.png.txt",
            "a\u0301.png",
            "é.png",
            "a//b.png",
            "a.png/",
        ),
    ),
}


def test_values_are_those_that_the_shortcode_takes(hugo: Path, tmp_path: Path) -> None:
    cases = [(name, value) for name, values in VALUES.items() for value in values]
    texts = [FRONT + quote(**{name: value}) for name, value in cases]
    _site(tmp_path, {f"content/p/v{n}.md": text for n, text in enumerate(texts)})
    built = build(tmp_path, hugo)
    told = r'as "\w+" and is shown as text: "[^"]*/v(\d+)\.md'
    warned = set(map(int, re.findall(told, built.output)))
    check = RULES["Q112"].body.post
    assert check is not None
    ours = {n for n, text in enumerate(texts) if list(check(post(text)))}
    assert {cases[n] for n in ours ^ warned} == set()
    assert 20 < len(warned) < len(cases) - 20


PARAMETERS = (
    *(quote(), quote("", ""), '{{<matomeQuote body="a">}}\n', '{{<matomeQuote userName="a">}}\n'),
    *(
        "{{<matomeQuote>}}\n",
        '{{<matomeQuote "a" "b">}}\n',
        quote().replace("userName", "username"),
    ),
    *(quote(zzz="1"), quote(id="a", replyTo="a", url="/", side="left"), quote(createdat="1")),
    *(
        '{{<matomeBubble userName="a">}}b{{</matomeBubble>}}\n',
        "{{<matomeBubble>}}b{{</matomeBubble>}}\n",
    ),
    *(
        '{{<matomeBubble userName="a" body="c">}}b{{</matomeBubble>}}\n',
        f"{FOLD}a{{{{</details>}}}}\n",
    ),
    *('{{<details "More">}}a{{</details>}}\n', '{{<details Summary="a">}}b{{</details>}}\n'),
    *("{{<details>}}a{{</details>}}\n", '{{<details summary="a" zzz="b">}}c{{</details>}}\n'),
    *(f"{FOLD}{quote(zzz='1')}{{{{</details>}}}}\n", '{{<details open="true">}}a{{</details>}}\n'),
)


def test_parameters_are_those_that_the_shortcodes_refuse(hugo: Path, tmp_path: Path) -> None:
    texts = [FRONT + text for text in PARAMETERS]
    _site(tmp_path, {f"content/p/v{n}.md": text for n, text in enumerate(texts)})
    output = build(tmp_path, hugo).output
    refused = set(map(int, re.findall(r'ERROR.*shortcode "\w+" .*/v(\d+)\.md', output)))
    rules = [RULES["Q101"], RULES["Q102"]]
    ours = {n for n, text in enumerate(texts) if any(hits_of(rule, post(text)) for rule in rules)}
    assert {PARAMETERS[n] for n in ours ^ refused} == set()
    assert 5 < len(refused) < len(texts) - 5


TIMES = (
    *("2025-02-05T16:48:02", "2025/09/27 15:01:17", "2025-02-05", "2025/02/05", "2025-02-05 16:48"),
    *("2025-02-05T16:48:02Z", "2025-02-05T16:48:02 Z", "2025-02-05T16:48:02+09:00", " 2025-02-05 "),
    *("2025-02-05T16:48:02-0330", "2025-02-05T16:48:02.5", "2025-02-05T16:48:02,123456789Z"),
    *("2024-02-29T00:00:00", "2025-02-29T00:00:00", "2025-04-31", "2025-12-31T23:59:59+14:59"),
    *("2025-02-05T24:00:00", "2025-02-05T10:60:00", "2025-13-01", "2025-2-5", "soon", "20250205"),
    *("2025-02-05T10:00:00+15:00", "2025-02-05T10:00:00 JST", "2025-02-05T10", "2025-02-05T"),
    *(
        "２０２５-02-05",
        "2025.02.05",
        "2025-02-05  10:00:00",
        "2025-W06",
        "05/02/2025",
        "2025-00-01",
    ),
    *("2025-02-00", "2025-02-05T10:00:00.", "2025-02-05Z", "1999-12-31 23:59:59", "2100-02-29"),
)


def test_times_are_those_that_the_page_shows_as_times(hugo: Path, tmp_path: Path) -> None:
    text = FRONT + "".join(quote(str(n), created_at=when) for n, when in enumerate(TIMES))
    _site(tmp_path, {"content/p/a.md": text})
    page = build(tmp_path, hugo).page("p/a")
    shown = re.findall(r"<(time|span) class=\"?mtm-time", page)
    assert len(shown) == len(TIMES)
    moments = post(text).times.moments
    ours = ["time" if moment else "span" for moment in moments]
    differ = {when for when, one, other in zip(TIMES, shown, ours, strict=True) if one != other}
    assert differ == set()
