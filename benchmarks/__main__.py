"""`make bench`: what is measured, on a synthetic site of a real one's shape.

    python -m benchmarks [check] [colors] ... [--rounds 5]

Figures and ratios go to stdout and, with the date, the machine and the command, into the section
of each benchmark in benchmarks/README.md. Sites and peers are kept under build/.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from benchmarks import readme
from benchmarks.measure import machine

NAMES = {
    "check": "matome check, beside its peers",
    "colors": "colours: time, and nearness to the best",
    "fix": "matome check --fix, beside a cold check, and what it leaves alone",
    "page": "the theme: Hugo's time beside the barest safe theme, and Lighthouse",
    "ready": "matome watch: until it is ready",
    "thumbnails": "card images, beside satori with resvg and Hugo's images.Text",
    "watch": "matome watch and matome serve: from a save to what is said of it",
}
"""Modules of this package, each with a function `lines`, and the titles of their sections."""


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("benchmarks", description=__doc__, formatter_class=form)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--rounds", type=int, default=5, help="of what takes seconds (default: 5)")
    args = parser.parse_args()
    unknown = [name for name in args.names if name not in NAMES]
    if unknown or args.rounds < 1:
        parser.error(f"no benchmark {unknown[0]!r}" if unknown else "--rounds from 1 on")
    for name in args.names or NAMES:
        lines = list(import_module(f"benchmarks.{name}").lines(args.rounds))
        command = f"`python -m benchmarks {name} --rounds {args.rounds}`"
        body = "\n".join([f"{machine()}; {command}.", "", *lines])
        print(f"## {NAMES[name]}\n\n{body}\n", flush=True)
        readme.write(NAMES[name], body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
