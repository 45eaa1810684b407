"""Watch the site and run `hugo server`, as one: what is written is checked, and shown.

What stands behind -- goes to Hugo:
  matome serve -- --port 1414 --buildDrafts
Ctrl-C stops both. Where Hugo ends, it is started again once a change may have mended the cause.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from hugo_helpers.cli import refusing
from hugo_helpers.cli.options import add_site_options, processes

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.cli.rounds import Rounds
    from hugo_helpers.cli.teller import Log
    from hugo_helpers.watch.server import Server

LOOK = 0.1
"""Seconds between two looks at what Hugo says."""
PATIENCE = 3.0
"""Seconds that Hugo waits for colours and cards, so as to build but once."""
HANGS = "H123"
"""The rule for what makes Hugo hang."""


def arguments(parser: argparse.ArgumentParser) -> None:
    from hugo_helpers.cli.watch import add_watch_options

    add_watch_options(parser)
    parser.add_argument(
        "--no-restart", action="store_true", help="end where Hugo ends, with its exit code"
    )
    parser.add_argument("hugo", nargs="*", metavar="-- HUGO ARGS", help="passed on to Hugo")
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli.rounds import Rounds
    from hugo_helpers.cli.signals import stopping
    from hugo_helpers.cli.teller import Log
    from hugo_helpers.site.hugo import find_hugo
    from hugo_helpers.watch.server import Server

    with stopping(), refusing():
        binary = find_hugo()
        rounds = Rounds(args, jobs=processes(args), look=LOOK)
        told = Log(rounds.desk, who="matome")
        root = rounds.desk.session.site.root
        server = Server([binary, "server", "--source", root, *args.hugo])
        both = Both(rounds, told, server, restart=not args.no_restart)
        try:
            return both.run()
        except KeyboardInterrupt:
            return 0
        finally:
            server.stop()
            rounds.close()
            told.stop()


class Both:
    """The two at work."""

    def __init__(self, rounds: Rounds, told: Log, server: Server, *, restart: bool) -> None:
        self._rounds = rounds
        self._told = told
        self._server = server
        self._restart = restart
        self._changed: tuple[str, ...] = ()
        """Files that changed since Hugo was started last."""

    def run(self) -> int:
        """Until Hugo ends, where it is not to be started again; its exit code."""
        begun = time.monotonic()
        for event in self._rounds:
            if event is not None:
                self._told.tell(event)
                self._changed += event.names if event.kind == "checked" else ()
                continue
            idle = not self._rounds.desk.busy
            if not self._server.started and (idle or time.monotonic() - begun > PATIENCE):
                self._server.start()
            self._listen()
            # What is written while Hugo builds for the first time, it does not notice.
            self._rounds.hold = self._server.running and not self._server.available
            if self._server.ended():
                self._listen()
                self._told.say(f"Hugo {self._server.why()}", bad=True)
                if not self._restart:
                    return self._server.code or 0
                self._changed = ()
            self._look_after()
        return 0

    def _listen(self) -> None:
        for line in self._server.lines():
            self._told.say(line, who="hugo")

    def _look_after(self) -> None:
        server = self._server
        suspects = self._suspects()
        if server.hangs(suspect=bool(suspects)):
            names = ", ".join(suspects or self._changed[-3:]) or "an unknown post"
            self._told.say(f"Hugo does not come back: it is stopped; look at {names}", bad=True)
            server.stop(failed=True)
        if server.may_start(changed=bool(self._changed) and not suspects):
            self._changed = ()
            self._told.say("Hugo is started again")
            server.start()

    def _suspects(self) -> list[str]:
        findings = self._rounds.desk.findings
        return [
            f"{name}:{finding.location.row}"
            for name, counts in findings.counts.items()
            if counts.errors
            for finding in findings[name]
            if finding.code == HANGS
        ]
