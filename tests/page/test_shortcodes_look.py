"""How the shortcodes look in a browser: legible, within the screen, the same under any theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hugo_helpers.colors.slot import slot
from tests.page.shortcodes_site import PAGE, built, call, post, quote
from tests.support.browser import Scheme, Visit, visit
from tests.support.hugo import newest_hugo
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LONG = "https://example.com/" + "a_very_long_path_" * 20
BODY = f"＞昔の話。<br>今の話。{LONG} と `code` と https://a.b/cut... <br>" + "x" * 300
PUSHY = """<style>
article { max-width: 10rem; padding: 50px; border: 9px solid red; background: yellow }
.content article { margin: 40px; box-shadow: 0 0 9px red }
.content blockquote { margin: 40px; border-left: 9px solid red; font-style: italic; color: red }
.content a { color: red; text-decoration: none }
.content code { color: red; background: yellow }
.content code::before, .content blockquote::before { content: "!!" }
.content img { max-width: 100%; margin: 2em auto; display: block; border-radius: 0 }
.content summary { list-style: square inside; color: red }
.content details { border: 9px solid red; padding: 40px }
.content b { color: red; font-weight: 400 }
.content time { display: block; float: right }
.content header, .content div { max-width: 20rem; }
.content strong { color: red; font-weight: 400 }
.content p { margin: 3em 0 }
* { line-height: 1 }
</style>"""
CONTRAST = """
() => {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    .getContext('2d', { willReadFrequently: true });
  const over = (colors) => {
    context.fillStyle = matchMedia('(prefers-color-scheme: dark)').matches ? '#15171c' : '#fff';
    context.fillRect(0, 0, 1, 1);
    for (const color of colors) { context.fillStyle = color; context.fillRect(0, 0, 1, 1); }
    return context.getImageData(0, 0, 1, 1).data;
  };
  const light = (pixel) => [...pixel].slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const grounds = (element) => {
    const found = [];
    for (let e = element; e; e = e.parentElement) {
      found.unshift(getComputedStyle(e).backgroundColor);
    }
    return found;
  };
  const ratio = (below, above) => {
    const [a, b] = [light(over(below)), light(over([...below, above]))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const bad = [];
  const check = (name, below, color) => {
    const found = ratio(below, color);
    if (found < 4.5) bad.push(`${name}: ${found.toFixed(2)}`);
  };
  for (const quote of document.querySelectorAll('.mtm-quote')) {
    const name = quote.className;
    for (const e of quote.querySelectorAll('*')) {
      check(`${name} ${e.className}`, grounds(e), getComputedStyle(e).color);
    }
    const mono = getComputedStyle(quote, '::before');
    check(`${name} letter`, [...grounds(quote), mono.backgroundColor], mono.color);
  }
  for (const e of document.querySelectorAll('summary')) {
    check('summary', grounds(e), getComputedStyle(e).color);
    const count = getComputedStyle(e, '::after');
    check('count', [...grounds(e), count.backgroundColor], count.color);
  }
  return { bad, quotes: document.querySelectorAll('.mtm-quote').length };
}
"""


def one_of_each_hue() -> list[str]:
    found: dict[int, str] = {}
    number = 0
    while len(found) < 36:
        found.setdefault(slot(f"u{number}"), f"u{number}")
        number += 1
    return list(found.values())


def fold(*inner: str) -> str:
    return call("details", summary="もっと" * 20) + "\n\n" + "".join(inner) + "{{< /details >}}"


FILES = {
    "content/hues.md": post(
        *(quote(BODY, name, color=color) for name in one_of_each_hue() for color in ("", "x")),
        fold(quote("x", "ann")),
    ),
    "content/all.md": post(
        quote("一", "ann"),
        quote("二", "ann"),
        quote(BODY, "名前" * 60, color="x", url="/", replyTo="in", side="right"),
        quote(BODY, "bob", avatar="bob.png"),
        fold(quote("中", "cat", id="in"), quote("中二", "cat")),
        call("matomeBubble", userName="dan")
        + "\n```\n" + "x" * 300 + "\n```\n\n| a | b |\n|---|---|\n| " + "長い" * 60
        + " | x |\n{{< /matomeBubble >}}",
    ),
    "content/pushy/all.md": post(quote(BODY, "ann"), fold(quote(BODY, "bob", avatar="b.png"))),
    "content/calm/all.md": post(quote(BODY, "ann"), fold(quote(BODY, "bob", avatar="b.png"))),
    "layouts/pushy/single.html": PAGE.replace("</head>", PUSHY + "</head>").replace(
        "<body>", '<body class="content">'
    ),
    "assets/bob.png": "png",
}  # fmt: skip


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    done = built(tmp_path_factory.mktemp("look"), newest_hugo(), FILES)
    with serve(done.public, csp="default-src 'self'; style-src 'self' 'unsafe-inline'") as served:
        yield served


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_hue_can_be_read(browser: Browser, origin: str, scheme: Scheme) -> None:
    with visit(browser, origin, scheme=scheme) as seen:
        found: dict[str, Any] = seen.open("/hues/").evaluate(CONTRAST)
    assert found == {"bad": [], "quotes": 73}


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_sticks_out(browser: Browser, origin: str, width: int) -> None:
    with visit(browser, origin, width=width) as seen:
        page = seen.open("/all/")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert seen.overflow() == 0
        wide = page.evaluate(
            """() => Math.max(...Array.from(document.querySelectorAll('.mtm-body'), (e) =>
                 e.clientWidth / parseFloat(getComputedStyle(e).fontSize)))"""
        )
    assert wide <= 45


def test_a_line_holds_forty_signs(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as seen:
        page = seen.open("/hues/")
        width = page.evaluate("document.querySelector('.mtm-body').clientWidth / 16")
    assert 40 <= width <= 45


def surface(seen: Visit) -> str:
    found: str = seen.page.evaluate(
        "getComputedStyle(document.querySelector('.mtm-quote')).backgroundColor"
    )
    return found


LIGHT, DARK = "rgb(244, 245, 248)", "rgb(34, 37, 45)"
SAYS = [
    ("document.documentElement.dataset.theme = 'SCHEME'"),
    ("document.body.dataset.theme = 'SCHEME'"),
    ("document.documentElement.dataset.bsTheme = 'SCHEME'"),
    ("document.documentElement.classList.add('SCHEME')"),
    ("document.body.classList.add('SCHEME')"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("says", SAYS)
def test_the_page_says_light_or_dark(
    browser: Browser, origin: str, scheme: Scheme, says: str
) -> None:
    wanted, other = (LIGHT, DARK) if scheme == "light" else (DARK, LIGHT)
    reader: Scheme = "dark" if scheme == "light" else "light"
    with visit(browser, origin, scheme=reader) as seen:
        page = seen.open("/all/")
        assert surface(seen) == other
        page.evaluate(says.replace("SCHEME", scheme))
        assert surface(seen) == wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_site_says_light_or_dark(browser: Browser, tmp_path: Path, scheme: Scheme) -> None:
    files = {"content/all.md": post(quote("x"))}
    done = built(tmp_path, newest_hugo(), files, f'params.matome.scheme = "{scheme}"')
    reader: Scheme = "dark" if scheme == "light" else "light"
    with serve(done.public) as here, visit(browser, here, scheme=reader) as seen:
        seen.open("/all/")
        assert surface(seen) == (LIGHT if scheme == "light" else DARK)
        assert seen.faults == []


LOOK = """() => Array.from(document.querySelectorAll('.mtm-quote, .mtm-quote *, summary'), (e) => {
  const s = getComputedStyle(e), before = getComputedStyle(e, '::before');
  return [e.className, s.display, s.color, s.backgroundColor, s.padding, s.border, s.float,
    s.fontStyle, s.fontWeight, s.margin, s.boxShadow, s.borderRadius, s.textDecorationLine,
    s.lineHeight, before.content, Math.round(e.getBoundingClientRect().width)].join(' | ');
})"""


def test_a_pushy_theme_changes_nothing(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as seen:
        calm = seen.open("/calm/all/").evaluate(LOOK)
        pushy = seen.open("/pushy/all/").evaluate(LOOK)
    assert pushy == calm


def test_a_fold_opens_by_keyboard_and_by_link(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as seen:
        page = seen.open("/all/")
        inner = page.locator("#in")
        assert not inner.is_visible()
        page.locator("summary").focus()
        page.keyboard.press("Enter")
        assert inner.is_visible()
        page.keyboard.press("Enter")
        assert not inner.is_visible()
        page.locator(".mtm-reply").click()
        assert inner.is_visible()


def test_a_focused_fold_is_marked(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as seen:
        page = seen.open("/all/")
        page.keyboard.press("Tab")
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(outline) == "solid"


def test_print_opens_folds(browser: Browser, origin: str) -> None:
    with visit(browser, origin, scheme="dark") as seen:
        page = seen.open("/all/")
        page.emulate_media(media="print")
        height = page.evaluate("document.querySelector('#in').getBoundingClientRect().height")
        assert height > 20
        assert page.locator("#in").is_visible()
        assert surface(seen) == LIGHT


def test_a_run_shows_the_name_once(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as seen:
        page = seen.open("/all/")
        widths = page.evaluate(
            "Array.from(document.querySelectorAll('[data-user=ann] .mtm-user'), e => e.clientWidth)"
        )
        letters = page.evaluate(
            """Array.from(document.querySelectorAll('[data-user=ann]'),
                 (e) => getComputedStyle(e, '::before').display)"""
        )
    assert widths[0] > 5
    assert widths[1] <= 1
    assert letters == ["grid", "none"]
