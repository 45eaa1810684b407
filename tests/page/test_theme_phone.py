"""A thread on a phone: its first words on the first screen, and a legend that is one row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import draw
from tests.page.theme_site import CONFIG, make_site, matome_quote, post
from tests.support.hugo import build
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

PATHS = ("/posts/seed/", "/posts/forty/", "/posts/few/")
TAP = 44


def talk(speakers: int) -> str:
    """Each of so many speakers says something, the first of them twice."""
    return "".join(
        matome_quote(f"speaker-{n % speakers:02}", "はい。" * 9) for n in range(speakers + 1)
    )


@pytest.fixture(scope="module")
def origin(newest: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    tags = '["AI", "LLM", "機械学習", "モデル軽量化", "データベース"]'
    files = {
        "content/posts/seed.md": seed_post,
        "content/posts/forty.md": post("四十人の話", "2025-01-02", tags=tags, body=talk(40)),
        "content/posts/few.md": post("五人の話", "2025-01-01", body=talk(5)),
    }
    site = make_site(tmp_path_factory.mktemp("phone"), files, CONFIG.replace("/blog/", "/"))
    for name in ("seed", "forty"):
        for folder, width in (("cards", 1200), ("cards-600", 600), ("cards-300", 300)):
            height = round(width * 1.05 / 2)
            draw(site / f"assets/thumbnails/{folder}/posts/{name}.jpg", width, height)
    built = build(site, newest)
    assert built.code == 0, built.output
    with serve(built.public) as url:
        yield url


@contextmanager
def phone(browser: Browser, width: int = 360, height: int = 740, **more: float) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
        **more,  # type: ignore[arg-type]
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None, selector
    return dict(found)


@pytest.mark.parametrize("path", PATHS)
def test_first_words_are_on_the_first_screen(browser: Browser, origin: str, path: str) -> None:
    with phone(browser) as page:
        page.goto(origin + path)
        line = page.locator(".mtm-body").first.evaluate(
            "e => parseFloat(getComputedStyle(e).lineHeight)"
        )
        assert box(page, ".mtm-body")["y"] + 2 * line <= 740


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", PATHS)
def test_chips_stand_in_one_row(browser: Browser, origin: str, path: str, width: int) -> None:
    with phone(browser, width) as page:
        page.goto(origin + path)
        for strip in page.locator(".strip").all():
            edges = strip.locator("> *").evaluate_all(
                """all => all.filter(e => e.checkVisibility())
                    .map(e => e.getBoundingClientRect().top)"""
            )
            assert max(edges) - min(edges) < TAP / 2
            first = strip.locator("> *").first.bounding_box()
            assert first is not None
            assert first["x"] == box(page, "h1")["x"]
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scripts", [True, False])
def test_every_speaker_is_reached_and_the_chosen_one_stays(
    browser: Browser, origin: str, scripts: bool
) -> None:
    with phone(browser, java_script_enabled=scripts) as page:
        page.goto(f"{origin}/posts/forty/")
        speakers, more = page.locator(".speaker"), page.locator(".speakers-more")
        last = speakers.last
        assert not last.is_visible()
        more.tap()
        assert [one for one in speakers.all() if not one.is_visible()] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        last.tap()
        more.tap()
        assert [one.is_visible() for one in speakers.all()] == [True] * 9 + [False] * 31 + [True]
        for sideways in (0, 200, 2000):
            page.locator(".speakers-list").evaluate("(e, x) => { e.scrollLeft = x }", sideways)
            assert is_on_top(last), sideways


def is_on_top(chip: Locator) -> bool:
    """Whether the middle of a chip can be seen, and is under no other."""
    seen: bool = chip.evaluate(
        """e => {
            const {left, right, top, bottom} = e.getBoundingClientRect();
            return e.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        }"""
    )
    return seen


def test_by_keyboard_whoever_has_the_focus_is_seen(browser: Browser, origin: str) -> None:
    with phone(browser) as page:
        page.goto(f"{origin}/posts/forty/")
        page.locator(".speaker-all input").focus()
        for number in range(8):
            page.keyboard.press("ArrowRight")
            chip = page.locator(".speaker:has(:focus)")
            assert chip.locator("input").get_attribute("value") == str(number)
            assert is_on_top(chip), number


@pytest.mark.parametrize(
    ("width", "scale", "lead", "row"),
    [
        (360, 1, "cards-600", "cards-300"),
        (360, 1.5, "cards-600", "cards-300"),
        (412, 2, "cards-600", "cards-300"),
        (390, 3, "cards-600", "cards-600"),
        (1280, 1, "cards", "cards-600"),
    ],
)
def test_pictures_are_as_large_as_is_seen(
    browser: Browser, origin: str, width: int, scale: float, lead: str, row: str
) -> None:
    with phone(browser, width, device_scale_factor=scale) as page:
        page.goto(origin)
        pictures = page.locator(".card img").evaluate_all("all => all.map(e => e.currentSrc)")
        names = [f"{origin}/thumbnails/{folder}/posts/" for folder in (lead, row)]
        assert pictures == [names[0] + "seed.jpg", names[1] + "forty.jpg"]


def test_cards_are_rows_below_the_first(browser: Browser, origin: str) -> None:
    with phone(browser) as page:
        page.goto(origin)
        lead, row, last = (card.bounding_box() for card in page.locator(".card").all())
        assert lead is not None
        assert row is not None
        assert last is not None
        assert lead["width"] == row["width"] == last["width"]
        assert max(row["height"], last["height"]) < lead["height"] / 2
        for card in page.locator(".cards > li + li .card").all():
            media, title = (card.locator(one).bounding_box() for one in (".card-media", "h3 a"))
            assert media is not None
            assert title is not None
            assert title["x"] + title["width"] <= media["x"]
