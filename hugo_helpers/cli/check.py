"""Lint posts: Hugo's shortcode language, the text of quotes, front matter, colours, the site.

Without a PATH the whole site is checked. Every finding is reported, in the order of files and
lines. Switch a rule off for one line with <!-- matome-disable-next-line T203 --> before it, for a
file with <!-- matome-disable-file T203 -->, for the site with ignore = ["T203"] in matome.toml.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused
from hugo_helpers.cli.common import Session, add_site_options, open_session, refusing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from hugo_helpers.check.finding import Finding
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.rule import Rule
    from hugo_helpers.report.options import Options
    from hugo_helpers.site.content import Unreadable


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
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import stages

    session = open_session(args)
    rules = rules_of(session, args.select, args.extend_select, args.ignore)
    if args.fix or args.diff or args.unsafe_fixes:
        from hugo_helpers.cli import fixes

        code = fixes.run(session, rules, args)
        if code is not None:
            return code
    if args.stdin_filename is not None:
        items = [_stdin(session, args.stdin_filename)]
    else:
        items = list(stages.read(session, stages.files(session, args.paths)))
    findings = check(session, items, rules)
    emit(session, items, findings, args.output_format, statistics=args.statistics)
    fail_on = args.fail_on or session.settings.fail_on
    failed = [f for f in findings if fail_on == "warning" or f.severity == "error"]
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
    session: Session, items: Iterable[Post | Unreadable], rules: Iterable[Rule]
) -> list[Finding]:
    """All findings of `rules` in these posts, in order."""
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.runner import Checker
    from hugo_helpers.cli import stages

    items = list(items)
    checker = Checker(rules, session.settings.per_file_ignores, whole=len(items) > 1)
    records = [
        checker.check(i) if isinstance(i, Post) else checker.unreadable(i)
        for i in sorted(items, key=lambda i: i.page.name if isinstance(i, Post) else i.name)
    ]
    facts = [fact for record in records for fact in record.facts]
    said = checker.conclude(facts, stages.context(session))
    return [f for r in records for f in checker.complete(r, said.get(r.name, ()))]


def emit(
    session: Session,
    items: Iterable[Post | Unreadable],
    findings: list[Finding],
    style: str,
    *,
    statistics: bool = False,
) -> None:
    """Print findings in one of the output formats."""
    from hugo_helpers.report.formats import render
    from hugo_helpers.report.statistics import statistics_json, statistics_text

    options = _options(session, items)
    if statistics:
        table = statistics_json if style == "json" else statistics_text
        sys.stdout.write(table(findings, options))
        return
    for chunk in render(style, findings, options):
        sys.stdout.write(chunk)


def _options(session: Session, items: Iterable[Post | Unreadable]) -> Options:
    from hugo_helpers import __version__
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.rule import RULES
    from hugo_helpers.report.links import rule_url
    from hugo_helpers.report.options import Options, RuleInfo, by_code
    from hugo_helpers.report.source import Source

    posts = {item.page.name: item for item in items if isinstance(item, Post)}

    def source(filename: str) -> Source | None:
        post = posts.get(filename)
        return None if post is None else Source(post.text)

    return Options(
        sources=source,
        rules=by_code(
            RuleInfo(r.code, r.name, r.what, r.how, rule_url(r.code), r.severity) for r in RULES
        ),
        color=session.color,
        width=shutil.get_terminal_size((100, 24)).columns,
        prefix=session.prefix,
        inside=session.inside,
        checked=len(posts),
        fixes=True,
        version=__version__,
    )


def _stdin(session: Session, name: Path) -> Post | Unreadable:
    from hugo_helpers.cli import stages
    from hugo_helpers.site import content

    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise Refused(f"stdin is not UTF-8: byte {error.start + 1}") from None
    path = name.absolute()
    return stages.post(session, content.page(path, session.site.name(path), text))
