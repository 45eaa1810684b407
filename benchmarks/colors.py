"""How long colours take to settle, beside reading and parsing, and how near to the best they come.

python -m benchmarks.colors build/corpus [--rounds 5] [--threads 40]

The folder is a site as `benchmarks.corpus` makes it. Rounds are interleaved, so that a busy
moment of the machine meets all that is compared; times are medians, of the processor's time. What
is printed is Markdown.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar

from benchmarks import places
from benchmarks.corpus import USERS
from hugo_helpers.colors.cast import cast
from hugo_helpers.colors.distance import alike, separations
from hugo_helpers.colors.fewest import fewest
from hugo_helpers.colors.search import clashing, search
from hugo_helpers.colors.settle import settle
from hugo_helpers.colors.slot import slot
from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.thread import thread
from hugo_helpers.site.content import Page, find, read

SIZES = ((10, 16), (20, 30), (26, 40), (40, 60), (40, 80), (52, 80))
STEPS = 50_000
"""How long the exact search may take for one thread: about half a second."""
THREADS = 40
"""Threads of each size that the exact solver is compared on."""

P = ParamSpec("P")
T = TypeVar("T")
Settled = dict[str, dict[str, int]]
Threads = dict[str, list[str]]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--threads", type=int, default=THREADS, help="of each size, for the comparison"
    )
    args = parser.parse_args(argv)
    if not (args.folder / "content").is_dir():
        parser.error(f"{args.folder} holds no site: make one with python -m benchmarks.corpus")
    for line in (*speed(args.folder, args.rounds), "", *nearness(args.threads)):
        print(line, flush=True)
    return 0


def lines(rounds: int) -> Iterator[str]:
    """The section of README.md, line by line."""
    yield from speed(places.site(), rounds)
    yield ""
    yield from nearness(THREADS)


def speed(folder: Path, rounds: int) -> Iterator[str]:
    """Lines of a table: each stage's time, and its part of reading and parsing."""
    separations()  # The palette's distances take coloraide: 0.07 s, once in a run.
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        threads = _timed(times, "read and parse", _threads, folder)
        first = _timed(times, "settle all", _settled, threads, {})
        again = _timed(times, "settle all again, nothing changed", _settled, threads, first)
        key = next(key for key, thread in threads.items() if thread)
        changed = {**threads, key: [*threads[key], "newcomer", threads[key][0]]}
        one = _timed(times, "settle all again, one post changed", _settled, changed, first)
        if again != first or {**one, key: {}} != {**first, key: {}}:
            raise RuntimeError("settling again changed what was settled")
    quotes = sum(map(len, threads.values()))
    moved = sum(map(len, first.values()))
    left, pairs = _alike(threads, first), _alike(threads, {})
    base = median(times["read and parse"])
    yield f"{len(threads):,} threads, {quotes:,} quotes, median of {rounds} rounds:"
    yield ""
    yield "| | seconds | of reading and parsing |"
    yield "|---|---:|---:|"
    for what, found in times.items():
        yield f"| {what} | {median(found):.2f} | {median(found) / base:.2f} |"
    yield ""
    yield f"Pairs of neighbours that look alike: {pairs:,} before, {left:,} after {moved:,} moves."


def nearness(count: int) -> Iterator[str]:
    """Lines of a table: moves of the search and of the exact solver, for each size of thread."""
    yield "| thread | solved exactly | fewest moves | ours | above |"
    yield "|---|---:|---:|---:|---:|"
    for speakers, quotes in SIZES:
        solved = least = ours = 0
        for seed in range(count):
            chance = random.Random(f"{speakers}/{quotes}/{seed}")
            users = [f"user{n}" for n in chance.sample(range(USERS), speakers)]
            found = cast([chance.choice(users) for _ in range(quotes)])
            home = [slot(name) for name in found.names]
            best, proved = fewest(found, home, len(home) + 1, STEPS)
            slots = search(found, home)
            if best is not None and proved and not clashing(found, slots):
                solved += 1
                least += _moves(home, best)
                ours += _moves(home, slots)
        above = f"{100 * (ours / least - 1):.1f}%" if least else "-"
        name = f"{quotes} quotes by {speakers}"
        yield f"| {name} | {solved} of {count} | {least} | {ours} | {above} |"


def _threads(folder: Path) -> Threads:
    """The speakers of every post."""
    found = {}
    for path in find([folder / "content"]):
        page = read(path, path.name)
        if isinstance(page, Page):
            document = parse(page.text, page.front.body_start, _reads_inner)
            found[path.stem] = [turn.user for turn in thread(document).turns]
    return found


def _reads_inner(name: str) -> bool:
    return name.lower() != "matomequote"


def _settled(threads: Threads, before: Settled) -> Settled:
    return {key: settle(speakers, before.get(key, {})) for key, speakers in threads.items()}


def _timed(
    times: dict[str, list[float]], what: str, work: Callable[P, T], *args: P.args, **more: P.kwargs
) -> T:
    start = time.process_time()
    done = work(*args, **more)
    times.setdefault(what, []).append(time.process_time() - start)
    return done


def _alike(threads: Threads, settled: Settled) -> int:
    """How many pairs that meet look alike, to normal or to colour-blind eyes."""
    count = 0
    for key, speakers in threads.items():
        taken = settled.get(key, {})
        meet = {frozenset(pair) for pair in pairwise(speakers) if pair[0] != pair[1]}
        count += sum(alike(*[taken.get(name, slot(name)) for name in pair]) for pair in meet)
    return count


def _moves(home: list[int], slots: list[int]) -> int:
    return sum(a != b for a, b in zip(home, slots, strict=True))


if __name__ == "__main__":
    sys.exit(main())
