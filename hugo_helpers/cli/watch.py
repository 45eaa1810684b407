"""Keep a site checked, coloured and illustrated while it is written.

On every save the post is checked, and what other posts, templates, settings and images have to do
with it; its thread's colours and its card are brought up to date. Ctrl-C stops it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_helpers.cli.options import add_jobs_option, add_site_options, processes

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    add_watch_options(parser)
    parser.add_argument(
        "--output-format",
        choices=("text", "json"),
        default="text",
        help="json: a line for each event (default: text)",
    )
    add_site_options(parser)


def add_watch_options(parser: argparse.ArgumentParser) -> None:
    """The options of every command that watches."""
    parser.add_argument("--no-live", action="store_true", help="a scrolling log on a terminal, too")
    parser.add_argument(
        "--poll", action="store_true", help="look every second, without the system's events"
    )
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    add_jobs_option(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli.rounds import Rounds
    from hugo_helpers.cli.signals import stopping
    from hugo_helpers.cli.teller import teller

    with stopping():
        rounds = Rounds(args, jobs=processes(args))
        told = teller(rounds.desk, args)
        try:
            for event in rounds:
                if event is not None:
                    told.tell(event)
        except KeyboardInterrupt:
            told.stop()
        finally:
            rounds.close()
    return 0
