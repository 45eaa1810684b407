"""What `hugo server` shows of a change while it runs: nothing of the theme's outlives a rebuild."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.page.conftest import draw
from tests.page.theme_site import make_site, matome_quote, post
from tests.support.hugo import write_files
from tests.support.server import free_port

PATIENCE = 20.0


@contextmanager
def hugo_server(site: Path, binary: Path) -> Iterator[str]:
    """Run `hugo server` while the block runs; gives the site's address."""
    port = free_port()
    where = ["--source", str(site), "--port", str(port), "--bind", "127.0.0.1"]
    with subprocess.Popen(
        [str(binary), "server", *where, "--disableLiveReload"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}/blog/"
        finally:
            process.terminate()


def fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except (urllib.error.URLError, ConnectionError):
        return ""


def wait_for(url: str, text: str) -> None:
    """Until the page holds the text; fails after a while."""
    end = time.monotonic() + PATIENCE
    while text not in fetch(url):
        assert time.monotonic() < end, f"{url} never showed {text!r}"
        time.sleep(0.05)


def test_changes_are_seen(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post("A", "2025-01-01", body=matome_quote("ann", "一番目")),
        "content/posts/b.md": post("B", "2025-01-02", body=matome_quote("bob", "二番目")),
        "assets/.keep": "",
        "data/matome/colors.json": "{}",
    }
    site = make_site(tmp_path, files)
    with hugo_server(site, hugo) as address:
        wait_for(address, "一番目")
        write_files(
            site, {"content/posts/a.md": files["content/posts/a.md"].replace("一番目", "書き直し")}
        )
        for path in ("", "posts/", "posts/a/"):
            wait_for(address + path, "書き直し")
        draw(site / "assets/thumbnails/cards/posts/a.jpg", 1200, 630)
        for path in ("", "posts/", "posts/a/"):
            wait_for(address + path, "thumbnails/cards/posts/a.jpg")
        draw(site / "assets/thumbnails/cards/posts/a.jpg", 1200, 555)
        for path in ("", "posts/", "posts/a/"):
            wait_for(address + path, '"555"')
        write_files(site, {"data/matome/colors.json": '{"posts/a": {"ann": 35}}'})
        for path in ("", "posts/a/"):
            wait_for(address + path, "mtm-h35")


def test_pictures_are_seen(hugo: Path, tmp_path: Path) -> None:
    """Those that were there at the first build, and those that came later."""
    cat = matome_quote("cat", "三番目")
    blue = "featureimage = 'thumbnails/blue.jpg'"
    files = {
        "content/posts/a.md": post("A", "2025-01-01", body=matome_quote("ann", "一番目")),
        "content/posts/b.md": post("B", "2025-01-02", body=matome_quote("bob", "二番目")),
        "content/posts/c.md": post("C", "2025-01-03", more=blue, body=cat),
    }
    site = make_site(tmp_path, files)
    pictures = site / "assets/thumbnails"
    draw(pictures / "cards/posts/b.jpg", 1200, 630)
    draw(pictures / "cards-600/posts/b.jpg", 600, 315)
    with hugo_server(site, hugo) as address:
        wait_for(address, "cards-600/posts/b.jpg 600w")
        text = files["content/posts/b.md"].replace("二番目", "書き直し")
        write_files(site, {"content/posts/b.md": text})
        wait_for(address, "書き直し")
        assert "cards-600/posts/b.jpg 600w" in fetch(address)
        draw(pictures / "cards/posts/b.jpg", 1200, 555)
        for path in ("", "posts/b/"):
            wait_for(address + path, '"555"')
        (pictures / "cards-600/posts/a.jpg").parent.mkdir(exist_ok=True)
        draw(pictures / "cards-600/posts/a.jpg", 600, 315)
        draw(pictures / "cards/posts/a.jpg", 1200, 444)
        for path in ("", "posts/a/"):
            wait_for(address + path, '"444"')
        wait_for(address, "cards-600/posts/a.jpg 600w")
        draw(pictures / "blue.jpg", 1200, 333)
        for path in ("", "posts/c/"):
            wait_for(address + path, "/thumbnails/blue.jpg")
        write_files(site, {"content/posts/c.md": files["content/posts/c.md"].replace("三", "四")})
        for path in ("", "posts/", "posts/c/"):
            wait_for(address + path, "四番目")
        draw(pictures / "cards/posts/c.jpg", 1200, 666)
        for path in ("", "posts/", "posts/c/"):
            wait_for(address + path, '"666"')
        (pictures / "cards/posts/b.jpg").unlink()
        write_files(site, {"content/posts/b.md": text.replace("書き直し", "もう一度")})
        wait_for(address, "もう一度")
        draw(pictures / "cards/posts/b.jpg", 1200, 222)
        for path in ("", "posts/b/"):
            wait_for(address + path, '"222"')
