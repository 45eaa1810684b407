"""`matome check` beside rumdl, markdownlint-cli2, Hugo's build, and a bare Python."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks import places
from benchmarks.corpus import POSTS
from benchmarks.measure import Command, Peak, interleaved, watched
from hugo_helpers.site.hugo import find_hugo, hugo_version

SHORT = 4
"""Rounds of what takes a blink, for one of what takes seconds."""
TIMES, LONG_ROUNDS = 10, 3
WHOLE, ONE = ("--exit-zero", "--output-format", "concise"), "content/posts/post-00005.md"
GOALS = (
    ("whole site, cold / rumdl", "cold", "rumdl", 0.8),
    ("whole site, cold / Hugo's build", "cold", "Hugo's build", 0.1),
    ("nothing changed / cold", "nothing changed", "cold", 0.15),
    ("one file changed / cold", "one file changed", "cold", 0.15),
    ("one post / `python -c pass`", "one post", "`python -c pass`", 7.0),
    ("one post / markdownlint-cli2", "one post", "markdownlint-cli2, one post", 1 / 3),
)
MOST_TIMES, MOST_MEMORY = 10.5, 200
"""How much longer ten times the site may take, and how many MB a process may hold."""


def lines(rounds: int) -> Iterator[str]:
    """The section of README.md, line by line."""
    site = places.site()
    posts = list((site / "content" / "posts").glob("*.md"))
    size = sum(post.stat().st_size for post in posts)
    version = ".".join(map(str, hugo_version(find_hugo())))
    post = site / ONE
    text = post.read_bytes()
    try:
        medians = interleaved(_short(site), rounds * SHORT, places.environment())
        medians |= interleaved(_whole(site), rounds, places.environment())
    finally:
        post.write_bytes(text)
    yield f"{len(posts):,} posts, {size / 1e6:.0f} MB; Hugo {version}."
    yield ""
    yield "| | Median |"
    yield "|---|---:|"
    yield from (f"| {name} | {seconds:.3f} s |" for name, seconds in medians.items())
    yield ""
    yield "| Of the same run | Measured | Goal, at most |"
    yield "|---|---:|---:|"
    yield from _ratios(medians)
    yield from _larger(site, places.site(POSTS * TIMES))


def _short(site: Path) -> dict[str, Command]:
    found = {
        "`python -c pass`": Command([sys.executable, "-c", "pass"], site),
        "one post": Command([places.MATOME, "check", ONE], site),
    }
    if program := places.markdownlint():
        found["markdownlint-cli2, one post"] = Command([program, ONE], site)
    return found


def _whole(site: Path) -> dict[str, Command]:
    def forget() -> None:
        shutil.rmtree(places.CACHE, ignore_errors=True)

    def change() -> None:
        with (site / ONE).open("a", encoding="utf-8") as file:
            file.write("\nOne line more.\n")

    def clean() -> None:
        shutil.rmtree(site / "public", ignore_errors=True)

    check = [places.MATOME, "check", *WHOLE]
    # The cache is filled where the cold run ends: what a user meets who checks for the first time.
    return {
        "cold": Command(check, site, forget),
        "rumdl": Command([places.rumdl(), "check", "--no-cache", "content"], site),
        "nothing changed": Command(check, site),
        "one file changed": Command(check, site, change),
        "Hugo's build": Command([find_hugo(), "--quiet", "--noBuildLock"], site, clean),
    }


def _ratios(medians: Mapping[str, float]) -> Iterator[str]:
    for what, one, other, goal in GOALS:
        measured = f"{medians[one] / medians[other]:.2f}" if other in medians else "not there"
        yield f"| {what} | {measured} | {goal:.2g} |"


def _larger(site: Path, large: Path) -> Iterator[str]:
    """Rows on a site of ten times the posts: time, and memory of the largest process."""
    words = [places.MATOME, "check", "--no-cache", *WHOLE]
    runs: dict[Path, list[Peak]] = {site: [], large: []}
    for _ in range(LONG_ROUNDS):
        for folder, found in runs.items():
            found.append(watched(Command(words, folder), places.environment()))
    once, often = ([run.seconds for run in found] for found in runs.values())
    memory = max(run.memory for run in runs[large]) / 1e6
    yield f"| {TIMES} times the posts, time | {median(often) / median(once):.2f} | {MOST_TIMES} |"
    yield f"| {TIMES} times the posts, the largest process | {memory:.0f} MB | {MOST_MEMORY} MB |"
