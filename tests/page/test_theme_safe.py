"""Every payload in front matter and file names, under the theme: in pages, heads, lists and feeds
it is text, as it was written, and never more than text.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote as quoted
from urllib.parse import unquote

import pytest

from tests.page.shortcodes_payloads import writable
from tests.page.shortcodes_site import quote
from tests.page.test_theme_hostile import hostile
from tests.page.theme_site import ALIKE, Page, build_loudly, make_site
from tests.support.browser import visit
from tests.support.hugo import Built
from tests.support.inert import SPY, live_faults, read_faults
from tests.support.judged import Judged
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAYLOADS = writable()
NAMES = (
    "<img src=x onerror=alert(1)>",
    "a\" onmouseover=alert(1) x=\"",
    "javascript:alert(1)",
    "{{7*7}}",
    "a&lt;b&#39;",
    "x %3Cscript%3E",
    "‮evil",
    "__proto__",
)  # fmt: skip
SETTINGS = """
[params.matome]
pageSize = 400
feedItems = 400
"""
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff]")
DATA = re.compile(r"(?s)<script type=[^>]*ld\+json[^>]*>(.*?)</script>")


def tag(payload: str, number: int) -> str:
    """What of a payload can be the name of a folder, which a tag becomes; the number keeps apart
    what Hugo would write to the same files, at the same time.
    """
    return re.sub(r"[\x00-\x20/\\.#?%]", "", INVISIBLE.sub("", payload))[:40] + str(number)


def files() -> dict[str, str]:
    found = {}
    for number, payload in enumerate(PAYLOADS):
        front = {
            "title": payload,
            "description": payload,
            "author": payload,
            "featureimage": payload,
            "images": [payload],
            "tags": [tag(payload, number)] if number % 4 == 0 else [],
            "months": payload[:40] if number % 40 == 0 else "2025/01",
        }
        found[f"content/posts/p{number:03}.md"] = hostile(front, quote(payload, user=payload))
    for name in NAMES:
        found[f"content/named/{name}.md"] = hostile({"title": name}, quote("x", user=name))
    return found


@pytest.fixture(scope="module", params=["true", "false"], ids=["unsafe", "safe"])
def attacked(
    request: pytest.FixtureRequest, hugo: Path, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    config = f"{ALIKE}{SETTINGS}[markup.goldmark.renderer]\nunsafe = {request.param}\n"
    done = build_loudly(make_site(tmp_path_factory.mktemp("attacked"), files(), config), hugo)
    assert done.code == 0, done.output[-500:]
    assert "Duplicate" not in done.output
    return done


def plain(text: str) -> str:
    """A text but for white space at its ends, and for what no reader sees and parsers change."""
    return re.sub(r"\s+", " ", INVISIBLE.sub("", text)).strip()


def pages(built: Built) -> list[str]:
    """All but Hugo's own redirects from the first page of a list."""
    folders = {path.parent.relative_to(built.public) for path in built.public.rglob("index.html")}
    return sorted(quoted(f"/{folder}/") for folder in folders if folder.parts[-2:] != ("page", "1"))


def file_of(built: Built, path: str) -> Path:
    """What is served for a path."""
    file = built.public / unquote(path[1:])
    return file if file.suffix == ".html" else file / "index.html"


@pytest.mark.browser
def test_in_a_browser(browser: Browser, attacked: Built, judged: Judged) -> None:
    """Without any policy to help."""
    shown = ("/", "/posts/", "/tags/", "/months/", "/named/", "/posts/p000/", "/posts/p005/")
    paths = {file_of(attacked, path): path for path in pages(attacked)}
    assert len(paths) > len(PAYLOADS)
    with (
        serve(attacked.public, csp="") as origin,
        visit(browser, origin) as seen,
        judged.fresh("shown", [file_of(attacked, path) for path in shown]) as whole,
        judged.fresh("read", paths) as fresh,
    ):
        seen.page.add_init_script(SPY)
        for file in whole:
            page = seen.open(paths[file])
            assert live_faults(page) == [], file
            if paths[file] == "/posts/":
                titles = page.locator(".card-title").all_text_contents()
                assert sorted(map(plain, titles)) == sorted(map(plain, PAYLOADS))
        assert seen.faults == []
        assert read_faults(seen.open("/404.html"), [paths[file] for file in fresh]) == {}


@pytest.mark.browser
def test_policy(browser: Browser, attacked: Built, judged: Judged) -> None:
    shown = ("/", "/posts/", "/tags/", "/posts/p000/", "/404.html")
    paths = {file_of(attacked, path): path for path in shown}
    with (
        serve(attacked.public) as origin,
        visit(browser, origin) as seen,
        judged.fresh("policy", paths) as fresh,
    ):
        for file in fresh:
            seen.open(paths[file])
        assert seen.faults == []


def test_posts(attacked: Built, judged: Judged) -> None:
    said = {file_of(attacked, f"/posts/p{n:03}/"): payload for n, payload in enumerate(PAYLOADS)}
    with judged.fresh("parsed", said) as fresh:
        for file in fresh:
            page = Page(file.read_text(encoding="utf-8"))
            assert page.faults == []
            assert plain(said[file]) in plain(page.text)
            assert [plain(title) for title in page.meta("og:title")] == [plain(said[file])]
            for block in DATA.findall(page.html):
                assert json.loads(block)


def test_feeds(attacked: Built) -> None:
    for path in attacked.public.rglob("*.xml"):
        ET.fromstring(path.read_bytes())  # noqa: S314
    feed = attacked.public / "posts" / "index.xml"
    items = ET.parse(feed).getroot().iter("item")  # noqa: S314
    titles = [item.findtext("title") or "" for item in items]
    assert sorted(map(plain, titles)) == sorted(map(plain, PAYLOADS))
    for path in attacked.public.rglob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))
