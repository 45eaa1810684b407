"""What stands before a thread's first quote: where it was held, however that is written. And what
Markdown stands within a bubble, whoever wrote it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.shortcodes_payloads import writable
from tests.page.shortcodes_site import quote
from tests.page.theme_site import ALIKE, Page, build_loudly, make_site, matome_quote, read_page
from tests.support.browser import visit
from tests.support.hugo import Built
from tests.support.inert import SPY, live_faults, read_faults
from tests.support.judged import SCRIPT, Judged
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

A = "https://a.example/x"
SOURCES = {
    f"出典：[{A}]({A})": A,
    f"[スレ]({A}?id=1#c_2)を読んだ。[次](https://b.example/)": f"{A}?id=1#c_2",
    f"出典：{A}": A,
    f"{A}。次の文": A,
    f"（{A}）": A,
    f"{A}を見て": A,
    f"See {A}/page.html, and more.": f"{A}/page.html",
    f"<{A}>": A,
    "https://a.example": "https://a.example",
    "https://a.exampleで": "https://a.example",
    "http://a.example:8080/?q=%E3%81%82&b=1": "http://a.example:8080/?q=%E3%81%82&b=1",
    "https://a.example/wiki/X_(y)": "https://a.example/wiki/X_(y)",
    "[X](https://a.example/wiki/X_(y))": "https://a.example/wiki/X_(y)",
    f"{A} [のちの](https://b.example/)": "https://b.example/",
    "[あ](https://日本語.example/道)": "https://日本語.example/道",
    "": "",
    "[記事](/posts/)": "",
    "ftp://a.example/x": "",
    "https://": "",
    "[x](javascript:alert(1)//https://)": "",
    "[x](https://a.example@b.example/)": "",
    "https://a.example:80@b.example/x": "",
    "https://user:word@b.example": "",
    f"https://a.example@b.example/ {A}": A,
}
PAYLOADS = [text for text in writable() if "{{" not in text and "HAHAHUGO" not in text]
HARMLESS = (
    "comment  raw HTML omitted ",
    'href: <a href="">',
    'src: <img src="" alt="x">',
    'src: <img src="https://evil.example/x.png" alt="x">',
)
"""What Goldmark leaves of elements and of addresses that would act; and a picture,
which Markdown may ask for."""
BRACES = re.compile("[{}]")


@pytest.fixture(scope="module")
def opened(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A post for each source, and for each payload one with it in the source and in a bubble."""
    files = {}
    for number, written in enumerate(SOURCES):
        files[f"content/posts/s{number}.md"] = _post(written, matome_quote("ann", "はい。"))
    for number, text in enumerate(PAYLOADS):
        inside = f'{{{{< matomeBubble userName="ann" >}}}}\n{text}\n{{{{< /matomeBubble >}}}}\n'
        said = quote(text, user=text) + matome_quote("bob", f"後ろ{number}")
        opening = f"出典：[x](https://news.example/{BRACES.sub('', text)})"
        files[f"content/posts/p{number:03}.md"] = _post(opening, inside + said)
    config = ALIKE + "[markup.goldmark.renderer]\nunsafe = false\n"
    done = build_loudly(make_site(tmp_path_factory.mktemp("opened"), files, config), hugo)
    assert done.code == 0, done.output[-500:]
    return done


def _post(opening: str, body: str) -> str:
    return f"+++\ntitle = '題'\ndate = '2025-01-01'\n+++\n\n{opening}\n\n{body}\n"


def percent(text: str) -> str:
    """As html/template writes what a URL may not hold."""
    return "".join(f"%{byte:02x}" for byte in text.encode())


def sources(page: Page) -> tuple[list[str], list[str]]:
    """Where the page says that the thread was held: to readers and to machines."""
    (block,) = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', page.html)
    based = json.loads(block).get("isBasedOn")
    links = [link["href"] for link in page.all("a", class_="post-source")]
    return links, [based] if based else []


@pytest.mark.parametrize("number", range(len(SOURCES)), ids=list(SOURCES))
def test_source(opened: Built, number: int) -> None:
    source = list(SOURCES.values())[number]
    links, based = sources(read_page(opened, f"posts/s{number}"))
    escaped = re.sub(r"[^!-'*-~]+", lambda found: percent(found[0]), source)
    assert links == ([escaped] if source else [])
    assert based == ([source] if source else [])


def test_a_payload_leads_nowhere_else(opened: Built) -> None:
    led = 0
    for number in range(len(PAYLOADS)):
        page = read_page(opened, f"posts/p{number:03}")
        assert page.faults == []
        links, based = sources(page)
        led += len(links)
        for url in links + based:
            assert re.match(r"https?://[\w.-]+(?:[/?#]|$)", url), url
            assert not re.search(r"[\s<>\"`\\]", url), url
        assert f"後ろ{number}" in page.text
    assert led > len(PAYLOADS) / 2


@pytest.mark.browser
def test_nothing_in_a_bubble_acts(browser: Browser, opened: Built, judged: Judged) -> None:
    """Without any policy to help."""
    paths = [f"/posts/p{number:03}/" for number in range(len(PAYLOADS))]
    files = {opened.public / path[1:] / "index.html": path for path in paths}
    with (
        serve(opened.public, csp="") as origin,
        visit(browser, origin) as seen,
        judged.fresh("shown", list(files)[::25]) as whole,
        judged.fresh("read", files, SCRIPT) as fresh,
    ):
        seen.page.add_init_script(SPY)
        for file in whole:
            assert _unsaid(live_faults(seen.open(files[file]))) == [], file
        found = read_faults(seen.open("/"), [files[file] for file in fresh])
        kept = {path: _unsaid(faults[1:]) for path, faults in found.items()}
        assert {path: faults for path, faults in kept.items() if faults} == {}


def _unsaid(faults: list[str]) -> list[str]:
    return [fault for fault in faults if not fault.startswith(HARMLESS)]
