"""Check the site, settle its colours, draw its card images, run Hugo, then index the pages.

Errors stop the build before Hugo starts; warnings do not. What stands behind -- goes to Hugo:
  matome build -- --minify --baseURL https://example.org/
The pages are indexed for the theme's search where Pagefind is installed (pip install
'hugo-matome[search]'), unless the site says search = false in [params.matome].
The exit code is Hugo's own; 1 where the index could not be made.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from hugo_helpers.cli import refusing
from hugo_helpers.cli.options import add_site_options
from hugo_helpers.cli.session import Session, open_session

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-check", action="store_true", help="do not check")
    parser.add_argument("hugo", nargs="*", metavar="-- HUGO ARGS", help="passed on to Hugo")
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import cards, colors, drawing, stages
    from hugo_helpers.jobs import available
    from hugo_helpers.site.hugo import find_hugo, remembered_version
    from hugo_helpers.site.versions import OLDEST

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
    drawing.draw_all(session, list(cards.wanted(session, posts)), processes=available())
    sys.stdout.flush()
    pagefind = _pagefind(session)
    command = [hugo, "--source", session.site.root, *args.hugo]
    code = subprocess.run(command, check=False, env=_environment(pagefind)).returncode
    if code == 0 and pagefind and not any(arg in _UNWRITTEN for arg in args.hugo):
        return _index(session, pagefind, args.hugo)
    return code


_SEARCH = "HUGO_PARAMS_MATOME_SEARCH"
"""Hugo's way to set params.matome.search from outside."""
_UNWRITTEN = ("--renderToMemory", "-h", "--help", "list", "config", "version")
"""Arguments with which Hugo writes no pages."""


def _pagefind(session: Session) -> Path | None:
    """The Pagefind that is to index the site; None where there is none, or none is wanted."""
    from hugo_helpers.site.pagefind import find_pagefind

    wanted = session.site.matome.get("search")
    if wanted is False or os.environ.get(_SEARCH) == "false":
        return None
    found = find_pagefind()
    if wanted and not found:
        session.warn(
            "The site has a search, but Pagefind was not found to index it: "
            "pip install 'hugo-matome[search]'"
        )
    return found


def _environment(pagefind: Path | None) -> dict[str, str]:
    """Hugo's environment: the theme shows its search where there will be an index."""
    return {**os.environ, **({_SEARCH: "true"} if pagefind else {})}


def _index(session: Session, pagefind: Path, arguments: list[str]) -> int:
    """Index what Hugo has written; the exit code."""
    from hugo_helpers.report.summary import count
    from hugo_helpers.site.pagefind import index, published

    public = published(session.site.root, session.site.publish, arguments)
    if not public.is_dir():
        session.warn(f"Search: nothing to index, since {public} is not there")
        return 1
    try:
        pages = index(pagefind, public)
    except (OSError, ValueError) as error:
        session.warn(f"Search: {error}")
        return 1
    session.say(f"Search: {count(pages, 'page')} indexed")
    return 0


def _passes(session: Session) -> bool:
    """Whether the site has no errors. Those are shown whole; warnings are counted by rule."""
    from hugo_helpers.cli import check
    from hugo_helpers.cli.checking import Check
    from hugo_helpers.cli.printer import Printer
    from hugo_helpers.jobs import available
    from hugo_helpers.report.summary import count

    rules, jobs = check.rules_of(session), available()
    found = Check(session, rules, Printer(session, "full", statistics=True), jobs=jobs).tell()
    if found.errors:
        errors = [rule for rule in rules if rule.severity == "error"]
        Check(session, errors, Printer(session, "full"), jobs=jobs).tell()
    elif found.warnings:
        session.say(f"Check: {count(found.warnings, 'warning')}; matome check shows where")
    else:
        session.say("Check: no findings")
    return not found.errors
