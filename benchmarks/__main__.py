"""`make bench`: the check of a synthetic site beside its peers, in one run, interleaved.

    python -m benchmarks [--posts 1933] [--rounds 5]

Medians and ratios go to stdout and, with the date, the machine and the command, into
benchmarks/README.md. rumdl is installed from PyPI into an environment of its own under build/.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from benchmarks.corpus import POSTS, make
from hugo_helpers.site.hugo import find_hugo, hugo_version

ROOT = Path(__file__).resolve().parents[1]
SITE, PEERS, CACHE = (
    ROOT / "build" / name for name in ("bench-site", "bench-peers", "bench-cache")
)
GOALS = (
    ("whole site, cold / rumdl", "check cold", "rumdl", 0.8),
    ("whole site, cold / Hugo's build", "check cold", "hugo", 0.1),
    ("nothing changed / cold", "check warm", "check cold", 0.15),
    ("one file changed / cold", "check after a change", "check cold", 0.15),
    ("one post / python -c pass", "check one post", "python -c pass", 7.0),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=POSTS)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    quotes, size = _site(args.posts)
    commands = _commands()
    times = _measure(commands, args.rounds)
    text = _report(times, f"{args.posts:,} posts, {quotes:,} quotes, {size / 1e6:.0f} MB", args)
    print(text)
    (ROOT / "benchmarks" / "README.md").write_text(text, encoding="utf-8")
    return 0


def _site(posts: int) -> tuple[int, int]:
    shutil.rmtree(SITE, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "hugo_helpers", "init", SITE], check=True, cwd=ROOT)
    return make(SITE, posts)


def _commands() -> dict[str, list[str | Path]]:
    rumdl = PEERS / "bin" / "rumdl"
    if not rumdl.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        subprocess.run([PEERS / "bin" / "pip", "install", "--quiet", "rumdl"], check=True)
    # As a hook runs it: the console script, with Hugo's version remembered from the run before.
    check: list[str | Path] = [Path(sys.executable).with_name("matome"), "check", "--source", SITE]
    check += ["--exit-zero", "--output-format", "concise"]
    one = next((SITE / "content" / "posts").glob("post-*.md"))
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "check one post": [*check, one],
        "check cold": [*check, "--no-cache"],
        "rumdl": [rumdl, "check", "--no-cache", SITE / "content"],
        "check to fill the cache": check,
        "check warm": check,
        "check after a change": check,
        "hugo": [find_hugo(), "--source", SITE, "--quiet", "--noBuildLock"],
    }


def _measure(commands: dict[str, list[str | Path]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each command, the commands one after another in every round."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"MATOME_CACHE": str(CACHE), "PYTHONPATH": str(ROOT)}
    post = next((SITE / "content" / "posts").glob("post-*.md"))
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        shutil.rmtree(CACHE, ignore_errors=True)
        for name, command in commands.items():
            if name == "check after a change":
                with post.open("a", encoding="utf-8") as file:
                    file.write(f"\nround {number}\n")
            shutil.rmtree(SITE / "public", ignore_errors=True)
            start = time.perf_counter()
            done = subprocess.run(
                command, env=environment, cwd=ROOT, capture_output=True, check=False
            )
            if number:  # the first round only warms up
                times[name].append(time.perf_counter() - start)
            if done.returncode not in (0, 1):
                raise SystemExit(f"{name}: {done.stderr.decode(errors='replace')[-500:]}")
        print(f"round {number} of {rounds}", file=sys.stderr)
    return times


def _report(times: dict[str, list[float]], site: str, args: argparse.Namespace) -> str:
    medians = {name: statistics.median(values) for name, values in times.items()}
    version = ".".join(map(str, hugo_version(find_hugo())))
    rows = [f"| {name} | {seconds:.3f} s |" for name, seconds in medians.items()]
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    command = f"`python -m benchmarks --posts {args.posts} --rounds {args.rounds}`"
    ratios = [
        f"| {what} | {medians[one] / medians[other]:.2f} | {goal} |"
        for what, one, other, goal in GOALS
    ]
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench`. A synthetic site of a real one's shape: " + site + ".",
            f"{date.today()}, {machine}, Hugo {version}; {command}.",
            "",
            "| Command | Median |",
            "|---|---|",
            *rows,
            "",
            "| Ratio, in the same run | Measured | Goal, at most |",
            "|---|---|---|",
            *ratios,
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
