"""The search: real Hugo, the real index, a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.sync_playwright import Axe

from hugo_helpers.site.pagefind import find_pagefind, index
from tests.page.conftest import themed_files
from tests.page.theme_site import CONFIG, build_loudly, make_site, matome_quote, post, read_page
from tests.support.browser import Scheme, until, visit
from tests.support.hugo import Built, build
from tests.support.server import CSP_WITH_SEARCH, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SEARCH = CONFIG + "\n[params.matome]\nsearch = true\n"
HOSTILE = "<img src=x onerror=alert(1)> &amp;amp; 観覧車</mark><script>alert(2)</script>"


@pytest.fixture(scope="module")
def origin(newest: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with an index, below /blog/ as on a server that holds more than it."""
    files = themed_files(seed_post)
    files["content/posts/fold.md"] = post(
        "夏の話",
        "2025-01-10",
        tags='["AI"]',
        body=matome_quote("ann", "昨日の晩に東京都で量子コンピュータの研究発表を聞いてきました。")
        + '{{< details summary="続き" >}}\n'
        + matome_quote("bob", "風鈴の音が好きです。")
        + "{{< /details >}}\n",
    )
    files["content/posts/hostile.md"] = post("題", "2025-01-09", body=matome_quote("x", HOSTILE))
    files["content/about.md"] = "+++\ntitle = '案内'\n+++\n\n量子の案内。\n"
    folder = tmp_path_factory.mktemp("searched")
    built = build(make_site(folder / "site", files, SEARCH), newest)
    assert built.code == 0, built.output
    binary = find_pagefind()
    assert binary is not None
    assert index(binary, built.public) == 20
    (folder / "root").mkdir()
    built.public.rename(folder / "root" / "blog")
    with serve(folder / "root", CSP_WITH_SEARCH) as url:
        yield url


def look_for(page: Page, words: str) -> list[str]:
    """Type these words; where the answers lead, without the origin."""
    page.locator(".search input").fill(words)
    asked = f"new URLSearchParams(location.search).get('q') === {words!r}"
    until(page, f"{asked} && document.querySelector('.search-said').textContent")
    page.wait_for_timeout(250)
    found: list[str] = page.locator(".search-results a").evaluate_all(
        "links => links.map(a => a.pathname + a.hash)"
    )
    return found


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("研究発表", "昨日の晩に東京都で量子コンピュータの研究発表を聞いてきました。"),
        ("東京都", "昨日の晩に東京都で量子コンピュータの研究発表を聞いてきました。"),
        ("風鈴", "風鈴の音が好きです。"),
    ],
)
def test_a_japanese_word_leads_to_its_quote(
    browser: Browser, origin: str, words: str, answer: str
) -> None:
    with visit(browser, origin, width=360) as reader:
        page = reader.open("/blog/")
        page.keyboard.press("/")
        post_link, quote_link = look_for(page, words)
        assert post_link == "/blog/posts/fold/"
        assert quote_link.startswith("/blog/posts/fold/#q-")
        assert page.locator(".search-place").inner_text() == answer
        assert words in "".join(page.locator(".search-place mark").all_inner_texts())
        assert reader.overflow() == 0
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        target = page.locator(":target")
        assert answer in target.inner_text()
        assert target.is_visible()
        assert reader.faults == []


def test_nothing_is_fetched_before_somebody_searches(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(request.url))
        page = reader.open("/blog/posts/fold/")
        assert not [url for url in asked if "pagefind" in url or "/js/search.min" in url]
        page.get_by_role("button", name="検索").click()
        look_for(page, "風鈴")
        assert [url for url in asked if "/pagefind/pagefind.js" in url]
        assert [url for url in asked if "/js/search.min" in url]


def test_keys_and_what_else_is_found(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        page = reader.open("/blog/posts/fold/")
        dialog = page.locator(".search")
        page.keyboard.press("Control+/")
        assert not dialog.is_visible()
        page.keyboard.press("/")
        until(page, "document.querySelector('.search').open")
        assert page.evaluate("document.activeElement.name") == "q"
        assert look_for(page, "麒麟") == []
        assert page.locator(".search-said").inner_text() == "見つかりませんでした。"
        found = look_for(page, "古い記事")
        assert all(link.startswith("/blog/posts/old-") for link in found)
        assert len(found) == len(set(found))
        first = len(page.locator(".search-title").all())
        assert first == 6
        page.get_by_role("button", name="もっと見る").click()
        until(page, "document.querySelectorAll('.search-title').length === 12")
        page.keyboard.press("Escape")
        assert not dialog.is_visible()
        # The dialog says that it is closed in a task of its own.
        until(page, "!location.search")
        assert page.url == f"{origin}/blog/posts/fold/"
        assert page.evaluate("document.activeElement.tagName") in ("BODY", "BUTTON")
        # A speaker's name, a time and a tag are no text of a post.
        page.keyboard.press("/")
        assert not [a for a in look_for(page, "bob") if "fold" in a]
        assert reader.faults == []


def test_a_tag_narrows_the_search(browser: Browser, origin: str) -> None:
    with visit(browser, origin, width=360) as reader:
        page = reader.open("/blog/")
        page.keyboard.press("/")
        tag = page.locator(".search-tag")
        until(page, "!document.querySelector('.search-tag').hidden")
        names = tag.locator("option").all_inner_texts()
        assert names[0] == "すべてのタグ"
        assert {"機械学習 (13)", "AI (3)", "Go 言語 (1)"} <= set(names)
        assert len(names) == len(set(names))
        tag.select_option("Go 言語")
        until(page, "document.querySelectorAll('.search-title').length === 1")
        assert page.locator(".search-title").inner_text() == "絵のない記事"
        assert look_for(page, "風鈴") == []
        tag.select_option("AI")
        until(page, "document.querySelector('.search-place')")
        assert page.locator(".search-place").inner_text() == "風鈴の音が好きです。"
        tag.press("ArrowDown")
        assert page.evaluate("document.activeElement.name") == "tag"
        assert reader.overflow() == 0
        assert reader.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_reader_can_search(browser: Browser, origin: str, scheme: Scheme) -> None:
    for width in (360, 1280):
        with visit(browser, origin, width=width, scheme=scheme) as reader:
            page = reader.open("/blog/posts/fold/")
            page.keyboard.press("/")
            assert look_for(page, "風鈴")
            assert Axe().run(page).response["violations"] == []


def test_a_link_to_a_search_opens_it(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        page = reader.open(f"/blog/?q={quote('風鈴')}")
        until(page, "document.querySelector('.search-place')")
        assert page.locator(".search input").input_value() == "風鈴"
        page.goto(f"{origin}/blog/404.html")
        page.locator(".not-found input").fill("風鈴")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert unquote(page.url) == f"{origin}/blog/?q=風鈴"
        until(page, "document.querySelector('.search-place')")


def test_what_strangers_wrote_stays_text(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        page = reader.open("/blog/")
        page.on("dialog", lambda dialog: reader.faults.append(dialog.message))
        page.keyboard.press("/")
        look_for(page, "観覧車")
        place = page.locator(".search-place")
        assert "<img src=x onerror=alert(1)>" in place.inner_text()
        assert "</mark><script>alert(2)</script>" in place.inner_text()
        assert place.locator("img, script").count() == 0
        look_for(page, "<img src=x onerror=alert(1)>")
        assert page.locator(".search img").count() == 0
        assert reader.faults == []


def test_a_site_without_its_index_says_so(browser: Browser, newest: Path, tmp_path: Path) -> None:
    config = SEARCH.replace("/blog/", "/")
    built = build(make_site(tmp_path, {}, config), newest)
    with serve(built.public, CSP_WITH_SEARCH) as url, visit(browser, url) as reader:
        page = reader.open()
        page.keyboard.press("/")
        page.locator(".search input").fill("言葉")
        until(page, "document.querySelector('.search-said').textContent")
        assert page.locator(".search-said").inner_text() == "検索を読み込めませんでした。"


@pytest.mark.parametrize(
    ("config", "environment", "shown"),
    [
        (CONFIG, {}, False),
        (SEARCH, {}, True),
        (CONFIG, {"HUGO_PARAMS_MATOME_SEARCH": "true"}, True),
        (SEARCH.replace("true", "false"), {}, False),
    ],
    ids=["by default", "setting", "as build says", "off"],
)
def test_the_box_is_shown_where_there_is_an_index(
    hugo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    config: str,
    environment: dict[str, str],
    shown: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    built: Built = build_loudly(make_site(tmp_path, {}, config), hugo)
    assert built.code == 0, built.output
    for path in ("", "404.html"):
        page = read_page(built, path)
        assert bool(list(page.all("dialog"))) == shown
        assert bool(list(page.all("button", class_="search-open"))) == shown
        assert bool(list(page.all("form"))) == shown
