"""Light, dark, or as the system: chosen by the reader, kept, and there before the first paint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.theme_site import CONFIG, make_site, post, read_page
from tests.support.browser import Scheme, until, visit
from tests.support.hugo import Built, build
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LIGHT, DARK = "rgb(243, 245, 248)", "rgb(15, 18, 23)"
BUTTON = ".scheme-choice"


@pytest.fixture(scope="module")
def built(newest: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {"content/posts/x.md": post("題", "2025-01-01")}
    folder = tmp_path_factory.mktemp("scheme")
    return build(make_site(folder, files, CONFIG.replace("/blog/", "/")), newest)


@pytest.fixture(scope="module")
def origin(built: Built) -> Iterator[str]:
    with serve(built.public) as url:
        yield url


def paper(page: Page) -> str:
    color: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return color


def bar(page: Page) -> list[str]:
    """The colours that count for the browser's own bars."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('meta[name=theme-color]')]"
        ".filter(m => matchMedia(m.media).matches).map(m => m.content)"
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_button_goes_round(browser: Browser, origin: str, scheme: Scheme) -> None:
    own = {"light": LIGHT, "dark": DARK}[scheme]
    with visit(browser, origin, scheme=scheme, width=360) as reader:
        page = reader.open()
        button = page.get_by_role("button", name="配色")
        for name, shown in [
            ("システムに合わせる", own),
            ("ライト", LIGHT),
            ("ダーク", DARK),
            ("システムに合わせる", own),
        ]:
            assert " ".join(button.inner_text().split()).endswith(name)
            assert paper(page) == shown
            assert bar(page) == [{LIGHT: "#f3f5f8", DARK: "#0f1217"}[shown]]
            button.press("Enter")
        assert reader.faults == []


FIRST_FRAME = """
new PerformanceObserver(list => {
  window.first ??= getComputedStyle(document.documentElement).backgroundColor
}).observe({type: 'paint', buffered: true});
document.addEventListener('DOMContentLoaded', () => {
  window.parsed = document.documentElement.dataset.theme ?? 'system'
});
const seen = window.seen = [];
(function look() {
  // Before the styles are there, nothing is painted, and all is transparent.
  const root = document.documentElement;
  const color = root && getComputedStyle(root).backgroundColor;
  if (root && color !== 'rgba(0, 0, 0, 0)') seen.push(color);
  requestAnimationFrame(look);
})();
"""


@pytest.mark.parametrize(
    ("scheme", "chosen", "shown"),
    [("light", "dark", DARK), ("dark", "light", LIGHT), ("dark", "odd", DARK)],
)
def test_no_frame_is_in_the_other_colours(
    browser: Browser, origin: str, scheme: Scheme, chosen: str, shown: str
) -> None:
    with visit(browser, origin, scheme=scheme) as reader:
        page = reader.open()
        page.evaluate(f"localStorage.setItem('matome-scheme', '{chosen}')")
        page.add_init_script(FIRST_FRAME)
        for path in ("/", "/posts/x/"):
            reader.open(path)
            until(page, "window.first && window.seen.length > 2")
            assert page.evaluate("window.first") == shown
            assert page.evaluate("window.parsed") == {"odd": "system"}.get(chosen, chosen)
            assert set(page.evaluate("window.seen")) == {shown}


def test_a_choice_reaches_other_tabs(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        page = reader.open()
        other = page.context.new_page()
        other.goto(f"{origin}/posts/x/")
        for _ in range(2):
            page.locator(BUTTON).click()
        until(other, "document.documentElement.dataset.theme === 'dark'")
        assert paper(other) == DARK


def test_a_browser_that_keeps_nothing(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        reader.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
        )
        page = reader.open()
        for _ in range(2):
            page.locator(BUTTON).click()
        assert paper(page) == DARK
        assert reader.faults == []


def test_without_scripts_the_system_decides_and_no_button_is_shown(
    browser: Browser, origin: str
) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    try:
        page = context.new_page()
        page.goto(origin)
        assert not page.locator(BUTTON).is_visible()
    finally:
        context.close()


def test_the_script_stands_before_the_styles_and_is_whole(built: Built) -> None:
    head = read_page(built).html.split("</head>")[0]
    assert head.index("<script src=") < head.index('rel="stylesheet"')
    assert re.search(r'integrity="sha256-[^"]{44,}"></script>', head)


def test_a_scheme_for_all_leaves_nothing_to_choose(newest: Path, tmp_path: Path) -> None:
    config = CONFIG + '\n[params.matome]\nscheme = "dark"\n'
    page = read_page(build(make_site(tmp_path, {}, config), newest))
    assert not list(page.all("button"))
    assert [script["type"] for script in page.all("script")] == ["application/ld+json"]
