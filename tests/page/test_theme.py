"""The theme's pages, on every supported Hugo."""

from __future__ import annotations

import gzip
import itertools
import re
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from PIL import Image

from tests.page.theme_site import (
    BASE,
    CONFIG,
    build_loudly,
    complaints,
    make_site,
    matome_quote,
    post,
    read_page,
)
from tests.support.hugo import Built, build

PAGES = (
    "",
    "page/2",
    "posts",
    "posts/page/2",
    "posts/seed",
    "posts/bundle",
    "posts/none",
    "tags",
    "tags/機械学習",
    "tags/go-言語",
    "tags/c#",
    "tags/a/b",
    "months",
    "months/2025/02",
    "404.html",
)


def test_builds_without_a_word(themed: Built) -> None:
    assert themed.code == 0, themed.output
    assert complaints(themed.output) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_is_whole(themed: Built, path: str) -> None:
    page = read_page(themed, path)
    assert page.faults == []
    assert [e.name for e in page.elements].count("h1") == 1
    parts = [e.name for e in page.elements if e.name in ("header", "main", "footer")]
    assert (parts[0], parts[-1]) == ("header", "footer")
    levels = [int(e.name[1]) for e in page.elements if e.name in ("h1", "h2", "h3", "h4")]
    assert all(deep <= above + 1 for above, deep in itertools.pairwise(levels))
    assert len(list(page.all("main", id="main"))) == 1
    assert next(page.all("a", class_="skip-link"))["href"] == "#main"
    assert next(page.all("html"))["lang"] in ("ja", "ja-JP")
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PAGES)
def test_page_runs_under_the_policy(themed: Built, path: str) -> None:
    page = read_page(themed, path)
    for script in page.all("script"):
        assert script.get("src") or script["type"] == "application/ld+json"
    assert not list(page.all("style"))
    own = urlsplit(BASE).netloc
    for element in page.elements:
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]
        if element.name in ("img", "link", "script", "source") and element.attributes.get(
            "rel"
        ) not in ("canonical", "prev", "next"):
            url = element.attributes.get("href") or element.attributes.get("src", "")
            assert urlsplit(urljoin(BASE, url)).netloc == own


def test_every_link_inside_leads_somewhere(themed: Built) -> None:
    for path in PAGES:
        page = read_page(themed, path)
        for link in [*page.all("a"), *page.all("link"), *page.all("img")]:
            url = urlsplit(urljoin(BASE + quote(path), link.get("href") or link.get("src", "")))
            if url.netloc != urlsplit(BASE).netloc:
                continue
            target = themed.public / unquote(url.path).removeprefix("/blog/")
            assert target.is_file() or (target / "index.html").is_file(), (path, link)


def test_seed_post(themed: Built) -> None:
    page = read_page(themed, "posts/seed")
    quotes = [e for e in page.elements if "mtm-quote" in e.attributes.get("class", "").split()]
    assert len(quotes) == 80
    assert len(list(page.all("details", class_="mtm-fold"))) == 3
    assert "80件の発言" in page.text
    assert "52人" in page.text
    assert "2025年2月5日" in page.text
    assert [a["href"] for a in page.all("a", class_="chip")][2] == (
        "/blog/tags/%E6%A9%9F%E6%A2%B0%E5%AD%A6%E7%BF%92/"
    )
    assert len(list(page.all("a", href="https://news.ycombinator.com/item?id=42946854"))) == 2
    assert any(a["href"] in ("/blog/posts/", f"{BASE}posts/") for a in page.all("a"))
    assert [a["rel"] for a in page.all("a", class_="neighbour") if "rel" in a] == ["prev"]


def test_first_voice_is_the_description_without_what_it_cites(themed: Built) -> None:
    page = read_page(themed, "posts/none")
    assert page.meta("description") == ["そうですか。"]
    assert "3件の発言" in page.text
    assert "2人" in page.text


def test_styles_are_one_file_that_holds_the_bubbles(themed: Built) -> None:
    sheets = {
        link["href"]
        for path in PAGES
        for link in read_page(themed, path).all("link")
        if link["rel"] == "stylesheet"
    }
    assert len(sheets) == 1
    (sheet,) = sheets
    assert re.fullmatch(r"/blog/css/matome\.min\.[0-9a-f]{64}\.css", sheet)
    css = (themed.public / sheet.removeprefix("/blog/")).read_text(encoding="utf-8")
    for needed in ("--bg:", ".mtm-quote", ".mtm-h35", "auto-phrase", "prefers-color-scheme"):
        assert needed in css
    assert css.count("{") == css.count("}")
    assert "url(" not in css


@pytest.mark.parametrize(("path", "sizes"), [("", [13, 5]), ("posts", [12, 6])])
def test_pagination(themed: Built, path: str, sizes: list[int]) -> None:
    first = read_page(themed, path)
    second = read_page(themed, f"{path}/page/2".strip("/"))
    assert [len(list(p.all("article", class_="card"))) for p in (first, second)] == sizes
    at = f"{BASE}{path}/" if path else BASE
    assert [link["href"] for link in first.all("link", rel="next")] == [f"{at}page/2/"]
    assert [link["href"] for link in second.all("link", rel="prev")] == [at]
    assert [link["href"] for link in second.all("link", rel="canonical")] == [f"{at}page/2/"]
    current = [a["href"] for a in second.all("a", aria_current="page")]
    assert f"{urlsplit(at).path}page/2/" in current
    titles = [re.search(r"<title>(.*?)</title>", p.html) for p in (first, second)]
    assert titles[0] is not None
    assert titles[1] is not None
    assert "2ページ目" in titles[1][1]
    assert titles[0][1] != titles[1][1]


def test_page_size_is_a_setting(hugo: Path, tmp_path: Path) -> None:
    files = {f"content/posts/{n}.md": post(f"記事{n}", f"2025-01-0{n + 1}") for n in range(5)}
    site = make_site(tmp_path, files, CONFIG + "\n[params.matome]\npageSize = 2\n")
    built = build_loudly(site, hugo)
    assert complaints(built.output) == []
    assert len(list(read_page(built, "page/3").all("article", class_="card"))) == 1


def test_months_stand_under_their_years(themed: Built) -> None:
    page = read_page(themed, "months")
    assert re.findall(r'<h2[^>]*id="year-(\d*)"', page.html) == ["2025", "2024"]
    sections = page.html.split("<section")[1:]
    assert sections[0].count('class="month"') == 2
    assert sections[1].count('class="month"') == 12
    assert re.findall(r"(\d+)月</span>", sections[0]) == ["2", "1"]
    assert re.findall(r"(\d+)月</span>", sections[1]) == [str(n) for n in range(12, 0, -1)]
    assert "5件の記事" in sections[0]
    assert "2025年2月" in read_page(themed, "months/2025/02").text


def test_months_written_otherwise_are_kept(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post("a", "2025-01-01").replace("2025/01", "2025-8"),
        "content/posts/b.md": post("b", "2025-01-01").replace("2025/01", "2025/13"),
        "content/posts/c.md": post("c", "2025-01-01").replace("2025/01", "いつか"),
        "content/posts/d.md": post("d", "2025-01-01").replace("'2025/01'", "['2025/09']"),
    }
    built = build_loudly(make_site(tmp_path, files), hugo)
    assert built.code == 0, built.output
    page = read_page(built, "months")
    assert re.findall(r"(\d+)月</span>", page.html) == ["9", "8"]
    assert "2025/13" in page.text
    assert "いつか" in page.text
    assert "その他" in page.text


def test_tags_have_their_counts(themed: Built) -> None:
    page = read_page(themed, "tags")
    shown = re.findall(r'class="chip"[^>]*>([^<]+?) <span class="chip-count">(\d+)<', page.html)
    assert ("機械学習", "13") in shown
    assert ("AI", "2") in shown
    assert ("Go 言語", "1") in shown
    assert shown[0] == ("機械学習", "13")
    assert [a["href"] for a in page.all("a", class_="chip") if "c%23" in a["href"]]


def test_card_uses_the_picture_of_this_site_only(themed: Built) -> None:
    page = read_page(themed, "posts")
    pictures = {image["src"]: image for image in page.all("img")}
    assert set(pictures) == {
        "/blog/thumbnails/cards/posts/seed.jpg",
        "/blog/thumbnails/cards/posts/bundle.jpg",
        "/blog/thumbnails/own.png",
        "/blog/thumbnails/fixed.jpg",
    }
    card = pictures["/blog/thumbnails/cards/posts/seed.jpg"]
    assert (card["width"], card["height"], card["loading"]) == ("1200", "630", "eager")
    assert pictures["/blog/thumbnails/fixed.jpg"]["loading"] == "lazy"
    assert [p for p, a in pictures.items() if a.get("fetchpriority") == "high"] == [
        "/blog/thumbnails/cards/posts/seed.jpg"
    ]
    assert len(list(page.all("svg", class_="tile"))) == 12 - len(pictures)


def test_a_picture_in_a_list_comes_in_the_size_that_is_needed(themed: Built) -> None:
    pictures = {image["src"]: image for image in read_page(themed, "posts").all("img")}
    cards = "/blog/thumbnails/cards"
    assert pictures[f"{cards}/posts/seed.jpg"]["srcset"] == (
        f"{cards}-320/posts/seed.jpg 320w, {cards}-600/posts/seed.jpg 600w,"
        f" {cards}/posts/seed.jpg 1200w"
    )
    made, width, whole, _ = pictures["/blog/thumbnails/own.png"]["srcset"].split()
    assert (width, whole) == ("600w,", "/blog/thumbnails/own.png")
    with Image.open(themed.public / made.removeprefix("/blog/")) as image:
        assert image.size == (600, 450)
    without = [src for src, image in pictures.items() if "srcset" not in image]
    assert without == [f"{cards}/posts/bundle.jpg", "/blog/thumbnails/fixed.jpg"]


def test_empty_site(hugo: Path, tmp_path: Path) -> None:
    built = build_loudly(make_site(tmp_path, {}), hugo)
    assert built.code == 0
    assert complaints(built.output) == []
    home = read_page(built)
    assert "まだ記事がありません。" in home.text
    assert not list(home.all("nav", class_="pagination"))


def test_override_partials_stand_where_they_say(newest: Path, tmp_path: Path) -> None:
    places = ("head-end", "header", "footer", "post-before", "post-after")
    files = {f"layouts/partials/custom/{p}.html": f"<i>{p} {{{{ .Title }}}}</i>" for p in places}
    files["content/posts/x.md"] = post("X", "2025-01-01")
    html = build(make_site(tmp_path, files), newest).page("posts/x")
    at = [html.index(f"<i>{p} X</i>") for p in places]
    marks = [html.index(m) for m in ("</head>", "</header>", "</footer>", 'class="post-body')]
    assert at[0] < marks[0]
    assert marks[0] < at[1] < marks[1]
    assert html.index("<footer") < at[2] < marks[2]
    assert html.index("</h1>") < at[3] < marks[3] < at[4] < html.index("</article>")


def test_update_is_told_a_day_or_more_later(newest: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/later.md": post("a", "2025-01-01", more="lastmod = '2025-03-04'"),
        "content/posts/soon.md": post("b", "2025-01-01", more="lastmod = '2025-01-01T09:00:00'"),
    }
    built = build(make_site(tmp_path, files), newest)
    assert "2025年3月4日 更新" in read_page(built, "posts/later").text
    assert "更新" not in read_page(built, "posts/soon").text


def test_own_settings_stand_beside_those_of_the_theme(hugo: Path, tmp_path: Path) -> None:
    files = {"content/posts/x.md": post("X", "2025-01-01", body=matome_quote("ann", "はい"))}
    config = CONFIG + "\n[params.matome]\npageSize = 5\n"
    page = read_page(build_loudly(make_site(tmp_path, files, config), hugo), "posts/x")
    assert len(list(page.all("link", rel="stylesheet"))) == 1


MENU = """
[[menus.main]]
name = "はじめに"
pageRef = "/"
weight = 1
[[menus.main]]
name = "投稿"
pageRef = "/posts"
weight = 2
[[menus.main]]
name = "よそ"
url = "https://example.com/"
weight = 3
"""


def test_menu_of_the_site_replaces_the_lists(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/x.md": post("X", "2025-01-01"),
        "content/about.md": "+++\ntitle = 'わたし'\n+++\n\nひとこと。\n",
        "content/help.md": "+++\ntitle = 'たすけ'\n+++\n",
    }
    built = build_loudly(make_site(tmp_path, files, CONFIG + MENU), hugo)
    assert complaints(built.output) == []
    nav = re.search(r'(?s)<nav class="site-nav".*?</nav>', built.page("posts/x"))
    assert nav is not None
    found = re.findall(r'href="(.*?)"(?: aria-current="(\w+)")?>(.*?)<', nav[0])
    assert found == [
        ("/blog/", "", "はじめに"),
        ("/blog/posts/", "true", "投稿"),
        ("https://example.com/", "", "よそ"),
    ]
    about = read_page(built, "about")
    assert about.faults == []
    assert "約" not in about.text
    assert not list(about.all("nav", class_="neighbours"))


def test_seed_page_is_light(themed: Built) -> None:
    """At most 40 kB over the wire, pictures aside."""
    page = read_page(themed, "posts/seed")
    css = next(page.all("link", rel="stylesheet"))["href"].removeprefix("/blog/")
    parts = [page.html.encode(), (themed.public / css).read_bytes()]
    assert sum(len(gzip.compress(part)) for part in parts) <= 40_000


TAGGED = {
    "here": ("2025-01-05", '["a", "b"]'),
    "both": ("2025-01-02", '["a", "b"]'),
    "one": ("2025-01-09", '["b"]'),
    "none": ("2025-01-03", '["c"]'),
    "older": ("2025-01-04", '["a"]'),
    "newer": ("2025-01-06", '["a", "b"]'),
    "other": ("2025-01-08", '["a"]'),
}


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        # What stands beside a post already, as the next and the previous one, is left out.
        ("", ["both", "one", "other"]),
        ("related = 1", ["both"]),
        ("related = 0", []),
    ],
)
def test_related_posts_share_tags(
    hugo: Path, tmp_path: Path, settings: str, wanted: list[str]
) -> None:
    files = {
        f"content/posts/{name}.md": post(name, date, tags=tags)
        for name, (date, tags) in TAGGED.items()
    }
    built = build_loudly(make_site(tmp_path, files, f"{CONFIG}[params.matome]\n{settings}\n"), hugo)
    assert complaints(built.output) == []
    html = built.page("posts/here").partition('class="related"')[2]
    found = re.findall(r'href="/blog/posts/(\w+)/"', html)
    assert found[:1] == wanted[:1]
    assert sorted(found) == sorted(wanted)
    assert read_page(built, "posts/here").faults == []
    assert 'class="related"' not in built.page("posts/none")
