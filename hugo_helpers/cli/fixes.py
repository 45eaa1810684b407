"""`check --fix`, `--diff` and `--fix-links`: which fixes are asked for, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, refusing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from hugo_helpers.check.rule import Rule
    from hugo_helpers.cli.checking import Check
    from hugo_helpers.cli.sites import Part
    from hugo_helpers.links.sources import FullLinks


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `check` about fixes."""
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="mend what can safely be mended")
    fixes.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: mend more; look at what it does",
    )
    fixes.add_argument(
        "--diff", action="store_true", help="show what would be mended; exit 1 if there is any"
    )
    fixes.add_argument(
        "--fix-links",
        action="append",
        default=[],
        metavar="FILE_OR_URL",
        help="mend cut links by those of their thread: its saved page, JSON of Hacker News' item "
        "API, or the address of either; without --fix it mends nothing else",
    )


def full_links(args: argparse.Namespace) -> FullLinks | None:
    """The threads that `--fix-links` names. Raises Refused for what is none, or cannot be had."""
    if not args.fix_links:
        return None
    from hugo_helpers.links import sources

    tables = []
    for given in args.fix_links:
        with refusing(f"{given}: "):
            tables.append(sources.read(given, keep=not args.no_cache))
    named = [args.stdin_filename] if args.stdin_filename else args.paths
    return sources.FullLinks(tables, [path.absolute() for path in named])


def run(
    part: Part,
    rules: Iterable[Rule],
    args: argparse.Namespace,
    links: FullLinks | None = None,
    check: Check | None = None,
) -> int | None:
    """Mend the posts that `check` is called for: their files, or stdin, or only as a diff.
    `links`: what `full_links` has read; `check`: of these files, None where there is stdin.

    Returns the exit code, or None where what is left is still to be checked and reported.
    Raises Refused for options that do not go together.
    """
    if not (args.fix or args.diff or links):
        raise Refused("--unsafe-fixes goes with --fix, or with --diff to look first")
    session = part.session
    session.full_links = links
    try:
        return _run(part, check, _rules(rules, args), args)
    finally:
        session.full_links = None  # what is reported then is what any run reports


def _rules(rules: Iterable[Rule], args: argparse.Namespace) -> tuple[Rule, ...]:
    """The rules whose fixes are asked for: of cut links too where their thread is given, and these
    alone where nothing else is.
    """
    from hugo_helpers.check.catalogue import RULES
    from hugo_helpers.cli.mending import CUT_LINK

    chosen = {rule.code: rule for rule in rules}
    if args.fix_links:
        cut = RULES[CUT_LINK]
        chosen = {**chosen, cut.code: cut} if args.fix else {cut.code: cut}
    return tuple(chosen[code] for code in sorted(chosen))


def _run(
    part: Part, check: Check | None, rules: Iterable[Rule], args: argparse.Namespace
) -> int | None:
    from hugo_helpers.cli import fixes_shown, stages, stdin
    from hugo_helpers.cli.fixer import Fixer

    session, paths = part
    fixer = Fixer(session, rules, unsafe=args.unsafe_fixes)
    if check is None:
        post = stdin.post(session, args.stdin_filename)
        if args.diff:
            return fixes_shown.diff(fixer, [post], whole=False)
        return fixes_shown.text(fixer, post)
    if args.diff:
        items = stages.read(session, stages.files(session, paths))
        return fixes_shown.diff(fixer, items, whole=not paths)
    from hugo_helpers.cli import fixes_written

    # Which files have something to mend, the check knows; but not of what only the thread tells.
    mendable = check.sources if args.fix_links else check.mendable(unsafe=args.unsafe_fixes)
    fixes_written.write(fixer, mendable, check.jobs)
    return None
