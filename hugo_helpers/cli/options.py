"""The options that subcommands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_site_options(parser: argparse.ArgumentParser) -> None:
    """The options that every command on a site takes."""
    parser.add_argument(
        "--source",
        metavar="DIR",
        type=Path,
        help="the site's folder (default: the nearest one upwards with a Hugo configuration)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    parser.add_argument("-v", "--verbose", action="store_true", help="say every step")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours in the output (default: auto, where the output is a terminal)",
    )


def add_jobs_option(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """The option of commands that spread their work over processes."""
    parser.add_argument(
        "--jobs", metavar="N", type=_at_least_one, help="processes at most (default: one per core)"
    )


def _at_least_one(text: str) -> int:
    import argparse

    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def processes(args: argparse.Namespace) -> int:
    """How many processes `--jobs` allows."""
    from hugo_helpers.jobs import available

    return args.jobs or available()
