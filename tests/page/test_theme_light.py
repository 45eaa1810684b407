"""What a reader has to load, and whether every reader can use it: measured in a real browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.page.conftest import draw, themed_files
from tests.page.theme_site import CONFIG, make_site, post
from tests.support.browser import Scheme, visit
from tests.support.hugo import Built, build
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
KINDS = {
    "home": "/",
    "second page": "/page/2/",
    "list": "/posts/",
    "tags": "/tags/",
    "tag": "/tags/ai/",
    "months": "/months/",
    "month": "/months/2025/02/",
    "post": "/posts/seed/",
    "post without a picture": "/posts/none/",
    "page": "/about/",
    "not found": "/nowhere/",
}
SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(scope="module")
def built(newest: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = themed_files(seed_post)
    files["content/about.md"] = post("このサイト", "2025-01-01", body="## 見出し\n\n本文。")
    site = make_site(tmp_path_factory.mktemp("light"), files, CONFIG.replace("/blog/", "/"))
    draw(site / "assets/thumbnails/cards/posts/seed.jpg", 1200, 630)
    done = build(site, newest)
    assert done.code == 0, done.output
    return done


@pytest.fixture(scope="module")
def origin(built: Built) -> Iterator[str]:
    with serve(built.public) as url:
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_reader_can_use_it(browser: Browser, origin: str, width: int, scheme: Scheme) -> None:
    found = {}
    with visit(browser, origin, width=width, scheme=scheme) as reader:
        for kind, path in KINDS.items():
            page = reader.open(path)
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            violations = Axe().run(page).response["violations"]
            if violations:
                found[kind] = [
                    (one["id"], [node["html"][:160] for node in one["nodes"][:3]])
                    for one in violations
                ]
    assert found == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_post_is_light(browser: Browser, origin: str, built: Built, width: int) -> None:
    """At most 40 kB without pictures, 10 requests, and nothing that moves while it loads."""
    with visit(browser, origin, width=width) as reader:
        paths: list[str] = []
        reader.page.on("request", lambda request: paths.append(request.url.removeprefix(origin)))
        reader.page.add_init_script(SHIFTS)
        page = reader.open("/posts/seed/")
        page.wait_for_timeout(300)
        assert page.evaluate("window.shifts") == 0
    paths = [path for path in paths if not path.startswith("data:")]
    assert len(paths) <= 10, paths
    size = 0
    for path in paths:
        file = built.public / path.strip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in {".jpg", ".png", ".webp"}:
            size += len(gzip.compress(file.read_bytes()))
    assert 5_000 < size <= 40_000


def test_scripts_are_small(built: Built) -> None:
    scripts = list(built.public.rglob("*.js"))
    assert scripts
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) <= 6_000


def test_one_sheet_of_styles(built: Built) -> None:
    """Built once for all pages, and named by what it holds."""
    names = [path.name for path in (built.public / "css").glob("matome.*.css")]
    assert len(names) == 1
    for page in built.public.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert names[0] in text or "http-equiv" in text, page
