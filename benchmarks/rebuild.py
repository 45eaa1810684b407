"""How long `hugo server` takes for one edited post."""

from __future__ import annotations

import os
import re
import select
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import IO, cast

from hugo_helpers.site.hugo import find_hugo
from tests.support.server import free_port

WAIT = 300.0
"""Seconds for a whole build under load."""
REST = 1.0
"""Seconds between two edits: what follows a rebuild is over."""
_READY, _DONE = r"Web Server is available", r"Total in (\d+) ms"


class Server:
    """A server whose output is read as it comes."""

    def __init__(self, site: Path) -> None:
        words = [find_hugo(), "server", "--noBuildLock", "--disableLiveReload"]
        words += ["--bind", "127.0.0.1", "--port", str(free_port())]
        self.process = subprocess.Popen(
            words, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self._seen = b""

    def wait(self, pattern: str) -> re.Match[str]:
        """The next place in the output that matches. Raises TimeoutError."""
        output = cast("IO[bytes]", self.process.stdout)
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            if found := re.search(pattern, self._seen.decode(errors="replace")):
                self._seen = b""
                return found
            if select.select([output], [], [], 1.0)[0]:
                self._seen += os.read(output.fileno(), 65536)
        raise TimeoutError(f"hugo server did not say {pattern!r}")


@contextmanager
def _serving(site: Path) -> Iterator[Server]:
    server = Server(site)
    try:
        server.wait(_READY)
        yield server
    finally:
        server.process.terminate()
        server.process.wait()


def rebuilds(sites: Mapping[str, Path], post: str, rounds: int) -> dict[str, float]:
    """For each site the median of the seconds that Hugo says it took for an edit of one `post`; all
    servers run at once, and the sites take turns. A first round is not counted.
    """
    times: dict[str, list[float]] = {name: [] for name in sites}
    texts = {site: (site / post).read_text(encoding="utf-8") for site in sites.values()}
    try:
        with ExitStack() as stack:
            servers = {name: stack.enter_context(_serving(site)) for name, site in sites.items()}
            for number in range(rounds + 1):
                for name, site in sites.items():
                    edited = texts[site].replace('body="', f'body="{number} ', 1)
                    time.sleep(REST)
                    (site / post).write_text(edited, encoding="utf-8")
                    took = int(servers[name].wait(_DONE)[1]) / 1000
                    if number:
                        times[name].append(took)
    finally:
        for site, text in texts.items():
            (site / post).write_text(text, encoding="utf-8")
    return {name: median(values) for name, values in times.items()}
