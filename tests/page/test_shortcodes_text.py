"""What becomes of the text of a body: cases as data, all in one build of each Hugo."""

from __future__ import annotations

import html
import json
from functools import cache
from pathlib import Path

import pytest

from tests.page.shortcodes_site import Element, built, post, quote, read
from tests.support.hugo import Built

REL = 'rel="nofollow noopener noreferrer ugc"'


def a(url: str) -> str:
    """The link that is made of a URL."""
    scheme, rest = url.split("://", 1)
    end = min((rest.find(sign) for sign in "/?#" if sign in rest), default=len(rest))
    written = html.escape(url).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
    path = html.escape(rest[end:]).replace("&#x27;", "&#39;").replace("](", "]&#40;")
    return (
        f'<a class="mtm-link" href="{written}" {REL}>{scheme}://'
        f'<b class="mtm-host">{rest[:end]}</b>{path}</a>'
    )


def cite(*lines: str) -> str:
    signed = [f'<span class="mtm-gt">{sign}</span>{rest}' for sign, rest in map(_cut, lines)]
    return f'<blockquote class="mtm-cite">{"<br>".join(signed)}</blockquote>'


def _cut(line: str) -> tuple[str, str]:
    sign = "＞" if line.startswith("＞") else "&gt;"
    rest = line.removeprefix(sign)
    if rest[:1] in (" ", "　"):
        return sign + rest[0], rest[1:]
    return sign, rest


def code(text: str) -> str:
    return f'<code class="mtm-code">{text}</code>'


def cut(text: str) -> str:
    return f'<span class="mtm-cut">{text}</span>'


WIKI = "https://en.wikipedia.org/wiki/Foo_(bar)"
CASES: dict[str, tuple[str, str]] = {
    "plain": ("やあ、みんな。", "やあ、みんな。"),
    "nothing": ("", ""),
    "signs": ("a & b < c > d \" '", "a &amp; b &lt; c &gt; d &#34; &#39;"),
    "entities as written": ("&lt;b&gt; &amp; &#60;", "&amp;lt;b&amp;gt; &amp;amp; &amp;#60;"),
    # Line breaks
    "br": ("a<br>b<br/>c<br />d<BR>e", "a<br>b<br>c<br>d<br>e"),
    "newline": ("a\nb\n\nc", "a<br>b<br><br>c"),
    "full-width br": ("a<br＞b", "a&lt;br＞b"),
    "br with more": ("a<br class=x>b", "a&lt;br class=x&gt;b"),
    "literal backslash n": (r"a\nb", r"a\nb"),
    # Other things in angle brackets are text
    "generic": ("Vec<T>とOption<string>", "Vec&lt;T&gt;とOption&lt;string&gt;"),
    "script": (
        "<script src=https://evil.example/x.js></script>",
        f"&lt;script src={a('https://evil.example/x.js')}&gt;&lt;/script&gt;",
    ),
    "curly quotes": (
        "<a href=”https://example.com/x”>x</a>",
        f"&lt;a href=”{a('https://example.com/x')}”&gt;x&lt;/a&gt;",
    ),
    # Markdown by accident
    "italics": ("*x* and _y_ and 2*3*4", "*x* and _y_ and 2*3*4"),
    "list": ("1. a<br># b<br>+ c<br>- d", "1. a<br># b<br>+ c<br>- d"),
    "markdown link": (
        "[a](https://example.com/x)",
        f"[a]&#40;{a('https://example.com/x')})",
    ),
    "markdown link to a script": ("[a](javascript:alert(1))", "[a]&#40;javascript:alert(1))"),
    "template": ("{{ .Title }} {{< x >}}", "&#123;{ .Title }} &#123;{&lt; x &gt;}}"),
    "placeholder": ("HAHAHUGOSHORTCODE5s0HBHB", "HAHA&#72;UGOSHORTCODE5s0HBHB"),
    "replacement signs": ("$1 ${2} $0 https://a.b/$1", f"$1 ${{2}} $0 {a('https://a.b/$1')}"),
    # Strong
    "strong": ("これは**重要**です", "これは<strong>重要</strong>です"),
    "strong, more": ("**a** と **b c**", "<strong>a</strong> と <strong>b c</strong>"),
    "powers": ("2**3**4 and f(**kw, **more)", "2**3**4 and f(**kw, **more)"),
    "globs": ("src/**/x/**/y", "src/**/x/**/y"),
    "spaced": ("a ** b ** c", "a ** b ** c"),
    "over lines": ("**a<br>b**", "**a<br>b**"),
    # Code
    "code": ("これ`x = 1`だ", f"これ{code('x = 1')}だ"),
    "code keeps": ("`<b> **x** https://a.b/`", code("&lt;b&gt; **x** https://a.b/")),
    "two codes": ("`a` `b`", f"{code('a')} {code('b')}"),
    "odd backtick": ("`a` と `b", f"{code('a')} と `b"),
    "one backtick": ("it`s", "it`s"),
    "empty code": ("``", "``"),
    "fence": ("```x = 1```", code("x = 1")),
    "code over lines": ("`a<br>b`", "`a<br>b`"),
    "strong across code": ("**a `b` c**", f"**a {code('b')} c**"),
    "code and link": ("`a` https://a.b/c`d`", f"{code('a')} {a('https://a.b/c')}{code('d')}"),
    # Cited lines
    "cited": ("＞昔の話<br>今の話", f"{cite('＞昔の話')}今の話"),
    "cited, ascii": ("> old<br>new", f"{cite('&gt; old')}new"),
    "cited, together": ("＞a<br>＞ b<br>c", f"{cite('＞a', '＞ b')}c"),
    "cited, apart": ("＞a<br>x<br>＞b", f"{cite('＞a')}x{cite('＞b')}"),
    "cited, blank line": ("a<br><br>＞b<br><br>c", f"a<br>{cite('＞b')}c"),
    "cited last": ("a<br>＞b", f"a{cite('＞b')}"),
    "cited twice over": ("＞＞a", f"{cite('＞' + '＞a')}"),
    "not at the start": ("a ＞ b > c", "a ＞ b &gt; c"),
    "cited link": ("＞https://a.b/c<br>d", f"{cite('＞' + a('https://a.b/c'))}d"),
    "cited code": ("> `x`", cite("&gt; " + code("x"))),
    # Where a URL ends
    "url": ("https://example.com", a("https://example.com")),
    "url, slash": ("see https://example.com/ now", f"see {a('https://example.com/')} now"),
    "japanese after": ("https://a.jp/xを見て", f"{a('https://a.jp/x')}を見て"),
    "japanese before": ("これhttps://a.jp/x", f"これ{a('https://a.jp/x')}"),
    "full-width brackets": ("（https://a.jp/x）と", f"（{a('https://a.jp/x')}）と"),
    "japanese full stop": ("https://a.jp/x。次", f"{a('https://a.jp/x')}。次"),
    "before br": (
        "https://youtube.com/shorts/x<br>次",
        f"{a('https://youtube.com/shorts/x')}<br>次",
    ),
    "full stop": ("https://a.b/c. Next", f"{a('https://a.b/c')}. Next"),
    "comma": ("https://a.b/c, d", f"{a('https://a.b/c')}, d"),
    "stops inside": ("https://a.b/c.d,e;f:g!h?i", a("https://a.b/c.d,e;f:g!h?i")),
    "many stops": ("https://a.b/c?!.,;:", f"{a('https://a.b/c')}?!.,;:"),
    "own brackets": (f"({WIKI})", f"({a(WIKI)})"),
    "brackets around": ("(https://a.b/c)", f"({a('https://a.b/c')})"),
    "brackets in brackets": ("https://a.b/((c)d)e", a("https://a.b/((c)d)e")),
    "bracket left open": ("https://a.b/c(d", f"{a('https://a.b/c')}(d"),
    "square brackets": ("[https://a.b/?x[]=1]", f"[{a('https://a.b/?x[]=1')}]"),
    "angle brackets": ("<https://a.b/c>", f"&lt;{a('https://a.b/c')}&gt;"),
    "quotes": ("\"https://a.b/c\" 'https://a.b/d'", None),  # filled below
    "ampersands": ("https://a.b/?c=1&d=2&e", a("https://a.b/?c=1&d=2&e")),
    "fragment": ("https://a.b/#c", a("https://a.b/#c")),
    "escapes": ("https://a.b/%E3%81%82", a("https://a.b/%E3%81%82")),
    "broken escape": ("https://a.b/%E3%8 と and%", f"{a('https://a.b/%E3%8')} と and%"),
    "ends in an underscore": ("https://youtu.be/abc_", a("https://youtu.be/abc_")),
    "port": ("http://localhost:1313/x", a("http://localhost:1313/x")),
    "port of a host alone": ("http://10.0.0.1:80", a("http://10.0.0.1:80")),
    "capitals": ("HTTPS://A.B/C", a("HTTPS://A.B/C")),
    "japanese path": ("https://ja.a.b/wiki/日本", f"{a('https://ja.a.b/wiki/')}日本"),
    "latin path": ("https://a.b/Käse", a("https://a.b/Käse")),
    "strong link": ("**https://a.b/c**", f"<strong>{a('https://a.b/c')}</strong>"),
    "two links": ("https://a.b/c\nhttps://d.e/", f"{a('https://a.b/c')}<br>{a('https://d.e/')}"),
    "link in a link": (
        "https://web.archive.org/web/2020/https://a.b/c",
        a("https://web.archive.org/web/2020/https://a.b/c"),
    ),
    "at in the path": ("https://medium.com/@a/b", a("https://medium.com/@a/b")),
    "compare": ("https://github.com/a/b/compare/v1...v2", None),
    # No links
    "no host": ("https:// と http://。", "https:// と http://。"),
    "other schemes": (
        "ftp://a.b/ javascript://a.b/%0Aalert(1) data:text/html,x",
        "ftp://a.b/ javascript://a.b/%0Aalert(1) data:text/html,x",
    ),
    "name before the host": (
        "https://google.com@evil.example/x",
        "https://google.com@evil.example/x",
    ),
    "cut": ("https://a.b/long/pa...", cut("https://a.b/long/pa...")),
    "cut, japanese": ("https://a.b/of%20...。次", f"{cut('https://a.b/of%20...')}。次"),
    "cut by one sign": ("https://a.b/lo…と", f"{cut('https://a.b/lo…')}と"),
    "cut in brackets": ("（https://a.b/pa...）", f"（{cut('https://a.b/pa...')}）"),
    "cut before a tag": ("https://a.b/pa...<br>x", f"{cut('https://a.b/pa...')}<br>x"),
    "cut and whole": (
        "https://a.b/pa... https://a.b/c",
        f"{cut('https://a.b/pa...')} {a('https://a.b/c')}",
    ),
    "dots elsewhere": ("えっと... https://a.b/c", f"えっと... {a('https://a.b/c')}"),
    # mailto
    "mailto": (
        "mailto:a.b@c.de.",
        '<a class="mtm-link" href="mailto:a.b@c.de" rel="nofollow ugc">mailto:a.b@c.de</a>.',
    ),
    "mailto with more": ("mailto:?body=x", "mailto:?body=x"),
    "mailto in a link": (
        "https://a.b/?u=mailto:c@d.ef",
        a("https://a.b/?u=")
        + '<a class="mtm-link" href="mailto:c@d.ef" rel="nofollow ugc">mailto:c@d.ef</a>',
    ),
    "address alone": ("a@b.cd", "a@b.cd"),
}
CASES["quotes"] = (
    CASES["quotes"][0],
    f"&#34;{a('https://a.b/c')}&#34; &#39;{a('https://a.b/d')}&#39;",
)
CASES["compare"] = (CASES["compare"][0], a(CASES["compare"][0]))

DRAW = """{{ $data := dict }}
{{ if ge hugo.Version "0.156.0" }}{{ $data = hugo.Data }}{{ else }}{{ $data = site.Data }}{{ end }}
{{ range $data.cases }}
<p>{{ partial "matome/text.html" . }}</p>
{{ end }}"""
LONG = {
    "words": "a" * 200_000,
    "urls": "https://a.b/c " * 10_000,
    "open brackets": "https://a.b/" + "(" * 50_000,
    "urls, brackets left open": "https://a.b/(" * 20_000,
    "urls, names before the host": "https://a@" * 20_000,
    "urls without end": "https://a.b/c" * 20_000,
    "codes left open": "```a``` ```a " * 20_000,
    "stops": "https://a.b/" + "." * 50_000 + "x",
    "dots": "https://a.b/..." * 10_000,
    "backticks": "`" * 50_001,
    "stars": "**" * 25_000 + "x",
    "signs": "＞" * 50_000,
    "cited lines": "＞a\n" * 25_000,
    "at": "https://" + "a@" * 25_000,
    "brs": "<br>" * 50_000,
}


@pytest.fixture(scope="module")
def texts(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    writable = [body for body, _ in CASES.values() if not ("`" in body and '"' in body)]
    files = {
        "content/posts/all.md": post(*(quote(_written(body)) for body in writable)),
        "content/posts/long.md": post(*(quote(body) for body in LONG.values())),
        "content/draw.md": "+++\nlayout = 'draw'\n+++\n",
        "layouts/_default/draw.html": DRAW,
        "data/cases.json": json.dumps([body for body, _ in CASES.values()]),
    }
    return built(tmp_path_factory.mktemp("texts"), hugo, files)


def _written(body: str) -> str:
    """A body as it can be written: a code's line breaks only as <br>."""
    return body.replace("\n", "<br>") if "`" in body else body


@pytest.fixture(scope="module")
def drawn(texts: Built) -> dict[str, str]:
    page = texts.page("draw").split("<p>")[1:]
    return dict(zip(CASES, (part.split("</p>")[0] for part in page), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_text(drawn: dict[str, str], name: str) -> None:
    assert drawn[name] == CASES[name][1]


def test_a_quote_draws_the_same(texts: Built) -> None:
    """The shortcode takes a shorter way for plain text; both ways give the same."""
    page = texts.page("posts/all")
    bodies = [
        part.split("</div></article>")[0] for part in page.split('<div class="mtm-body">')[1:]
    ]
    wanted = [
        drawn or '<span class="mtm-empty">（本文なし）</span>'
        for body, drawn in CASES.values()
        if not ("`" in body and '"' in body)
    ]
    assert bodies == wanted


@cache
def bodies_of(html: str) -> list[Element]:
    """The bodies of a page's quotes; a page that several Hugos draw alike is read once."""
    return [e.one(".mtm-body") for e in read(html).all(".mtm-quote")]


def test_nothing_takes_long_or_is_lost(texts: Built) -> None:
    """Anything is drawn in time in proportion to its length: else the build would run out of it."""
    for body, text in zip(bodies_of(texts.page("posts/long")), LONG.values(), strict=True):
        for sign in ("<br>", "\n", "```"):
            text = text.replace(sign, "")
        assert body.text.replace("```", "").strip() == text.strip()
