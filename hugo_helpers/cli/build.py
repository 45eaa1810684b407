"""Check the site, settle its colours, draw its card images, then run Hugo.

Errors stop the build before Hugo starts; warnings do not. What stands behind -- goes to Hugo:
  matome build -- --minify --baseURL https://example.org/
The exit code is Hugo's own.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from hugo_helpers.cli.common import Session, add_site_options, open_session, refusing

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-check", action="store_true", help="do not check")
    parser.add_argument("hugo", nargs="*", metavar="-- HUGO ARGS", help="passed on to Hugo")
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import colors, stages, thumbnails
    from hugo_helpers.site.hugo import OLDEST, find_hugo, remembered_version

    session = open_session(args)
    with refusing():
        hugo = find_hugo()
    if (version := remembered_version(hugo)) and version < OLDEST:
        least = ".".join(map(str, OLDEST))
        session.say(f"{hugo} is older than {least}, the oldest Hugo that the theme works with")
    if not args.no_check and not _passes(session):
        session.say("Stopped: mend the errors above, or build without checking: --no-check")
        return 1
    posts = stages.readable(session, stages.outlines(session))
    colors.settle_all(session, posts)
    thumbnails.draw_all(session, posts)
    sys.stdout.flush()
    return subprocess.run([hugo, "--source", session.site.root, *args.hugo], check=False).returncode


def _passes(session: Session) -> bool:
    """Whether the site has no errors. Those are shown whole; warnings are counted by rule."""
    from hugo_helpers.check.jobs import available
    from hugo_helpers.cli import check
    from hugo_helpers.cli.printer import Printer
    from hugo_helpers.report.summary import count

    rules, jobs = check.rules_of(session), available()
    found = check.check(session, rules, Printer(session, "full", statistics=True), jobs=jobs)
    if found.errors:
        errors = [rule for rule in rules if rule.severity == "error"]
        check.check(session, errors, Printer(session, "full"), jobs=jobs)
    elif found.warnings:
        session.say(f"Check: {count(found.warnings, 'warning')}; matome check shows where")
    else:
        session.say("Check: no findings")
    return not found.errors
