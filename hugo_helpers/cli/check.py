"""Lint posts: Hugo's shortcode language, the text of quotes, front matter, colours, the site.

Without a PATH the whole site is checked. Every finding is reported, in the order of files and
lines. Switch a rule off for one line with <!-- matome-disable-next-line T203 --> before it, for a
file with <!-- matome-disable-file T203 -->, for the site with ignore = ["T203"] in matome.toml.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused
from hugo_helpers.cli.common import (
    Bar,
    Session,
    add_jobs_option,
    add_site_options,
    open_session,
    processes,
    refusing,
)
from hugo_helpers.cli.printer import Printer

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from hugo_helpers.check.cache import Cache
    from hugo_helpers.check.engine import Report
    from hugo_helpers.check.inspector import Inspector
    from hugo_helpers.check.record import Counts
    from hugo_helpers.check.rule import Rule

WORTH_KEEPING = 32
"""Files from which on a part of a site is worth asking the cache."""


def arguments(parser: argparse.ArgumentParser) -> None:
    from hugo_helpers.cli import fixes
    from hugo_helpers.report.formats import FORMATS

    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders")
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
    session = open_session(args)
    rules = rules_of(session, args.select, args.extend_select, args.ignore)
    if args.fix or args.diff or args.unsafe_fixes:
        from hugo_helpers.cli import fixes

        code = fixes.run(session, rules, args)
        if code is not None:
            return code
    printer = Printer(session, args.output_format, statistics=args.statistics)
    if args.stdin_filename is not None:
        counts = _check_stdin(session, args.stdin_filename, rules, printer)
    else:
        jobs, keep = processes(args), not args.no_cache
        counts = check(session, rules, printer, args.paths, jobs=jobs, keep=keep)
    fail_on = args.fail_on or session.settings.fail_on
    failed = counts.errors or (fail_on == "warning" and counts.warnings)
    return 1 if failed and not args.exit_zero else 0


def rules_of(
    session: Session,
    select: Iterable[str] = (),
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """The rules that options and settings choose. Raises Refused for an unknown code."""
    import hugo_helpers.check.rules  # noqa: F401 - registers all rules
    from hugo_helpers.check.selection import chosen

    settings = session.settings
    with refusing():
        return chosen(
            tuple(select) or settings.select,
            (*settings.extend_select, *extend),
            (*settings.ignore, *ignore),
        )


def check(
    session: Session,
    rules: Iterable[Rule],
    printer: Printer,
    paths: Sequence[Path] = (),
    *,
    jobs: int = 1,
    keep: bool = True,
) -> Counts:
    """Check these files (none named: the whole site), print what is found, and count it.

    `jobs`: processes to use at most; `keep`: use the cache. Raises Refused where a path cannot be
    checked, or a process is killed.
    """
    from hugo_helpers.check.engine import Run
    from hugo_helpers.check.inspector import Inspector
    from hugo_helpers.check.runner import Checker
    from hugo_helpers.cli import stages

    sources = list(stages.sources(session, paths))
    whole = stages.is_whole(session, paths)
    checker = Checker(rules, session.settings.per_file_ignores, whole=whole)
    inspector = Inspector(stages.context(session), checker, printer.show)
    kept = None
    if keep and (whole or len(sources) >= WORTH_KEEPING):
        kept = cache_of(session, inspector, printer)
    with Bar(session, "Checked", len(sources)) as bar:
        run = Run(inspector, sources, kept=kept, processes=jobs, tick=bar.at)
        return printer.tell(_told(run.reports(), bar), len(sources))


def cache_of(session: Session, inspector: Inspector, printer: Printer) -> Cache:
    """Where runs like this one keep their records."""
    from hugo_helpers.check.cache import Cache, key

    checker = inspector.checker
    who = (str(session.site.root), printer.style, str(checker.whole), *checker.by_code)
    return Cache(who, key(checker, inspector.context, printer.form))


def _told(reports: Iterator[Report], bar: Bar) -> Iterator[Report]:
    """The reports; the bar goes when the first is there, as findings are printed from then on."""
    with refusing():
        for report in reports:
            bar.close()
            yield report


def _check_stdin(session: Session, name: Path, rules: Iterable[Rule], printer: Printer) -> Counts:
    from hugo_helpers.check.engine import Report
    from hugo_helpers.check.record import count
    from hugo_helpers.check.runner import Checker
    from hugo_helpers.cli import stages
    from hugo_helpers.site import content

    given = sys.stdin.buffer.read(content.MAX_BYTES + 1)
    if len(given) > content.MAX_BYTES:
        raise Refused(f"stdin: more than {content.MAX_BYTES // 2**20} MB")
    try:
        text = given.decode()
    except UnicodeDecodeError as error:
        raise Refused(f"stdin is not UTF-8: byte {error.start + 1}") from None
    path = name.absolute()
    page = content.page(path, session.site.name(path), text)
    checker = Checker(rules, session.settings.per_file_ignores)
    findings = checker.complete(checker.check(stages.post(session, page)))
    shown = printer.show(findings, text)
    report = Report(page.name, count(findings), shown, lambda: findings, lambda: text)
    return printer.tell([report] if findings else [], 1)
