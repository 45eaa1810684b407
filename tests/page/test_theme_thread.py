"""The thread in a real browser: folds, the filter, keys, replies, print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote as quote_of

import pytest

from tests.page.theme_site import CONFIG, build_loudly, complaints, make_site, post, read_page
from tests.support.browser import visit
from tests.support.hugo import Built, build
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def quote(user: str, body: str, more: str = "") -> str:
    return f'{{{{<matomeQuote body="{body}" userName="{user}" {more}>}}}}\n\n'


TALK = (
    quote("ann", "はじめ", 'createdAt="2025-02-05T10:00:00" id="start"')
    + quote("bob", "答え", 'createdAt="2025-02-05T11:00:00" replyTo="start" id="answer"')
    + quote("ann", "もう一度", 'createdAt="2025-02-05T12:00:00" side="left"')
    + '{{< details summary="続き" >}}\n'
    + quote("b<b>&$1", "ひそひそ", 'createdAt="2025-02-05T13:00:00" id="hidden"')
    + "{{< /details >}}\n"
)
SIDES = CONFIG + '\n[params.matome]\nstarterSide = "right"\n'


@pytest.fixture(scope="module")
def talk(hugo: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Built:
    opening = (
        "出典：[https://www.news.example.com/item?id=1](https://www.news.example.com/item?id=1)"
    )
    files = {
        "content/posts/talk.md": post("話", "2025-02-05", body=f"{opening}\n\n{TALK}"),
        "content/posts/seed.md": seed_post,
        "content/posts/untimed.md": post(
            "時なし", "2025-02-04", body=quote("ann", "あ") + quote("bob", "い")
        ),
    }
    config = SIDES.replace("/blog/", "/")
    return build_loudly(make_site(tmp_path_factory.mktemp("talk"), files, config), hugo)


def test_head_of_a_thread(talk: Built) -> None:
    assert talk.code == 0, talk.output
    assert complaints(talk.output) == []
    page = read_page(talk, "posts/talk")
    assert page.faults == []
    assert [a["href"] for a in page.all("a", class_="post-source")] == [
        "https://www.news.example.com/item?id=1"
    ]
    assert "出典 news.example.com" in page.text
    picture = next(page.all("svg", role="img"))
    assert picture["aria-label"] == (
        "だれがいつ発言したか（2025年2月5日 10:00から2025年2月5日 13:00まで）"
    )
    assert picture["viewbox"] == "0 0 10800 7"
    paths = [path for path in page.all("path") if "mtm-s" in path.get("class", "")]
    marks = {path["class"].split()[1]: path["d"] for path in paths}
    assert marks == {"mtm-s0": "M0 0h0M7200 0h0", "mtm-s1": "M3600 0h0", "mtm-s2": "M10800 0h0"}
    untimed = read_page(talk, "posts/untimed")
    assert next(untimed.all("svg", role="img"))["aria-label"] == "だれがいつ発言したか（掲載順）"


def test_starter_stands_on_the_side_of_the_setting(talk: Built) -> None:
    page = read_page(talk, "posts/talk")
    quotes = [e["class"].split() for e in page.all("article", class_="mtm-quote")]
    assert ["mtm-right" in q for q in quotes] == [True, False, False, False]
    assert "mtm-left" in quotes[2]


def test_who_answers_whom(talk: Built) -> None:
    html = talk.page("posts/talk")
    assert 'href="#start"><b>ann</b> 返信先</a>' in html
    assert '返信：</span> <a data-mtm-own href="#answer">bob</a></span></div>' in html


@pytest.fixture(scope="module")
def origin(newest: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files = {"content/posts/talk.md": post("話", "2025-02-05", body=TALK)}
    files["content/posts/seed.md"] = seed_post
    config = CONFIG.replace("/blog/", "/")
    built = build(make_site(tmp_path_factory.mktemp("thread"), files, config), newest)
    assert built.code == 0, built.output
    with serve(built.public) as url:
        yield url


def active(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.id || document.activeElement.localName")
    return found


def faded(page: Page) -> list[str]:
    page.wait_for_timeout(250)
    found: list[str] = page.locator(".mtm-quote").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).opacity < 1).map(e => e.dataset.user)"
    )
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_into_a_fold_opens_it(browser: Browser, origin: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    try:
        page = context.new_page()
        page.goto(f"{origin}/posts/talk/#hidden")
        page.wait_for_timeout(200)
        assert page.locator("#hidden").is_visible()
    finally:
        context.close()


def test_a_fold_opens_when_the_hash_changes_and_when_it_does_not(
    browser: Browser, origin: str
) -> None:
    with visit(browser, origin) as reader:
        page = reader.open("/posts/talk/")
        for _ in range(2):
            assert not page.locator("#hidden").is_visible()
            page.evaluate(
                "const a = document.createElement('a'); a.href = '#hidden';"
                "document.body.append(a); a.click()"
            )
            page.wait_for_timeout(100)
            assert page.locator("#hidden").is_visible()
            page.evaluate("document.querySelector('.mtm-fold').open = false")
        assert reader.faults == []


def test_print_opens_folds_and_closes_them_again(browser: Browser, origin: str) -> None:
    count = "document.querySelectorAll('.mtm-fold[open]').length"
    with visit(browser, origin) as reader:
        page = reader.open("/posts/seed/")
        page.locator("summary").nth(1).evaluate("e => e.parentElement.open = true")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(count) == 3
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(count) <= 1


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_a_thread_is_whole(browser: Browser, origin: str, scripts: bool) -> None:
    """As many pages as with every fold opened by hand, which is more than with them closed."""
    shut = "<style>.mtm-fold::details-content { display: none !important }</style>"
    context = browser.new_context(java_script_enabled=scripts, bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(f"{origin}/posts/seed/")
        printed = leaves(page)
        page.locator(".mtm-fold").evaluate_all("all => all.forEach(fold => { fold.open = true })")
        assert printed == leaves(page)
        page.locator("head").evaluate("(e, css) => e.insertAdjacentHTML('beforeend', css)", shut)
        assert printed > leaves(page)
    finally:
        context.close()


def leaves(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf()))


def test_what_is_searched_in_the_page_opens_its_fold(browser: Browser, origin: str) -> None:
    """By a text fragment, which Chromium looks for as it does for find in page."""
    with visit(browser, origin) as reader:
        page = reader.open("/posts/talk/")
        assert not page.locator("#hidden").is_visible()
        page.goto("about:blank")
        page = reader.open(f"/posts/talk/#:~:text={quote_of('ひそひそ')}")
        page.locator("#hidden").wait_for(state="visible")
        assert page.locator(".mtm-fold").get_attribute("open") is not None


def test_every_script_in_use_keeps_the_policy(browser: Browser, origin: str) -> None:
    with visit(browser, origin) as reader:
        reader.page.add_init_script(
            "window.refused = [];"
            "addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
        )
        page = reader.open("/posts/talk/#hidden")
        for key in ("j", "k", "o", "o", "?", "Escape"):
            page.keyboard.press(key)
        page.locator(".speaker", has_text="bob").click()
        page.keyboard.press("Escape")
        page.locator(".mtm-reply").first.hover()
        page.wait_for_timeout(300)
        page.locator(".mtm-answers a").first.focus()
        page.locator(".scheme-choice").click()
        page.pdf()
        assert page.evaluate("refused") == []
        assert reader.faults == []
        # The policy is there, and says so of what it refuses.
        page.evaluate("document.body.setAttribute('onclick', 'refused.push(0)')")
        page.evaluate("document.body.click()")
        assert page.evaluate("refused") != []


@pytest.mark.parametrize("scripts", [True, False])
def test_choosing_a_speaker_fades_the_others(browser: Browser, origin: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
    try:
        page = context.new_page()
        page.goto(f"{origin}/posts/talk/")
        page.get_by_text("bob", exact=True).first.click()
        chosen = page.locator("[name=mtm-speaker]:checked")
        assert chosen.get_attribute("value") == "1"
        assert faded(page) == ["ann", "ann", "b<b>&$1"]
        summary = page.locator("summary")
        shown = "e => getComputedStyle(e).opacity"
        assert float(summary.evaluate(shown)) < 1
        page.locator(".speaker", has_text="b<b>&$1").click()
        assert summary.evaluate(shown) == "1"
        marks = page.locator(".timeline path")
        assert [float(mark.evaluate(shown)) == 1 for mark in marks.all()] == [False, False, True]
        page.locator(".speaker", has_text="bob").click()
        if scripts:
            assert page.locator("output").text_content() == "bob 1"
            page.keyboard.press("Escape")
            assert faded(page) == []
    finally:
        context.close()


def test_keys(browser: Browser, origin: str) -> None:
    with visit(browser, origin, height=500) as reader:
        page = reader.open("/posts/talk/")
        page.keyboard.press("j")
        assert active(page) == "start"
        page.keyboard.press("j")
        assert active(page) == "answer"
        page.keyboard.press("k")
        assert active(page) == "start"
        for _ in range(3):
            page.keyboard.press("j")
        assert active(page) == "summary"
        page.keyboard.press("o")
        assert page.locator("#hidden").is_visible()
        page.keyboard.press("j")
        assert active(page) == "hidden"
        page.keyboard.press("o")
        assert not page.locator("#hidden").is_visible()
        page.keyboard.press("Control+k")
        assert active(page) == "summary"
        page.keyboard.press("?")
        dialog = page.locator("dialog.keys")
        assert dialog.is_visible()
        dialog.locator("input").uncheck()
        dialog.locator("button").click()
        page.keyboard.press("?")
        assert not dialog.is_visible()
        page.locator(".keys-show").click()
        assert dialog.is_visible()
        assert reader.faults == []


@pytest.mark.parametrize("scripts", [True, False])
def test_keys_are_offered_where_they_work(browser: Browser, origin: str, scripts: bool) -> None:
    for phone in (True, False):
        context = browser.new_context(java_script_enabled=scripts, is_mobile=phone, has_touch=phone)
        try:
            page = context.new_page()
            page.goto(f"{origin}/posts/talk/")
            assert page.locator(".keys-show").is_visible() is (scripts and not phone)
            said = page.locator(".thread-tools output")
            assert said.evaluate("e => e.checkVisibility()") is scripts
        finally:
            context.close()


def test_preview_of_what_is_answered(browser: Browser, origin: str) -> None:
    with visit(browser, origin, width=360) as reader:
        page = reader.open("/posts/talk/")
        page.locator(".mtm-reply").focus()
        preview = page.locator(".preview")
        assert preview.is_visible()
        assert preview.inner_text().split("\n")[0].strip().startswith("ann")
        assert "はじめ" in preview.inner_text()
        assert reader.overflow() == 0
        page.keyboard.press("Escape")
        assert not preview.is_visible()
        page.locator(".mtm-answers a").hover()
        assert "答え" in preview.inner_text()
        assert reader.faults == []


def test_an_escaped_shortcode_in_a_bubble_stays_text(hugo: Path, tmp_path: Path) -> None:
    call = '{{</* matomeQuote body="x" userName="eve" */>}}'
    inner = f'Write `{call}` or `{{{{%/* ref "/" */%}}}}`.\n\n```\n{call}\n```\n'
    body = '{{< matomeBubble userName="ann" >}}\n' + inner + "{{< /matomeBubble >}}\n\n"
    body += '{{< details summary="s" >}}\n' + inner + "{{< /details >}}\n"
    built = build_loudly(
        make_site(tmp_path, {"content/posts/x.md": post("X", "2025-01-01", body=body)}), hugo
    )
    assert built.code == 0, built.output
    page = read_page(built, "posts/x")
    assert [q["data-user"] for q in page.all("article", class_="mtm-quote")] == ["ann"]
    assert page.text.count('{{< matomeQuote body="x" userName="eve" >}}') == 4
    assert page.text.count('{{% ref "/" %}}') == 2
