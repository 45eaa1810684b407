"""Draws a card for each title, in this one process: python -m benchmarks.draw_cards TITLES FOLDER

With `--held`: as many cards as there are numbers up to the largest, and, at each of the numbers,
what the process has held in memory at most, in MB.
"""

from __future__ import annotations

import argparse
import json
import resource
from itertools import cycle, islice
from pathlib import Path

from hugo_helpers.thumbnails.background import Background, named
from hugo_helpers.thumbnails.card import Card, draw
from hugo_helpers.thumbnails.fonts import find

_TURNS = [("#8ab4f8", 40), ("#f29f67", 12), ("#7ccf8a", 70), ("#e78ac3", 25)]
_IMAGES = ("blue", "cyan_orange2", "teal", "purple_pink", "gold", "green")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("titles", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held", type=int, nargs="+", default=[])
    args = parser.parse_args()
    titles = json.loads(args.titles.read_text(encoding="utf-8"))
    fonts = find(system=False)
    for number, title in enumerate(islice(cycle(titles), max(args.held, default=len(titles))), 1):
        # No two alike, as on a site: what is kept for the next card must not be all it takes.
        words = f"{title} {number}" if args.held else title
        background = named(_IMAGES[number % len(_IMAGES)]) or Background()
        band = tuple(_TURNS * (5 + number % 20))
        card = Card(words, "まとめ", "2025-02-05", ("AI", "LLM", "Rust"), band, background)
        (args.folder / f"{number % 1000}.jpg").write_bytes(draw(card, fonts).jpeg)
        if number in args.held:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"{peak / 1024:.0f}", flush=True)


if __name__ == "__main__":
    main()
