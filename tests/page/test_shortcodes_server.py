"""Under `hugo server` ids and hues follow what is edited: nothing of an earlier build is left."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.page.shortcodes_site import post, quote, site
from tests.support.server import free_port

POST = "content/posts/x.md"
DATA = "data/matome/colors.json"


@contextmanager
def server(hugo: Path, folder: Path) -> Iterator[str]:
    port = free_port()
    command = [hugo, "server", "--source", folder, "--bind", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*command, "--disableLiveReload"], stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}/posts/x/"
        finally:
            process.terminate()
            process.wait(timeout=10)


def drawn(url: str) -> list[tuple[str, str]]:
    """Each quote's slot and id on the page; nothing where the server does not answer."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            page = answer.read().decode()
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return []
    return re.findall(r'class="mtm-quote mtm-h(\d+)[^"]*" id="([^"]*)"', page)


def wait_for(url: str, wanted: list[tuple[str, str]], log: Path) -> None:
    deadline = time.monotonic() + 30
    while (found := drawn(url)) != wanted:
        assert time.monotonic() < deadline, f"{found} and not {wanted}\n{log.read_text()}"
        time.sleep(0.1)


def test_edits(hugo: Path, tmp_path: Path) -> None:
    a, b = quote("一", "ann"), quote("二", "bob")
    site(tmp_path, {POST: post(a, b, a), DATA: "{}"})
    with server(hugo, tmp_path) as url:
        deadline = time.monotonic() + 30
        while not (first := drawn(url)):
            assert time.monotonic() < deadline, (tmp_path / "log").read_text()
            time.sleep(0.1)
        ann, bob, again = first
        assert again == (ann[0], f"{ann[1]}-2")

        def see(*wanted: tuple[str, str]) -> None:
            wait_for(url, list(wanted), tmp_path / "log")

        (tmp_path / POST).write_text(post(b, a, a), encoding="utf-8")
        see(bob, ann, again)
        (tmp_path / POST).write_text(post(b, a), encoding="utf-8")
        see(bob, ann)
        (tmp_path / DATA).write_text('{"posts/x": {"ann": 33}}')
        see(bob, ("33", ann[1]))
        (tmp_path / DATA).write_text('{"posts/x": {"ann": 34}}')
        see(bob, ("34", ann[1]))
