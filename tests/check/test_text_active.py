"""Active markup against a real browser: what would act in it is found."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from hugo_helpers.check.text_active import active, scheme
from tests.support.marked import post

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PIECES = (
    *("<", "<", "<", ">", ">", "</", "/>", "=", "=", '"', "'", " ", " ", "/", "\t", "\n", "\x0c"),
    *(
        "a",
        "b",
        "img",
        "svg",
        "script",
        "ScRiPt",
        "style",
        "iframe",
        "x-y",
        "object",
        "body",
        "base",
    ),
    *(" href", " src", " onerror", " onLoad", "\tonclick", "/onfocus", " title", " data", " alt"),
    *("javascript:", "JaVaScRiPt:", "java\tscript:", "java&Tab;script:", "&#106;avascript:"),
    *("java&#x0A;script&colon;", "\x01javascript:", "vbscript:", "data:text/html,", "https://a.b/"),
    *(
        "x",
        "alert(1)",
        "日本",
        "&lt;",
        "&gt;",
        "&amp;",
        "&quot;",
        "<!--",
        "-->",
        "<br>",
        "<b>",
        "</b>",
    ),
    *(
        "<img src=x ",
        "<a href=",
        "<svg/onload=",
        "<script>",
        "</script>",
        "<T>",
        "{{<",
        "[x](",
        ")",
    ),
)
COUNT = 6_000

ACTS = """texts => texts.map(text => {
  const elements = ['SCRIPT', 'STYLE', 'IFRAME']
  const parsed = new DOMParser().parseFromString('<div>' + text + '</div><p>more</p>', 'text/html')
  const address = value => {
    try { return /^(javascript|vbscript):$/.test(new URL(value, 'https://x.y/').protocol) }
    catch { return false }
  }
  for (const element of parsed.querySelectorAll('*')) {
    if (elements.includes(element.tagName.toUpperCase())) return true
    for (const {name, value} of element.attributes) {
      if (/^on[a-z]{3,}$/.test(name) && name in element && value) return true
      if (['href', 'src', 'data'].includes(name) && address(value)) return true
    }
  }
  return false
})"""


def fragments(seed: int) -> list[str]:
    random = Random(seed)
    return [
        "".join(random.choice(PIECES) for _ in range(random.randint(2, 12))) for _ in range(COUNT)
    ]


def found(text: str) -> bool:
    return bool(active(post(f"{{{{<matomeQuote body=`{text}` userName=`ann`>}}}}\n")))


@pytest.mark.browser
def test_what_acts_in_a_browser_is_found(browser: Browser) -> None:
    texts = fragments(1)
    page = browser.new_page()
    acts = page.evaluate(ACTS, texts)
    page.close()
    acting = [text for text, acted in zip(texts, acts, strict=True) if acted]
    assert len(acting) > COUNT // 10
    assert [text for text in acting if not found(text)] == []


ADDRESSES = {
    "plain": ("javascript:x", "javascript:"),
    "quoted": (' "javascript:x', "javascript:"),
    "mixed case": ("JAVAscript:x", "javascript:"),
    "entity": ("&#x6A;avascript&#58;x", "javascript:"),
    "tab": ("java\tscript:x", "javascript:"),
    "html": ("data:text/html;base64,x", "data:"),
    "picture": ("data:image/png;base64,x", ""),
    "https": ("https://example.org/javascript:x", ""),
    "word": ("javascripts:x", ""),
    "unfinished": ("javascript", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("address", "wanted"), ADDRESSES.values(), ids=ADDRESSES)
def test_scheme(address: str, wanted: str) -> None:
    assert scheme(address) == wanted
