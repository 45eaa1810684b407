"""What the head of a page tells search engines, and those who show a link's preview."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.page.conftest import draw
from tests.page.theme_site import BASE, CONFIG, build_loudly, complaints, make_site, post, read_page
from tests.support.hugo import Built


@pytest.mark.parametrize(
    ("path", "image", "size"),
    [
        pytest.param("posts/seed", "thumbnails/cards/posts/seed.jpg", (1200, 630), id="card"),
        pytest.param("posts/bundle", "thumbnails/cards/posts/bundle.jpg", (1200, 630), id="bundle"),
        pytest.param("posts/assets", "thumbnails/own.png", (1280, 960), id="assets"),
        pytest.param("posts/static", "thumbnails/fixed.jpg", None, id="static"),
        pytest.param("posts/remote", "https://images.example.com/a.jpg", None, id="remote"),
        pytest.param("posts/none", None, None, id="missing"),
        pytest.param("", None, None, id="home"),
        pytest.param("tags", None, None, id="tags"),
    ],
)
def test_image(themed: Built, path: str, image: str | None, size: tuple[int, int] | None) -> None:
    page = read_page(themed, path)
    if image is None:
        assert page.meta("og:image") == []
        assert page.meta("twitter:card") == ["summary"]
        return
    url = image if image.startswith("https:") else BASE + image
    assert page.meta("og:image") == [url]
    assert page.meta("twitter:image") == [url]
    assert page.meta("twitter:card") == ["summary_large_image"]
    sizes = page.meta("og:image:width") + page.meta("og:image:height")
    assert sizes == ([str(n) for n in size] if size else [])
    if url.startswith(BASE):
        assert (themed.public / image).is_file()


def test_post(themed: Built) -> None:
    page = read_page(themed, "posts/seed")
    title = "6ドルでR1超え！？S1の実力とは？AI界隈騒然！"
    assert f"<title>{title} | スレの夜</title>" in page.html
    assert page.meta("og:title") == [title]
    assert page.meta("og:type") == ["article"]
    assert page.meta("og:url") == [f"{BASE}posts/seed/"]
    assert page.meta("og:site_name") == ["スレの夜"]
    assert page.meta("article:published_time") == ["2025-02-05T00:00:00+09:00"]
    assert page.meta("article:tag") == ["AI", "LLM", "機械学習", "モデル軽量化", "オンデバイスAI"]
    (description,) = page.meta("description")
    assert description.startswith("inference scalingの議論で'Wait' hackが")
    assert len(description) <= 120
    assert page.meta("og:description") == [description]
    assert [link["href"] for link in page.all("link", rel="canonical")] == [f"{BASE}posts/seed/"]
    assert page.meta("viewport") == ["width=device-width, initial-scale=1"]


def test_home(themed: Built) -> None:
    page = read_page(themed)
    assert "<title>スレの夜</title>" in page.html
    assert page.meta("description") == ["海外の議論を、チャットのように読む。"]
    assert page.meta("og:type") == ["website"]
    feeds = [a["href"] for a in page.all("link", type="application/rss+xml")]
    assert feeds == ["/blog/index.xml"]


def test_a_home_without_a_description_names_the_newest_posts(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post("古い<b>", "2025-01-01"),
        "content/posts/b.md": post("新しい", "2025-01-02"),
    }
    config = re.sub("description = .*", 'description = ""', CONFIG)
    page = read_page(build_loudly(make_site(tmp_path, files, config), hugo))
    assert page.meta("description") == ["新しい / 古い<b>"]


def test_every_page_tells_of_the_feeds(themed: Built) -> None:
    post_page, tag = read_page(themed, "posts/seed"), read_page(themed, "tags/ai")
    feeds = [
        [a["href"] for a in page.all("link", type="application/rss+xml")]
        for page in (post_page, tag)
    ]
    assert feeds == [["/blog/index.xml"], ["/blog/index.xml", "/blog/tags/ai/index.xml"]]


def test_404_is_not_for_search_engines(themed: Built) -> None:
    page = read_page(themed, "404.html")
    assert page.meta("robots") == ["noindex"]
    assert not list(page.all("link", rel="canonical"))
    assert next(page.all("a", class_="button"))["href"] == "/blog/"


def test_robots_by_setting_and_by_page(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/x.md": post("x", "2025-01-01"),
        "content/posts/y.md": post("y", "2025-01-01", more="robots = 'noindex'"),
    }
    config = CONFIG + '\n[params.matome]\nrobots = "max-snippet:50"\n'
    built = build_loudly(make_site(tmp_path, files, config), hugo)
    robots = [read_page(built, path).meta("robots") for path in ("posts/x", "posts/y", "404.html")]
    assert robots == [["max-snippet:50"], ["noindex"], ["noindex"]]


@pytest.mark.parametrize(
    ("scheme", "meta", "colors"),
    [("auto", "light dark", 2), ("light", "light", 1), ("dark", "dark", 1)],
)
def test_scheme_is_a_setting(
    newest: Path, tmp_path: Path, scheme: str, meta: str, colors: int
) -> None:
    config = CONFIG + f'\n[params.matome]\nscheme = "{scheme}"\n'
    page = read_page(build_loudly(make_site(tmp_path, {}, config), newest))
    assert page.meta("color-scheme") == [meta]
    assert len(page.meta("theme-color")) == colors


LANGUAGES = """
baseURL = "https://example.org/"
title = "Night threads"
defaultContentLanguage = "ja"
theme = "matome"
[taxonomies]
tag = "tags"
month = "months"
[languages.ja]
title = "スレの夜"
weight = 1
[languages.en]
title = "Night threads"
weight = 2
"""


def test_two_languages(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/x.md": post("記事", "2025-01-01", tags='["夜"]'),
        "content/posts/x.en.md": post("A post", "2025-01-01", tags='["night"]'),
        "content/posts/y.md": post("日本語だけ", "2025-01-02"),
    }
    site = make_site(tmp_path, files, LANGUAGES)
    draw(site / "assets/thumbnails/cards/posts/x.en.jpg", 1200, 630)
    built = build_loudly(site, hugo)
    assert complaints(built.output) == []
    english = read_page(built, "en/posts/x")
    alternates = {
        a["hreflang"]: a["href"] for a in english.all("link", rel="alternate") if "hreflang" in a
    }
    assert alternates == {
        "ja": "https://example.org/posts/x/",
        "en": "https://example.org/en/posts/x/",
        "x-default": "https://example.org/posts/x/",
    }
    assert next(english.all("html"))["lang"] == "en"
    card = "https://example.org/thumbnails/cards/posts/x.en.jpg"
    assert english.meta("og:image") == [card]
    assert read_page(built, "posts/x").meta("og:image") == []
    assert [a["href"] for a in english.all("a", hreflang="ja")] == ["/posts/x/"]
    assert "January 1, 2025" in english.text
    assert "Archive" in english.text
    assert not list(read_page(built, "posts/y").all("nav", class_="languages"))
    assert "January 2025" in read_page(built, "en/months/2025/01").text


def test_languages_go_by_their_own_names(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/x.md": post("記事", "2025-01-01"),
        "content/posts/x.en.md": post("A post", "2025-01-01"),
        "content/posts/x.fr.md": post("Un article", "2025-01-01"),
    }
    built = build_loudly(
        make_site(tmp_path, files, LANGUAGES + "[languages.fr]\nweight = 3\n"), hugo
    )
    page = read_page(built, "posts/x")
    assert re.findall(r'hreflang="\w+">(.*?)</a>', page.html) == ["English", "fr"]
    assert 'hreflang="ja">日本語</a>' in read_page(built, "en/posts/x").html
