"""`matome check --fix`: its time beside a cold check, and that it changes what it says alone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks import places
from benchmarks.measure import Command, interleaved, processor
from benchmarks.values import edits_of, unnamed, values

LEFT_OUT = "--ignore=C102,Q103,Q110,Q205"
"""Rules whose fixes take calls out of a post or put some in, and one that only speaks up once C101
has spoken: a report from before the run does not hold its edits.
"""
MOST = 2.0
"""How much longer than a cold check it may take."""
CONTENT = Path("content") / "posts"
KINDS = {
    "--fix": (["--fix"], ("safe",)),
    "--fix --unsafe-fixes": (["--fix", "--unsafe-fixes", LEFT_OUT], ("safe", "unsafe")),
}


def lines(rounds: int) -> Iterator[str]:
    """The section of README.md, line by line. The site is a copy: posts are changed."""
    source, site = places.site(), places.BUILD / "bench-site-fixed"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(source, site, ignore=shutil.ignore_patterns("public", "resources"))

    def forget() -> None:
        shutil.rmtree(places.CACHE, ignore_errors=True)

    def renew() -> None:
        forget()
        shutil.copytree(source / CONTENT, site / CONTENT, dirs_exist_ok=True)

    check = [places.MATOME, "check", "--exit-zero", "--output-format", "concise"]
    commands = {
        "cold check": Command(check, site, renew),
        "--fix, cold": Command([*check, "--fix"], site, renew),
        "--fix again": Command([*check, "--fix"], site),
    }
    wall = interleaved(commands, rounds, places.environment())
    core = interleaved(commands, rounds, places.environment(), processor)
    yield "| | Time | Of the processor |"
    yield "|---|---:|---:|"
    yield from (f"| {name} | {wall[name]:.2f} s | {core[name]:.2f} s |" for name in commands)
    yield ""
    yield "| Of the same run | Measured | Goal, at most |"
    yield "|---|---:|---:|"
    for what, times in (("time", wall), ("processor", core)):
        ratio = times["--fix, cold"] / times["cold check"]
        yield f"| --fix, cold / cold check, {what} | {ratio:.2f} | {MOST} |"
    for name, (words, kinds) in KINDS.items():
        renew()
        changed, wrong, again = proved(site, words, kinds)
        yield f"| {name}: posts changed by a second run, of {changed:,} | {again} | 0 |"
        yield f"| {name}: values changed that no fix speaks of | {wrong} | 0 |"


def proved(site: Path, words: list[str], kinds: tuple[str, ...]) -> tuple[int, int, int]:
    """Mend a site twice by these options: how many posts the first run changes; how many values
    that none of its fixes, which are of these kinds, speaks of; how many posts the second changes.
    """
    paths = sorted((site / CONTENT).glob("*.md"))
    report = _run(site, ["--output-format", "json", "--exit-zero", *_rules(words)])
    edits = edits_of(report, kinds)
    before = [(path.read_bytes(), values(path)) for path in paths]
    _run(site, ["--exit-zero", *words])
    changed = wrong = 0
    for path, (content, old) in zip(paths, before, strict=True):
        if path.read_bytes() != content:
            changed += 1
            named = edits.get(path.relative_to(site).as_posix(), [])
            wrong += len(unnamed(old, values(path), named))
    once = [path.read_bytes() for path in paths]
    _run(site, ["--exit-zero", *words])
    again = sum(path.read_bytes() != one for path, one in zip(paths, once, strict=True))
    return changed, wrong, again


def _rules(words: list[str]) -> list[str]:
    return [word for word in words if not word.startswith(("--fix", "--unsafe"))]


def _run(site: Path, words: list[str]) -> str:
    done = subprocess.run(
        [places.MATOME, "check", *words],
        cwd=site,
        env=places.environment(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()
