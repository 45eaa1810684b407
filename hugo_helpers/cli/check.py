"""Lint posts: Hugo's shortcode language, the text of quotes, front matter, colours, the site.

Without a PATH the whole site is checked. Every finding is reported, in the order of files and
lines. Switch a rule off for one line with <!-- matome-disable-next-line T203 --> before it, for a
file with <!-- matome-disable-file T203 -->, for the site with ignore = ["T203"] in matome.toml.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, refusing
from hugo_helpers.cli.checking import Check
from hugo_helpers.cli.options import add_jobs_option, add_site_options, processes
from hugo_helpers.cli.printer import Printer
from hugo_helpers.cli.sites import Part, add_force_exclude, parts
from hugo_helpers.site.settings import place_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from hugo_helpers.check.record import Counts
    from hugo_helpers.check.rule import Rule
    from hugo_helpers.cli.session import Session


def arguments(parser: argparse.ArgumentParser) -> None:
    from hugo_helpers.cli import fixes
    from hugo_helpers.report.formats import FORMATS

    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders")
    add_force_exclude(parser)
    rules = parser.add_argument_group("rules")
    for option, text in (
        ("--select", "check these codes or prefixes only"),
        ("--extend-select", "check these as well"),
        ("--ignore", "do not check these"),
    ):
        rules.add_argument(option, metavar="CODES", action="append", default=[], help=text)
    fixes.add_options(parser)
    output = parser.add_argument_group("output")
    output.add_argument(
        "--output-format", choices=tuple(FORMATS), default="full", help="default: full"
    )
    output.add_argument("--statistics", action="store_true", help="count findings by rule")
    exits = parser.add_argument_group("exit code")
    exits.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    exits.add_argument(
        "--fail-on", choices=("error", "warning"), help="the least severity that makes it exit 1"
    )
    parser.add_argument(
        "--stdin-filename", metavar="PATH", type=Path, help="check stdin as the text of this file"
    )
    speed = parser.add_argument_group("speed")
    speed.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    add_jobs_option(speed)
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    if args.stdin_filename is not None and args.paths:
        raise Refused("with --stdin-filename stdin alone is checked: name no other files")
    tasks = [
        (part, rules_of(part.session, args.select, args.extend_select, args.ignore))
        for part in parts(args)
    ]
    if not tasks:
        return _nothing(args)
    is_stdin = args.stdin_filename is not None
    checks = [] if is_stdin else [_check(part, rules, args) for part, rules in tasks]
    if args.fix or args.diff or args.unsafe_fixes or args.fix_links:
        from hugo_helpers.cli import fixes

        links = fixes.full_links(args)
        named: Sequence[Check | None] = checks or [None]
        codes = [
            fixes.run(part, rules, args, links, check)
            for (part, rules), check in zip(tasks, named, strict=True)
        ]
        if done := [code for code in codes if code is not None]:
            return max(done)
    if is_stdin:
        ((part, rules),) = tasks
        counts = _check_stdin(part.session, args.stdin_filename, rules, _printer(part, args))
        return _code([(part.session, counts)], args)
    first, *others = checks
    seen = [first.reports(), *(other.reports_from(first.session) for other in others)]
    first.printer.tell(chain.from_iterable(seen), sum(one.files for one in checks))
    return _code([(one.session, one.counts) for one in checks], args)


def _check(part: Part, rules: Iterable[Rule], args: argparse.Namespace) -> Check:
    jobs, keep = processes(args), not args.no_cache
    return Check(part.session, rules, _printer(part, args), part.paths, jobs=jobs, keep=keep)


def _printer(part: Part, args: argparse.Namespace) -> Printer:
    return Printer(part.session, args.output_format, statistics=args.statistics)


def _code(found: Iterable[tuple[Session, Counts]], args: argparse.Namespace) -> int:
    """The exit code; each site has a say in what it fails on."""
    fails = any(
        counts.errors
        or (counts.warnings and (args.fail_on or session.settings.fail_on) == "warning")
        for session, counts in found
    )
    return 1 if fails and not args.exit_zero else 0


def _nothing(args: argparse.Namespace) -> int:
    """All that was named is left out: a report on nothing, and a text as it came."""
    from hugo_helpers.report.formats import render
    from hugo_helpers.report.options import Options

    if args.stdin_filename is not None and args.fix:
        import shutil

        shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)
    else:
        sys.stdout.writelines(render(args.output_format, (), Options(summary=False)))
    return 0


def rules_of(
    session: Session,
    select: Iterable[str] = (),
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """The rules that options and settings choose. Raises Refused for an unknown code."""
    from hugo_helpers.check.selection import chosen, known

    settings = session.settings
    with refusing():
        for code in settings.codes():
            try:
                known(code)
            except ValueError as error:
                raise ValueError(f"{place_of(session.site.root, code)}: {error}") from None
        return chosen(
            tuple(select) or settings.select,
            (*settings.extend_select, *extend),
            (*settings.ignore, *ignore),
        )


def _check_stdin(session: Session, name: Path, rules: Iterable[Rule], printer: Printer) -> Counts:
    from hugo_helpers.check.engine import Report
    from hugo_helpers.check.record import count
    from hugo_helpers.check.runner import Checker
    from hugo_helpers.cli import stdin

    post = stdin.post(session, name)
    checker = Checker(rules, session.settings.per_file_ignores)
    findings = checker.complete(checker.check(post))
    shown = printer.show(findings, post.text)
    report = Report(post.page.name, count(findings), shown, lambda: findings, lambda: post.text)
    return printer.tell([report] if findings else [], 1)
