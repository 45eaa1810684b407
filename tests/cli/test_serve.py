"""`matome serve`: the site watched and served as one, on each real Hugo."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.test_watch import Running
from tests.support.server import free_port
from tests.watch.test_server import children


def page(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return str(answer.read().decode())


def until(true: Callable[[], object], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


class Served(Running):
    """A `matome serve`, with the port that its Hugo listens on."""

    def __init__(self, site: Path, hugo: Path, *more: str, port: int = 0) -> None:
        self.port = port or free_port()
        path = f"{hugo.parent}{os.pathsep}{os.environ['PATH']}"
        behind = ["--", "--port", str(self.port), "--bind", "127.0.0.1"]
        super().__init__(site, "serve", *more, *behind, path=path)

    def hugo(self) -> int:
        """The number of Hugo's process; 0 where there is none."""
        for number in children():
            try:
                words = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if Path(os.fsdecode(words[0])).name == "hugo":
                return number
        return 0


Serve = Callable[..., Served]


@pytest.fixture
def serve(site: Path, hugo: Path, hugo_on_path: Callable[[Path], Path]) -> Iterator[Serve]:
    started: list[Served] = []

    def start(*more: str, port: int = 0) -> Served:
        started.append(Served(site, hugo_on_path(hugo), *more, port=port))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()
    until(lambda: not any(one.hugo() for one in started))


def test_the_two_as_one(serve: Serve, site: Path) -> None:
    post = site / "content" / "posts" / "seed.md"
    one = serve()
    one.until_all("  hugo │ Web Server is available", "drawn:")
    one.rest(1.0)
    assert "12件の指摘" in page(one.port, "/posts/seed/")
    good = post.read_text()
    post.write_text(good + "{{< nope >}}\n")
    assert one.until("1 error and 12 warnings").startswith("matome │")
    one.until("ebuild")
    post.write_text(good.replace('color="#', 'color="" data="#').replace('data="', 'color="'))
    post.write_text(good)
    one.until("12 warnings")
    one.rest(1.0)
    assert one.stop() == 0
    assert not one.hugo()
    text = "".join(one.said + one.rest(0))
    assert "Traceback" not in text
    assert "\x1b" not in text


def test_nothing_of_it_in_a_production_build(serve: Serve, site: Path, hugo: Path) -> None:
    from tests.support.hugo import build

    one = serve()
    one.until("Web Server is available")
    until((site / "assets/matome/findings.json").exists)
    built = build(site, hugo)
    assert built.code == 0
    assert "findings" not in built.page("posts/seed")
    assert not list(built.public.rglob("*findings*"))


@pytest.mark.parametrize("who", ["matome", "hugo"])
def test_killed(serve: Serve, who: str) -> None:
    one = serve()
    one.until("Web Server is available")
    number = one.hugo()
    if who == "matome":
        one.process.kill()
        until(lambda: not Path(f"/proc/{number}").exists(), 4)
        return
    os.kill(number, signal.SIGKILL)
    one.until("Hugo was killed (SIGKILL)")
    one.until("started again", 5)
    one.until("Web Server is available")
    assert one.hugo() not in (0, number)
    assert one.stop(signal.SIGTERM) == 0


def test_a_post_that_stops_hugo_at_the_start(serve: Serve, site: Path) -> None:
    post = site / "content" / "posts" / "seed.md"
    good = post.read_text()
    post.write_text(good + "{{< nope >}}\n")
    one = serve()
    one.until("Hugo ended with code")
    assert not [line for line in one.rest(1.5) if "started again" in line], "a start in vain"
    post.write_text(good)
    one.until("started again", 5)
    one.until("Web Server is available")


def test_without_a_second_start(serve: Serve, site: Path) -> None:
    post = site / "content" / "posts" / "seed.md"
    post.write_text(post.read_text() + "{{< nope >}}\n")
    one = serve("--no-restart")
    assert one.process.wait(20) not in (0, 2)


def test_a_port_that_is_taken(serve: Serve) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        one = serve(port=taken.getsockname()[1])
        one.until("Hugo ended with code", 20)
    one.until("started again", 5)
    one.until("Web Server is available")


HANGING = '{{< figure src="a.png" alt="HAHAHUGOSHORTCODE%ss0HBHB" >}}\n'


@pytest.mark.timeout(100)
def test_a_post_that_makes_hugo_hang(
    site: Path, newest: Path, hugo_on_path: Callable[[Path], Path]
) -> None:
    """Hugo's own placeholder, with the page's number in it, keeps Hugo busy until it is killed."""
    post = site / "content" / "posts" / "hanging.md"
    for number in range(1, 40):
        post.write_text(f"+++\ntitle = 'x'\n+++\n{HANGING % number}")
        # Processor time, for on a busy machine a build that ends takes long, too.
        limited = ["bash", "-c", 'ulimit -t 4; exec "$@"', "-", newest, "--source", site, "--quiet"]
        if subprocess.run(limited, timeout=60, check=False).returncode == -signal.SIGKILL:
            break
    else:
        pytest.skip("this Hugo does not hang")
    one = Served(site, hugo_on_path(newest))
    try:
        line = one.until("Hugo does not come back", 60)
        assert "content/posts/hanging.md:4" in line
        until(lambda: not one.hugo(), 5)
        post.write_text("+++\ntitle = 'x'\n+++\n")
        one.until("started again", 10)
        one.until("Web Server is available")
        assert one.stop() == 0
    finally:
        one.process.kill()
        one.process.wait()
