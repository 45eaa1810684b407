"""A thread from the web, which may be slow, busy, broken or endless; the server is a local one."""

from __future__ import annotations

import http.server
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hugo_helpers.links import fetching
from hugo_helpers.links.fetching import fetched
from hugo_helpers.site import cache

MOST = 100_000
PAGE = b'<a href="https://example.org/a">s</a>\r\n\nend'
Answer = Callable[["Handler"], None]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each request by the next of the server's answers, the last again and again."""

    def do_GET(self) -> None:
        server: Server = self.server  # type: ignore[assignment]
        answer = server.answers[min(len(server.asked), len(server.answers) - 1)]
        server.asked.append(self.headers["User-Agent"])
        with suppress(OSError):
            answer(self)

    def send(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Transfer_Encoding" not in headers:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    answers: list[Answer]
    asked: list[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/item"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(fetching, "BACKOFF", 0.01)
    monkeypatch.setattr(fetching, "SILENCE", 0.4)
    monkeypatch.setattr(fetching, "WHOLE", 0.6)
    with Server(("127.0.0.1", 0), Handler) as made:
        made.answers, made.asked = [lambda h: h.send(200, PAGE)], []
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def silence(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    time.sleep(1.5)


def cut_short(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(PAGE)
    handler.connection.close()


def hang_up(handler: Handler) -> None:
    handler.connection.close()


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 10_000)


def test_it_is_asked_for_once_a_day(server: Server) -> None:
    assert fetched(server.url, MOST) == PAGE
    assert fetched(server.url, MOST) == PAGE
    assert len(server.asked) == 1
    assert server.asked[0].startswith("matome/")
    [kept] = cache.folder().glob("thread-*")
    old = time.time() - fetching.LASTING - 1
    os.utime(kept, (old, old))
    assert fetched(server.url, MOST) == PAGE
    assert len(server.asked) == 2
    kept.write_bytes(kept.read_bytes().replace(b"example", b"exbmple"))
    assert fetched(server.url, MOST) == PAGE
    assert len(server.asked) == 3, "what somebody has changed is not believed"


def test_without_the_cache(server: Server) -> None:
    assert fetched(server.url, MOST, keep=False) == PAGE
    assert not list(cache.folder().glob("*"))
    assert fetched(server.url, MOST, keep=False) == PAGE
    assert len(server.asked) == 2


def test_a_busy_server_is_asked_again(server: Server) -> None:
    server.answers = [
        lambda h: h.send(503, Retry_After="86400"),
        lambda h: h.send(429),
        hang_up,
        lambda h: h.send(200, PAGE),
    ]
    assert fetched(server.url, MOST) == PAGE
    assert len(server.asked) == 4


REFUSED: dict[str, tuple[Answer, int, str]] = {
    "missing": (lambda h: h.send(404), 1, "answers 404"),
    "always busy": (lambda h: h.send(503), 4, "503"),
    "gone": (hang_up, 4, "cannot be fetched"),
    "a drip": (drip, 1, "longer than"),
    "silence": (silence, 1, "timed out"),
    "cut short": (cut_short, 1, "cannot be fetched"),
    "packed": (lambda h: h.send(200, b"x", Content_Encoding="gzip"), 1, "packs"),
    "to a file": (lambda h: h.send(302, Location="file:///etc/passwd"), 1, "cannot be fetched"),
    "in circles": (lambda h: h.send(302, Location="/item"), 4, "cannot be fetched"),
}


@pytest.mark.parametrize(("answer", "asked", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_had(server: Server, answer: Answer, asked: int, reason: str) -> None:
    server.answers = [answer]
    start = time.monotonic()
    with pytest.raises(OSError, match=reason):
        fetched(server.url, MOST)
    assert time.monotonic() - start < 4
    assert len(server.asked) == asked
    assert not list(cache.folder().glob("*"))


@pytest.mark.parametrize("answer", [endless, lambda h: h.send(200, b"x" * (MOST + 1))])
def test_more_than_allowed(server: Server, answer: Answer) -> None:
    server.answers = [answer]
    with pytest.raises(ValueError, match="more than"):
        fetched(server.url, MOST)


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "BACKOFF", 0.01)
    with pytest.raises(OSError, match=r"cannot be fetched: .*refused"):
        fetched("http://127.0.0.1:9/", MOST, keep=False)
