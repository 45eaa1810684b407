"""Card images: the time of one beside satori with resvg and Hugo's images.Text, the whole command
in one process and in two, a run with nothing to do, and what is held in memory over many cards.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks import places
from benchmarks.corpus import POSTS
from benchmarks.measure import Command, interleaved, processor
from hugo_helpers.site import content
from hugo_helpers.site.content import Page
from hugo_helpers.site.hugo import find_hugo
from hugo_helpers.thumbnails.fonts import find

CARDS = 200
"""Cards of one run of each that draws them."""
FEW, MANY = 2_000, 20_000
"""Cards after which memory is looked at."""
FOLDER = places.BUILD / "bench-cards"
HERE = Path(__file__).parent
OURS, SATORI, HUGO = "this package", "satori with resvg", "Hugo's images.Text, the title alone"


def lines(rounds: int) -> Iterator[str]:
    """The figures as lines of Markdown."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    titles = FOLDER / "titles.json"
    titles.write_text(json.dumps(_titles()), encoding="utf-8")
    yield "| What | Measured | Goal |"
    yield "|---|---|---|"
    yield from _beside_peers(titles, rounds)
    yield from _whole(rounds)
    yield from _memory(titles)


def _titles() -> list[str]:
    pages = (content.read(path, path.name) for path in content.find([places.site() / "content"]))
    found = (page.front.text_of("title") for page in pages if isinstance(page, Page))
    return list(islice(filter(None, found), CARDS))


def _beside_peers(titles: Path, rounds: int) -> Iterator[str]:
    """The processor's time for a card, on one core, the start of the program included."""
    commands = {OURS: _command(OURS, sys.executable, "-m", "benchmarks.draw_cards", titles)}
    commands |= _satori(titles) | {HUGO: _hugo(titles)}
    with _one_core():
        times = interleaved(commands, rounds, places.environment(), processor)
    for name, seconds in times.items():
        goal = "12 ms at most" if name == OURS else ""
        yield f"| A card of 1200x630, {name} | {1000 * seconds / CARDS:.1f} ms | {goal} |"
    for name, goal in ((SATORI, "0.2 at most"), (HUGO, "0.33 at most")):
        if name in times:
            yield f"| Ratio to {name} | {times[OURS] / times[name]:.2f} | {goal} |"


def _command(name: str, *words: str | Path) -> Command:
    """A command whose last word is the folder that it draws into, which is new each time."""
    folder = FOLDER / name.replace(" ", "-")
    return Command([*words, folder], places.ROOT, partial(_emptied, folder))


def _emptied(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)


def _satori(titles: Path) -> dict[str, Command]:
    packages, node = places.satori(), shutil.which("node")
    if packages is None or node is None:
        return {}
    return {SATORI: _command(SATORI, node, HERE / "satori.mjs", packages, _font(), titles)}


def _hugo(titles: Path) -> Command:
    from PIL import Image

    site = FOLDER / "hugo"
    shutil.copytree(HERE / "images_text", site)
    _emptied(site / "assets", site / "data")
    shutil.copy(titles, site / "data" / "titles.json")
    shutil.copy(_font(), site / "assets" / "font.otf")
    Image.new("RGB", (1200, 630), "#2b50d0").save(site / "assets" / "ground.jpg")
    words = [find_hugo(), "--source", site, "--quiet", "--noBuildLock"]
    return Command(words, site, partial(_emptied, site / "public", site / "resources"))


def _font() -> Path:
    """The font of the font extra, which all draw with."""
    return find(system=False).faces[0].path


@contextmanager
def _one_core() -> Iterator[None]:
    """Bind what is started to one core, so that threads are worth nothing."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _whole(rounds: int) -> Iterator[str]:
    """The whole command, over the synthetic site: the least of all rounds."""
    site = FOLDER / "site"
    shutil.copytree(places.site(), site, ignore=shutil.ignore_patterns("public", "assets"))
    words: Sequence[str | Path] = [places.MATOME, "thumbnails", "--quiet", "--source", site]
    drawn = {jobs: Command([*words, "--force", "--jobs", jobs], site) for jobs in ("1", "2")}
    times = interleaved(drawn, min(rounds, 3), places.environment(), pick=min)
    for jobs, seconds in times.items():
        what = f"`matome thumbnails --force --jobs {jobs}`, {POSTS:,} posts"
        yield f"| {what}, each card in two sizes | {seconds:.1f} s | |"
    yield f"| Ratio of one process to two | {times['1'] / times['2']:.2f} | 1.7 at least |"
    once = {"again": Command(words, site)}
    again = interleaved(once, 2 * rounds, places.environment(), pick=min)["again"]
    yield f"| `matome thumbnails` again, nothing changed | {again:.2f} s | 0.6 s at most |"


def _memory(titles: Path) -> Iterator[str]:
    folder = FOLDER / "held"
    _emptied(folder)
    words = [sys.executable, "-m", "benchmarks.draw_cards", titles, folder, "--held"]
    done = subprocess.run(
        [*words, str(FEW), str(MANY)], cwd=places.ROOT, check=True, capture_output=True, text=True
    )
    few, many = map(int, done.stdout.split())
    yield f"| Memory after {FEW:,} cards, and after {MANY:,} | {few} MB, {many} MB | |"
    yield f"| Ratio | {many / few:.2f} | 1.05 at most |"
