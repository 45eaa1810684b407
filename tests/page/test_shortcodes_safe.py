"""Hostile text in every parameter: nothing acts, and all of it can be read as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.shortcodes_payloads import writable
from tests.page.shortcodes_site import Element, call, post, quote, read, site
from tests.support.browser import visit
from tests.support.hugo import Built, build
from tests.support.inert import SPY, live_faults
from tests.support.judged import Judged
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAYLOADS = writable()
SHELL = {"#document", "html", "head", "meta", "title", "body", "h1"}
OURS = {
    "link": {"rel", "href", "integrity"},
    "article": {"class", "id", "data-user", "data-mtm-mono"},
    "div": {"class"},
    "b": {"class"},
    "a": {"class", "href", "rel", "title", "data-mtm-own"},
    "time": {"class", "datetime", "title"},
    "span": {"class"},
    "br": set(),
    "strong": set(),
    "code": {"class"},
    "blockquote": {"class"},
    "img": {"class", "src", "alt", "width", "height", "loading", "decoding", "data-mtm-own"},
    "details": {"class", "name", "title", "open", "data-mtm-own"},
    "summary": {"data-mtm-count", "data-mtm-own"},
}
MARKDOWN = ("p", "em", "ul", "ol", "li", "pre", "hr", "h2", "table", "del", "#comment")
HREF = re.compile(r"https?://[^\s\"<>]+|mailto:[\w.+%-]+@[\w.-]+|#[\w.:-]+|/[\w~.%-]*\S*")


def assert_only_ours(page: Element, also: Iterable[str] = ()) -> None:
    for element in page.walk():
        if element.tag in SHELL or element.tag in also:
            continue
        assert element.tag in OURS, element.tag
        assert set(element.attributes) <= OURS[element.tag], element
        if element.tag != "details":
            assert all(name.startswith("mtm-") for name in element.classes), element
        if element.tag == "a":
            assert HREF.fullmatch(element.attributes["href"]), element
        if element.tag == "img":
            assert re.fullmatch(r"/[\w/.-]+", element.attributes["src"]), element


@cache
def ours(html: str, also: tuple[str, ...] = ()) -> Element:
    """The tree of a page, which holds only what our templates write, and these elements."""
    page = read(html)
    assert_only_ours(page, also)
    return page


def plain(text: str) -> str:
    """Text without the signs that become elements of ours."""
    text = re.sub(r"<br\s*/?>", "", text, flags=re.IGNORECASE)
    return text.replace("\n", "").replace("`", "").replace("**", "").strip()


def files() -> dict[str, str]:
    """A page for each parameter, with a call for each payload."""
    pages = {
        # Quotes that are alike are numbered, in a time that grows with their square.
        name: [quote(f"x{n}", **{name: payload}) for n, payload in enumerate(PAYLOADS)]
        for name in ("color", "url", "avatar", "id", "replyTo", "side")
    }
    pages["body"] = [quote(payload) for payload in PAYLOADS]
    pages["userName"] = [quote("x", user=payload) for payload in PAYLOADS]
    pages["createdAt"] = [quote("x", at=payload) for payload in PAYLOADS]
    pages["bubble"] = [
        call("matomeBubble", userName=payload, createdAt=payload, color=payload)
        + "x{{< /matomeBubble >}}"
        for payload in PAYLOADS
    ]
    for name in ("summary", "class", "name", "title"):
        pages[f"fold-{name}"] = [
            call("details", **{name: payload}) + "x{{< /details >}}" for payload in PAYLOADS
        ]
    pages["folded"] = [
        call("details", summary=payload)
        + f"\n\n{quote(payload, user=payload, at=payload)}\n{{{{< /details >}}}}"
        for payload in PAYLOADS
    ]
    return {f"content/posts/{name}.md": post(*calls) for name, calls in pages.items()}


@pytest.fixture(scope="module", params=["true", "false"], ids=["unsafe", "safe"])
def attacked(
    request: pytest.FixtureRequest, hugo: Path, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    # A page of this size is more than the oldest Hugo draws in its 30 seconds on a busy machine.
    more = f"timeout = '2m'\nmarkup.goldmark.renderer.unsafe = {request.param}"
    folder = site(tmp_path_factory.mktemp("attacked"), files(), more)
    done = build(folder, hugo, timeout=110)
    assert done.code == 0, done.output[-500:]
    return done


def quotes(done: Built, name: str) -> list[Element]:
    page = ours(done.page(f"posts/{name}".lower()))
    drawn = page.all(".mtm-quote")
    assert len(drawn) == len(PAYLOADS)
    return drawn


def test_there_are_enough() -> None:
    placeholders = [payload for payload in PAYLOADS if "HAHAHUGO" in payload]
    assert len(PAYLOADS) - len(placeholders) >= 300


def test_body(attacked: Built) -> None:
    for payload, drawn in zip(PAYLOADS, quotes(attacked, "body"), strict=True):
        assert plain(drawn.one(".mtm-body").text) == plain(payload)


def test_user(attacked: Built) -> None:
    for payload, drawn in zip(PAYLOADS, quotes(attacked, "userName"), strict=True):
        assert drawn.attributes["data-user"] == payload
        assert drawn.one(".mtm-user").text == payload


def test_time(attacked: Built) -> None:
    for payload, drawn in zip(PAYLOADS, quotes(attacked, "createdAt"), strict=True):
        assert drawn.one(".mtm-permalink").text.strip() == payload.strip()
        assert not drawn.all("time")


def test_color(attacked: Built) -> None:
    for drawn in quotes(attacked, "color"):
        assert "mtm-highlight" in drawn.classes


@pytest.mark.parametrize("name", ["url", "avatar", "id", "replyTo", "side"])
def test_a_value_is_used_or_can_be_read(attacked: Built, name: str) -> None:
    for payload, drawn in zip(PAYLOADS, quotes(attacked, name), strict=True):
        shown = [e.text for e in drawn.all(".mtm-refused")]
        used = {
            "url": [e.attributes["href"] for e in drawn.all(".mtm-source")],
            "avatar": [],
            "id": [drawn.attributes["id"]],
            "replyTo": [e.attributes["href"].removeprefix("#") for e in drawn.all(".mtm-reply")],
            "side": [],
        }[name]
        assert payload in [*shown, *used]


def test_bubble(attacked: Built) -> None:
    page = ours(attacked.page("posts/bubble"), MARKDOWN)
    users = [e.attributes["data-user"] for e in page.all(".mtm-quote")]
    assert users == PAYLOADS


@pytest.mark.parametrize("name", ["summary", "class", "name", "title"])
def test_fold(attacked: Built, name: str) -> None:
    page = ours(attacked.page(f"posts/fold-{name}"), MARKDOWN)
    folds = page.all("details")
    assert len(folds) == len(PAYLOADS)
    for payload, drawn in zip(PAYLOADS, folds, strict=True):
        if name == "summary":
            assert plain(drawn.one("summary").text) == plain(payload)
        elif name == "class":
            assert drawn.attributes["class"] == f"mtm-fold {payload}"
        else:
            assert drawn.attributes[name] == payload


def test_quotes_in_folds(attacked: Built) -> None:
    page = ours(attacked.page("posts/folded"))
    for payload, fold in zip(PAYLOADS, page.all("details"), strict=True):
        assert plain(fold.one(".mtm-body").text) == plain(payload)
        assert fold.one(".mtm-quote").attributes["data-user"] == payload


def test_through_markdown(hugo: Path, tmp_path: Path) -> None:
    """{{% %}} sends what is drawn through Markdown, in the middle of a line as text. No way of
    writing Hugo's placeholder survives that; at the start of a line all does."""
    fit = [p for p in PAYLOADS if "\n" not in p and len(p) < 500 and "HAHAHUGO" not in p]
    calls = [quote(payload, user=payload) for payload in fit]
    lines = [f"a {c.strip()} b".replace("{{<", "{{%").replace(">}}", "%}}") for c in calls]
    more = "markup.goldmark.renderer.unsafe = true"
    done = build(site(tmp_path, {"content/posts/x.md": post(*lines)}, more), hugo)
    assert done.code == 0, done.output[-500:]
    for tag, attributes in re.findall(r"<(\w[\w-]*)([^<>]*)>", done.page("posts/x")):
        assert tag in {*OURS, *MARKDOWN, *SHELL}, tag
        for address in re.findall(r'(?:href|src)="([^"]*)"', attributes):
            assert tag == "link" or HREF.fullmatch(address), address
        assert not re.search(r"\son\w+=", re.sub(r'"[^"]*"', "", attributes))


def in_browser(text: str) -> str:
    """What is left of a text when a browser reads it: no NUL, and one kind of line end."""
    return plain(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\0", "\ufffd")


@pytest.mark.browser
def test_in_a_browser(browser: Browser, attacked: Built, judged: Judged) -> None:
    """Without any policy to help: nothing runs, nothing could act, no other host is asked, and all
    can be read."""
    texts = {
        "body": ".mtm-body",
        "username": ".mtm-user",
        "createdat": ".mtm-permalink",
        "fold-summary": ".mtm-summary",
        "folded": ".mtm-body",
    }
    pages = sorted((attacked.public / "posts").glob("*/index.html"))
    assert len(pages) == len(files())
    with (
        serve(attacked.public, csp="") as origin,
        visit(browser, origin) as seen,
        judged.fresh("", pages) as fresh,
    ):
        seen.page.add_init_script(SPY)
        for name in (path.parent.name for path in fresh):
            page = seen.open(f"/posts/{name}/")
            assert live_faults(page) == [], name
            if name in texts:
                shown = page.locator(texts[name]).all_text_contents()
                for payload, text in zip(PAYLOADS, shown, strict=True):
                    assert plain(text) == in_browser(payload)
        assert seen.faults == []


@pytest.mark.browser
def test_policy(browser: Browser, attacked: Built, judged: Judged) -> None:
    """Under the policy of the design no page breaks it."""
    pages = [attacked.public / "posts" / name / "index.html" for name in ("body", "folded")]
    with (
        serve(attacked.public) as origin,
        visit(browser, origin) as seen,
        judged.fresh("policy", pages) as fresh,
    ):
        for path in fresh:
            seen.open(f"/posts/{path.parent.name}/")
        assert seen.faults == []
