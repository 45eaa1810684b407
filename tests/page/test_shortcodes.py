"""The shortcodes alone under a bare foreign theme, the seed post first of all."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tests.page.shortcodes_site import (
    FRONT,
    Element,
    built,
    call,
    complaints,
    post,
    quote,
    quotes,
    read,
    site,
)
from tests.support.hugo import OLDEST, Built, build, newest_hugo, version_of, write_files

ID = re.compile(r"q-[0-9a-f]{10}(-\d+)?")


def fold(*inner: str, **given: str) -> str:
    return call("details", **given) + "\n\n" + "\n\n".join(inner) + "\n{{< /details >}}"


def many(*pairs: tuple[str, str]) -> str:
    return post(*(quote(body, user) for user, body in pairs))


FILES = {
    "content/posts/calm.md": post(
        quote("一つ", "ann"),
        quote("二つ", "ann"),
        "間の文。",
        quote("三つ", "ann"),
        quote("四", "bob"),
    ),
    "content/posts/twice.md": many(
        ("ann", "同じ"), ("bob", "別"), ("ann", "同じ"), ("ann", "同じ"), ("cat", "終")
    ),
    "content/posts/fewer.md": many(("bob", "別"), ("ann", "同じ"), ("cat", "終")),
    "content/posts/folded.md": post(
        "最初の段落。",
        fold(
            quote("中一", "ann"),
            quote("中二", "ann"),
            "中の **段落**。",
            quote("中三", "bob"),
            fold(quote("奥", "cat"), "奥の段落。", summary="奥"),
            summary="もっと `code` と **強** <b>",
        ),
        quote("外", "ann"),
    ),
    "content/posts/folds.md": post(
        fold("A", summary="a", open="true", name="set", title='説"明', **{"class": "wide x"}),
        fold("B"),
        '{{< details summary="c" open=true >}}C{{< /details >}}',
        "{{< details >}}D{{< /details >}}",
        fold("E", summary="e", open="false"),
    ),
    "content/posts/bubble.md": post(
        call("matomeBubble", userName="ann", side="right")
        + "\n\nA *word*, `code`.\n\n- one\n- two\n\n{{< /matomeBubble >}}",
        call("matomeBubble", userName="bob", color="x")
        + quote("中の引用", "cat")
        + "外の文\n{{< /matomeBubble >}}",
    ),
    "content/posts/optional.md": post(
        quote("a", "ann", id="start", url="https://example.com/a?b=1&c=%E3%8", color="#fff"),
        quote("b", "bob", replyTo="start", side="right", avatar="img/bob.png"),
        quote("c", "cat", id="start", avatar="/img/cat.png", url="/posts/"),
        quote("d", "dan", avatar="dan.png"),
    ),
    "content/posts/nameless.md": post(quote("", ""), quote("  ", "_"), quote("x", "-_-", at="")),
    "content/posts/none.md": post("引用のない記事。"),
}


@pytest.fixture(scope="module")
def alone(hugo: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {**FILES, "content/posts/seed.md": seed_post, "assets/img/bob.png": "png"}
    return built(tmp_path_factory.mktemp("alone"), hugo, files)


@pytest.fixture(scope="module")
def seed(alone: Built) -> Element:
    return read(alone.page("posts/seed"))


def test_the_seed_post(seed: Element) -> None:
    assert len(seed.all(".mtm-quote")) == 80
    folds = seed.all("details")
    assert [f.one("summary").text for f in folds] == [
        f"もっとコメントを表示（{n}）" for n in (1, 2, 3)
    ]
    inside = [len(f.all(".mtm-quote")) for f in folds]
    assert [f.one("summary").attributes["data-mtm-count"] for f in folds] == [
        str(n) for n in inside
    ]
    assert inside == [20, 20, 20]
    assert not seed.all("#comment")
    assert "ZgotmplZ" not in seed.text


def test_the_contract_of_a_quote(seed: Element) -> None:
    for element in seed.all(".mtm-quote"):
        assert ID.fullmatch(element.attributes["id"])
        assert element.attributes["data-user"] == element.one(".mtm-user").text
        hues = [c for c in element.classes if re.fullmatch(r"mtm-h([12]?\d|3[0-5])", c)]
        assert len(hues) == 1
        time = element.one("time")
        assert re.fullmatch(r"2025-02-\d\dT\d\d:\d\d:\d\dZ", time.attributes["datetime"])
        assert re.fullmatch(r"2025/02/\d\d \d\d:\d\d", time.text)
        permalink = element.one(".mtm-permalink")
        assert permalink.attributes["href"] == "#" + element.attributes["id"]
        assert not [e for e in element.walk() if "style" in e.attributes]
    ids = [e.attributes["id"] for e in seed.all(".mtm-quote")]
    assert len(set(ids)) == 80


def test_what_is_drawn_for_interaction_says_so(seed: Element) -> None:
    own = {e.tag for e in seed.walk() if "data-mtm-own" in e.attributes}
    assert own == {"a", "details", "summary"}
    links = [a for q in seed.all(".mtm-quote") for a in q.one(".mtm-head").all("a")]
    assert all("data-mtm-own" in a.attributes for a in links)
    assert not [a for a in seed.all(".mtm-link") if "data-mtm-own" in a.attributes]


def test_highlighted_as_the_post_says(seed: Element, seed_post: str) -> None:
    colors = re.findall(r'color="([^"]*)"', seed_post)
    drawn = ["mtm-highlight" in e.classes for e in seed.all(".mtm-quote")]
    assert drawn == [bool(color) for color in colors]


def test_styles_are_linked_once(alone: Built) -> None:
    for name in ("seed", "calm", "folded", "bubble", "folds"):
        links = [
            e
            for e in read(alone.page(f"posts/{name}")).all("link")
            if e.attributes["rel"] == "stylesheet"
        ]
        assert len(links) == 1, name
    file = alone.public / links[0].attributes["href"].lstrip("/")
    digest = base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
    assert links[0].attributes["integrity"] == f"sha256-{digest}"
    assert "stylesheet" not in alone.page("posts/none")


def test_an_id_stays_when_others_go(alone: Built) -> None:
    before = {(e.attributes["data-user"], e.attributes["id"]) for e in quotes(alone, "posts/twice")}
    after = [(e.attributes["data-user"], e.attributes["id"]) for e in quotes(alone, "posts/fewer")]
    assert set(after) < before
    assert len(after) == 3


def test_the_same_quote_again_gets_a_number(alone: Built) -> None:
    ids = [e.attributes["id"] for e in quotes(alone, "posts/twice")]
    assert ids[2:4] == [f"{ids[0]}-2", f"{ids[0]}-3"]


def test_a_run_of_one_speaker(alone: Built) -> None:
    drawn = quotes(alone, "posts/calm")
    assert ["mtm-same" in e.classes for e in drawn] == [False, True, True, False]
    body = read(alone.page("posts/calm")).one("body")
    order = [e for e in body.children if isinstance(e, Element) and e.tag in ("article", "p")]
    assert [e.tag for e in order] == ["article", "article", "p", "article", "article"]


def test_folds_keep_quotes_and_draw_markdown(alone: Built) -> None:
    page = read(alone.page("posts/folded"))
    outer, inner = page.all("details")
    assert [e.attributes["data-user"] for e in outer.all(".mtm-quote")] == [
        "ann", "ann", "bob", "cat"
    ]  # fmt: skip
    assert [p.text for p in outer.all("p")] == ["中の 段落。", "奥の段落。"]
    assert outer.all("strong")[1].text == "段落"
    assert inner.one(".mtm-quote").text.endswith("奥")
    summary = outer.all("summary")[0]
    assert summary.text == "もっと code と 強 <b>"
    assert summary.attributes["data-mtm-count"] == "4"
    assert [summary.one("code").text, summary.one("strong").text] == ["code", "強"]
    assert not page.all("#comment")


def test_folds_take_what_hugos_own_takes(alone: Built) -> None:
    folds = read(alone.page("posts/folds")).all("details")
    assert ["open" in f.attributes for f in folds] == [True, False, True, False, False]
    assert folds[0].attributes["class"] == "mtm-fold wide x"
    assert (folds[0].attributes["name"], folds[0].attributes["title"]) == ("set", '説"明')
    assert [f.one("summary").text for f in folds] == ["a", "もっと見る", "c", "もっと見る", "e"]
    assert [f.one("p").text for f in folds] == list("ABCDE")


def test_a_bubble_holds_markdown(alone: Built) -> None:
    first, second, inner = quotes(alone, "posts/bubble")
    assert first.one("em").text == "word"
    assert [li.text for li in first.all("li")] == ["one", "two"]
    assert {"mtm-markdown", "mtm-right"} <= set(first.classes)
    assert {"mtm-markdown", "mtm-highlight"} <= set(second.classes)
    assert second.all(".mtm-quote") == [inner]
    assert inner.attributes["data-user"] == "cat"


def test_optional_parameters(alone: Built) -> None:
    first, second, third, fourth = quotes(alone, "posts/optional")
    assert first.attributes["id"] == "start"
    source = first.one(".mtm-source").attributes
    assert source["href"] == "https://example.com/a?b=1&c=%E3%8"
    assert source["rel"] == "nofollow noopener noreferrer ugc"
    assert second.one(".mtm-reply").attributes["href"] == "#start"
    assert "mtm-right" in second.classes
    picture = second.one("img").attributes
    assert (picture["src"], picture["alt"]) == ("/img/bob.png", "")
    assert third.attributes["id"] == "start-2"
    assert third.one("img").attributes["src"] == "/img/cat.png"
    assert third.one(".mtm-source").attributes["href"] == "/posts/"
    assert fourth.one("img").attributes["src"] == "/dan.png"


def test_no_name_and_no_words(alone: Built) -> None:
    nobody, blank, dashes = quotes(alone, "posts/nameless")
    assert nobody.attributes["data-user"] == ""
    assert nobody.one(".mtm-user").text == "名無し"
    assert nobody.one(".mtm-empty").text == "（本文なし）"
    assert blank.attributes["data-user"] == "_"
    assert not dashes.all("time")
    assert dashes.one(".mtm-permalink").text == "#"


@pytest.mark.parametrize("unsafe", ["true", "false"])
def test_goldmarks_setting_changes_nothing(
    hugo: Path, alone: Built, seed_post: str, tmp_path: Path, unsafe: str
) -> None:
    files = {**FILES, "content/posts/seed.md": seed_post, "assets/img/bob.png": "png"}
    done = built(tmp_path, hugo, files, f"markup.goldmark.renderer.unsafe = {unsafe}")
    for name in ("seed", "folded", "bubble", "optional", "twice"):
        assert done.page(f"posts/{name}") == alone.page(f"posts/{name}")


def test_the_theme_may_bring_the_styles(tmp_path: Path) -> None:
    files = {"content/posts/a.md": post(quote("x"))}
    done = built(tmp_path, newest_hugo(), files, "params.matome.stylesheet = false")
    assert "stylesheet" not in done.page("posts/a")
    assert not (done.public / "css").exists()


FEED = """<rss version="2.0"><channel>{{ range .Pages }}<item><description>
{{- .Content | transform.XMLEscape | safeHTML -}}
</description></item>{{ end }}</channel></rss>"""


def test_each_rendering_of_a_page_gives_the_same(hugo: Path, tmp_path: Path) -> None:
    """Several output formats and a list with full text render a page's calls again."""
    files = {
        "content/posts/_index.md": "+++\ntitle = 'list'\n+++\n",
        "content/posts/twice.md": "+++\ntitle = 'x'\noutputs = ['html', 'other']\n+++\n"
        + FILES["content/posts/twice.md"].removeprefix(FRONT),
        "layouts/posts/list.html": "<body>{{ range .Pages }}{{ .Content }}{{ end }}</body>",
        "layouts/_default/single.other.html": "<html><body>{{ .Content }}</body></html>",
        "layouts/_default/list.other.html": "{{ range .Pages }}{{ .Content }}{{ end }}",
    }
    more = """
[outputFormats.other]
mediaType = "text/html"
baseName = "other"
[outputs]
section = ["HTML", "other"]
"""
    folder = tmp_path
    write_files(folder, {})
    done = built(folder, hugo, files, more)
    post_page = (done.public / "posts/twice/index.html").read_text(encoding="utf-8")
    wanted = re.findall(r'id="([^"]*)"', post_page)
    assert len(wanted) == 5
    for path in ("posts/twice/other.html", "posts/index.html", "posts/other.html"):
        text = (done.public / path).read_text(encoding="utf-8")
        assert re.findall(r'id="([^"]*)"', text) == wanted, path
        assert text.count('rel="stylesheet"') == 1


def test_in_another_language(hugo: Path, tmp_path: Path) -> None:
    more = """
defaultContentLanguageInSubdir = true
[languages.ja]
weight = 1
[languages.en]
weight = 2
[languages.en.params.matome.strings]
permalink = "Here <now>"
"""
    files = {
        "content/posts/a.ja.md": post(quote("", "")),
        "content/posts/a.en.md": post(quote("", ""), fold("x")),
        "i18n/en.toml": '[matome_more]\nother = "Unfold & read"\n',
    }
    write_files(tmp_path, {"i18n/ja.toml": ""})
    mounted = more + '[[module.mounts]]\nsource = "i18n"\ntarget = "i18n"\n'
    done = built(tmp_path, hugo, files, mounted)
    ja, en = read(done.page("ja/posts/a")), read(done.page("en/posts/a"))
    assert ja.one(".mtm-user").text == "名無し"
    assert en.one(".mtm-user").text == "Anonymous"
    assert en.one("time").text == "2025-02-05 16:48"
    assert en.one("summary").text == "Unfold & read"
    assert en.one(".mtm-permalink").attributes["title"] == "Here <now>"


@pytest.mark.parametrize("unsafe", ["true", "false"])
def test_inside_a_shortcode_of_another_theme(hugo: Path, tmp_path: Path, unsafe: str) -> None:
    """Where raw HTML may pass, quotes pass whole; where not, Hugo drops them. Styles are linked."""
    files = {
        "content/posts/x.md": post(
            "{{< box >}}\n\n" + quote("中の[a](b)**強**", "ann") + "文\n{{< /box >}}",
            quote("外", "bob"),
        ),
        "layouts/shortcodes/box.html": "<section>\n"
        "{{ .Inner | .Page.RenderString (dict `display` `block`) }}</section>",
    }
    done = built(tmp_path, hugo, files, f"markup.goldmark.renderer.unsafe = {unsafe}")
    page = read(done.page("posts/x"))
    box = page.one("section")
    assert len(box.all(".mtm-quote")) == (1 if unsafe == "true" else 0)
    assert len(page.all(".mtm-quote")) == (2 if unsafe == "true" else 1)
    links = [e for e in page.all("link") if e.attributes["rel"] == "stylesheet"]
    assert len(links) == (2 if unsafe == "true" else 1)
    if unsafe == "true":
        assert box.one(".mtm-body").text == "中の[a](b)強"
        assert not box.one(".mtm-body").all("a")


def test_minified(hugo: Path, seed_post: str, tmp_path: Path) -> None:
    folder = site(tmp_path, {"content/posts/seed.md": seed_post})
    done = build(folder, hugo, "--minify")
    assert (done.code, complaints(done)) == (0, [])
    assert done.page("posts/seed").count("<article") == 80


def test_pages_that_are_only_shown_in_another(hugo: Path, tmp_path: Path) -> None:
    build_key = "_build" if version_of(hugo) == OLDEST else "build"
    hidden = FRONT.replace("title", f"{build_key} = {{render = 'never'}}\ntitle")
    files = {
        "content/list/_index.md": FRONT,
        "content/list/a.md": hidden + quote("甲", "ann"),
        "content/list/b.md": hidden + quote("甲", "ann") + quote("乙", "ann"),
        "layouts/list/list.html": "<body>{{ range .Pages }}<p>{{ .Content }}</p>{{ end }}</body>",
        "data/matome/colors.json": '{"list/a": {"ann": 1}, "list/b": {"ann": 2}}',
    }
    done = built(tmp_path, hugo, files)
    drawn = [p.all(".mtm-quote") for p in read(done.page("list")).all("p")]
    assert sorted(len(found) for found in drawn) == [1, 2]
    hues = {q.classes[1] for found in drawn for q in found}
    assert hues == {"mtm-h1", "mtm-h2"}
    assert done.page("list").count('rel="stylesheet"') == 2
