"""What readers load, as Lighthouse sees it, and what Hugo takes to draw the synthetic site with
this theme and with the barest that is safe (benchmarks/bare).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks import places
from benchmarks.corpus import POSTS
from benchmarks.measure import Command, interleaved, watched
from benchmarks.rebuild import rebuilds
from hugo_helpers.site.hugo import find_hugo
from tests.support.browser import ARGUMENTS, WHOLE, executable
from tests.support.server import serve

SEED = places.ROOT / "tests" / "data" / "seed-post.md"
GOAL, REBUILT = 1.7, 1.5
EDITS = 11
"""Of one post under `hugo server`."""
RUNS = 3
"""Of Lighthouse, for each page."""


def lines(rounds: int) -> Iterator[str]:
    """The figures as lines of Markdown. The sites are copies, with the theme as it is now."""
    own, bare = _own(), _bare()
    yield "| What | Measured | Goal |"
    yield "|---|---|---|"
    builds = {"this theme": _build(own), "the barest safe theme": _build(bare)}
    times = interleaved(builds, rounds, places.environment())
    for name, seconds in times.items():
        yield f"| Hugo builds {POSTS:,} posts with {name} | {seconds:.1f} s | |"
    ratio = times["this theme"] / times["the barest safe theme"]
    yield f"| Ratio | {ratio:.2f} | {GOAL} at most |"
    peaks = [watched(command, places.environment()).memory / 1e9 for command in builds.values()]
    yield f"| Memory held, this theme and the barest | {peaks[0]:.2f} and {peaks[1]:.2f} GB | |"
    sites = {"this theme": own, "the barest safe theme": bare}
    times = rebuilds(sites, "content/posts/post-00005.md", EDITS)
    for name, seconds in times.items():
        yield f"| hugo server rebuilds an edited post with {name} | {seconds:.3f} s | |"
    ratio = times["this theme"] / times["the barest safe theme"]
    yield f"| Ratio | {ratio:.2f} | {REBUILT} at most |"
    for name, scores in _lighthouse(own / "public").items():
        told = ", ".join(f"{category} {score}" for category, score in scores.items())
        yield f"| Lighthouse, {name} | {told} | 100 each |"


def _own() -> Path:
    """The synthetic site and the seed post, coloured and illustrated, under this theme."""
    site = places.BUILD / "bench-site-page"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(places.site(), site, ignore=shutil.ignore_patterns("public", "resources"))
    shutil.copy(SEED, site / "content" / "posts" / "seed.md")
    for words in (["init", "--upgrade", site], ["colors", "--write", "--quiet", "--source", site]):
        subprocess.run([places.MATOME, *words], check=True, stdout=subprocess.DEVNULL)
    words = [places.MATOME, "thumbnails", "--quiet", "--source", site]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return site


def _bare() -> Path:
    """The same posts under the barest theme."""
    site = places.BUILD / "bench-site-bare"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(places.BUILD / "bench-site-page" / "content", site / "content")
    shutil.copytree(places.ROOT / "benchmarks" / "bare", site, dirs_exist_ok=True)
    return site


def _build(site: Path) -> Command:
    words = [find_hugo(), "--source", site, "--quiet", "--noBuildLock"]
    return Command(words, site, partial(shutil.rmtree, site / "public", ignore_errors=True))


def _lighthouse(public: Path) -> Mapping[str, Mapping[str, int]]:
    """Scores by category, of a post and of the home, as on a phone and from a host that compresses;
    nothing without npm. Of several runs the best: what else the machine does only takes away."""
    program = places.lighthouse()
    if program is None:
        return {}
    environment = {**os.environ, "CHROME_PATH": str(executable(WHOLE))}
    found: dict[str, dict[str, int]] = {}
    with serve(public, compress=True) as origin:
        for name, path in {"the seed post": "/posts/seed/", "home": "/"}.items():
            flags = " ".join(("--headless=new", *ARGUMENTS))
            words = [program, origin + path, "--output=json", "--quiet", f"--chrome-flags={flags}"]
            best = found[name] = {}
            for _ in range(RUNS):
                done = subprocess.run(words, env=environment, capture_output=True, check=True)
                for one in json.loads(done.stdout)["categories"].values():
                    title, score = one["title"], round(100 * one["score"])
                    best[title] = max(score, best.get(title, 0))
    return found
