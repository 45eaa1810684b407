"""The theme in a real browser, under the policy that the design promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import draw, themed_files
from tests.page.theme_site import CONFIG, make_site
from tests.support.browser import Scheme, visit
from tests.support.hugo import build
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PATHS = ("/", "/posts/", "/posts/page/2/", "/posts/seed/", "/tags/", "/tags/ai/", "/months/")
LONG = "w" * 300


@pytest.fixture(scope="module")
def origin(newest: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The themed site at the root of a loopback server."""
    files = themed_files(seed_post)
    files["content/posts/long.md"] = files["content/posts/none.md"].replace("絵のない記事", LONG)
    files["content/posts/long.md"] += (
        f"\n\n`{LONG}`\n\n```\n{LONG}\n```\n\n| a |\n|:-:|\n| {LONG} |\n"
    )
    site = make_site(tmp_path_factory.mktemp("browsed"), files, CONFIG.replace("/blog/", "/"))
    draw(site / "assets/thumbnails/cards/posts/seed.jpg", 1200, 630)
    built = build(site, newest)
    assert built.code == 0, built.output
    with serve(built.public) as url:
        yield url


def open_tail(page: Page) -> None:
    """Show the speakers that the legend of a thread folds away."""
    for more in page.locator(".speakers-more input").all():
        more.check(force=True)
        assert page.locator(".speakers-more ~ .speaker").first.is_visible()


# 640 is what 1280 pixels are at a zoom of 200%.
@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_no_sideways_scroll_and_no_fault(browser: Browser, origin: str, width: int) -> None:
    with visit(browser, origin, width=width) as reader:
        for path in (*PATHS, "/posts/long/"):
            open_tail(reader.open(path))
            assert reader.overflow() == 0, path
            assert reader.faults == [], path


def test_not_found(browser: Browser, origin: str) -> None:
    with visit(browser, origin, width=320) as reader:
        page = reader.open("/nowhere/")
        assert page.locator("h1").inner_text() == "ページが見つかりません"
        assert reader.overflow() == 0


def background(page: Page, selector: str) -> str:
    color: str = page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")
    return color


@pytest.mark.parametrize(
    ("scheme", "paper", "card"),
    [
        ("light", "rgb(243, 245, 248)", "rgb(255, 255, 255)"),
        ("dark", "rgb(15, 18, 23)", "rgb(26, 31, 40)"),
    ],
)
def test_scheme_of_the_reader(
    browser: Browser, origin: str, scheme: Scheme, paper: str, card: str
) -> None:
    with visit(browser, origin, scheme=scheme) as reader:
        page = reader.open("/")
        assert background(page, "html") == paper
        assert background(page, ".card") == card
        page = reader.open("/posts/seed/")
        assert background(page, ".mtm-quote:not(.mtm-highlight)") == card


def test_a_chosen_scheme_wins(browser: Browser, origin: str) -> None:
    with visit(browser, origin, scheme="light") as reader:
        page = reader.open("/")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        assert background(page, "html") == "rgb(15, 18, 23)"
        page.emulate_media(color_scheme="dark")
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        assert background(page, "html") == "rgb(243, 245, 248)"


def test_folds_open_and_close(browser: Browser, origin: str) -> None:
    with visit(browser, origin, width=360) as reader:
        page = reader.open("/posts/seed/")
        fold = page.locator(".mtm-fold").first
        inside = fold.locator(".mtm-quote").first
        assert not inside.is_visible()
        fold.locator("summary").click()
        assert inside.is_visible()
        assert reader.overflow() == 0
        fold.locator("summary").press("Enter")
        assert not inside.is_visible()
        assert reader.faults == []


def test_tap_targets(browser: Browser, origin: str) -> None:
    """What stands for itself is 44 px or more both ways; links within text are exempt."""
    own = "nav a, .brand, .chip, .month, .neighbour, .button, summary, .site-foot a, .card-title a"
    own += ", .speaker, .speakers-more, .thread-tools button"
    with visit(browser, origin, width=320) as reader:
        for path in PATHS:
            page = reader.open(path)
            open_tail(page)
            small = page.locator(own).evaluate_all(
                """links => links.filter(link => link.checkVisibility()).map(link => {
                    const cover = link.closest('.card') || link;
                    const {width, height} = cover.getBoundingClientRect();
                    return [link.textContent.trim(), Math.round(width), Math.round(height)];
                }).filter(([, width, height]) => width < 44 || height < 44)"""
            )
            assert small == [], path


def test_keyboard(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        page = reader.open("/")
        page.keyboard.press("Tab")
        skip = page.locator(".skip-link")
        assert skip.evaluate("e => e === document.activeElement")
        box = skip.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        card = page.locator(".card").first
        assert card.evaluate("e => e.contains(document.activeElement)")
        assert card.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_nothing_shifts(browser: Browser, origin: str) -> None:
    watch = """new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
        }).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 300);
    })"""
    with visit(browser, origin, width=360) as reader:
        for path in ("/", "/posts/seed/"):
            assert reader.open(path).evaluate(watch) == 0


def test_whole_card_is_the_link(browser: Browser, origin: str) -> None:
    with visit(browser, origin, width=360) as reader:
        page = reader.open("/")
        box = page.locator(".card-media").first.bounding_box()
        assert box is not None
        with page.expect_navigation():
            page.mouse.click(box["x"] + 20, box["y"] + 20)
        assert page.url == f"{origin}/posts/seed/"


def test_forced_colours_and_reduced_motion(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        page = reader.open("/")
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        card = page.locator(".card").first
        assert card.evaluate("e => getComputedStyle(e).borderTopWidth") == "1px"
        assert card.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_thread_in_forced_colours(browser: Browser, origin: str) -> None:
    """Bubbles have edges, and who is chosen and what is highlighted can be told."""
    edge = "e => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).borderTopWidth]"
    with visit(browser, origin) as reader:
        page = reader.open("/posts/seed/")
        page.emulate_media(forced_colors="active")
        plain = page.locator(".mtm-quote:not(.mtm-highlight)").first
        lit = page.locator(".mtm-quote.mtm-highlight").first
        assert [plain.evaluate(edge), lit.evaluate(edge)] == [["solid", "1px"], ["solid", "2px"]]
        chips = page.locator(".speaker")
        chips.nth(1).click()
        outlines = [chips.nth(n).evaluate("e => getComputedStyle(e).outlineStyle") for n in (0, 1)]
        assert outlines == ["none", "solid"]
        stroke = "getComputedStyle(document.querySelector('.timeline path')).stroke"
        ground = "getComputedStyle(document.body).backgroundColor"
        assert page.evaluate(stroke) != page.evaluate(ground)
