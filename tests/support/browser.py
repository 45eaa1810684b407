"""A real Chromium for the tests: one for the session, a fresh page for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.support.hugo import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WHOLE = ("chromium", "chromium-browser", "google-chrome")
NAMES = ("chromium-headless-shell", *WHOLE)
"""The engine without a browser around it takes a quarter of the time of a whole one for a page."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Scheme = Literal["light", "dark"]


@cache
def executable(names: tuple[str, ...] = NAMES) -> Path:
    """The browser on PATH; a test that asks is skipped (failed in CI) where there is none."""
    for name in names:
        if found := shutil.which(name):
            return Path(found)
    missing("no Chromium or Chrome on PATH: apt-get install chromium")
    raise FileNotFoundError(names[-1])


@contextmanager
def launch() -> Iterator[Browser]:
    """A running browser, closed when the block ends."""
    path = executable()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """A page and what went wrong on it: console errors, exceptions, requests elsewhere."""

    page: Page
    origin: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        self.page.goto(self.origin + path, wait_until="load")
        return self.page

    def overflow(self) -> int:
        """How many pixels the page can be scrolled sideways."""
        width: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return width


@contextmanager
def visit(
    browser: Browser, origin: str, *, width: int = 1280, height: int = 800, scheme: Scheme = "light"
) -> Iterator[Visit]:
    """A fresh page on `origin`, that notes every fault; `scheme` is the reader's setting."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="ja-JP"
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    visited = Visit(page, origin)
    page.on(
        "console",
        lambda message: (
            visited.faults.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: visited.faults.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((origin + "/", "data:"))
            else visited.faults.append(f"request to {request.url}")
        ),
    )
    try:
        yield visited
    finally:
        context.close()


def until(page: Page, expression: str) -> None:
    """Wait for what JavaScript says to become true; wait_for_function needs a laxer policy."""
    page.evaluate(
        "Promise.race([new Promise(done => (function look() {"
        f" ({expression}) ? done() : setTimeout(look, 20) }})()),"
        " new Promise((_, fail) => setTimeout(() => fail(new Error('too late')), 10000))])"
    )


def screenshot(page: Page, path: Path, *, full: bool = False) -> Path:
    """Write a PNG of the page (`full`: of its whole height), its pictures loaded and still."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A picture that loads lazily, below what is seen, would never be decoded.
    page.evaluate(
        "Promise.all(Array.from(document.images, image => {"
        " image.loading = 'eager'; return image.decode().catch(() => 0) }))"
    )
    page.screenshot(path=path, full_page=full, animations="disabled")
    return path
