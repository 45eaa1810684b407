"""How soon `matome watch` is ready on the synthetic site, beside `matome check`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from benchmarks import places
from benchmarks.watch import telling


def lines(rounds: int) -> Iterator[str]:
    """The figures as lines of Markdown.

    Both start without a cache and leave one, as they do for their users; in every round one after
    the other, so that a busy moment of the machine meets both.
    """
    site, cache = places.site(), places.BUILD / "bench-watch-cache"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["MATOME_CACHE"] = str(cache)
    check = [sys.executable, "-m", "hugo_helpers", "check", "--source", site, "--exit-zero"]
    colds, firsts, agains = [], [], []
    for _ in range(rounds):
        shutil.rmtree(cache, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(check, stdout=subprocess.DEVNULL, check=True)
        colds.append(time.perf_counter() - start)
        shutil.rmtree(cache, ignore_errors=True)
        for found in (firsts, agains):
            start = time.perf_counter()
            with telling(site, "watch") as told:
                found.append(told.until("Found") - start)
    cold, first, again = map(median, (colds, firsts, agains))
    yield "| What | Measured | Goal, at most |"
    yield "|---|---|---|"
    yield f"| cold check, its findings shown | {cold:.2f} s | |"
    yield f"| ready, nothing remembered / cold check | {first / cold:.2f} | 1.2 |"
    yield f"| ready, nothing changed / cold check | {again / cold:.2f} | 0.3 |"
