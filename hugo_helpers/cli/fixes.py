"""What `check --fix`, `check --diff` and `fmt` share: mended texts go to files, or are shown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, refusing
from hugo_helpers.cli.progress import Bar
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.check.finding import Finding
    from hugo_helpers.check.fix import Mended
    from hugo_helpers.check.inspector import Source
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.record import Record
    from hugo_helpers.check.rule import Rule
    from hugo_helpers.check.runner import Checker
    from hugo_helpers.cli.checking import Check
    from hugo_helpers.cli.session import Session
    from hugo_helpers.cli.sites import Part
    from hugo_helpers.links.sources import FullLinks
    from hugo_helpers.site.content import Unreadable

CUT_LINK = "T203"
"""The rule whose fixes `--fix-links` asks for."""


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
    from hugo_helpers.check.rule import RULES

    chosen = {rule.code: rule for rule in rules}
    if args.fix_links:
        cut = RULES[CUT_LINK]
        chosen = {**chosen, cut.code: cut} if args.fix else {cut.code: cut}
    return tuple(chosen[code] for code in sorted(chosen))


def _run(
    part: Part, check: Check | None, rules: Iterable[Rule], args: argparse.Namespace
) -> int | None:
    session, paths = part
    fixer = Fixer(session, rules, unsafe=args.unsafe_fixes)
    if check is None:
        return fixer.stdin(args.stdin_filename, diff=args.diff)
    from hugo_helpers.cli import stages

    if args.diff:
        items = stages.read(session, stages.files(session, paths))
        return fixer.show(items, whole=not paths)
    # Which files have something to mend, the check knows; but not of what only the thread tells.
    mendable = check.sources if args.fix_links else check.mendable(unsafe=args.unsafe_fixes)
    fixer.write(mendable, check.jobs)
    return None


class Fixer:
    """Mends posts, and tells what it has not done."""

    def __init__(self, session: Session, rules: Iterable[Rule], *, unsafe: bool) -> None:
        from hugo_helpers.check.runner import Checker
        from hugo_helpers.cli import stages
        from hugo_helpers.cli.mending import Mender

        self._session = session
        self._rules = tuple(rules)
        self._checker = Checker(self._rules, session.settings.per_file_ignores)
        about = stages.context(session)
        self._mender = Mender(about, self._checker, session.prefix, unsafe=unsafe)
        self._codes: Counter[str] = Counter()

    def write(self, sources: Sequence[Source], jobs: int) -> None:
        """Mend these files, in so many processes at most. Stopped in the middle, what was mended
        is told, and nothing is left beside the files.
        """
        from hugo_helpers.check.spreading import Task, spread
        from hugo_helpers.cli.writer import sweep_beside
        from hugo_helpers.rewrite import sweep
        from hugo_helpers.site import content

        folders: set[Path] = set()
        for source in sources:
            sweep_beside(self._session, Path(source.path), folders)
        marks = [content.mark_of(source.path) for source in sources]
        tasks = [Task(s, mark[0] if mark else 0) for s, mark in zip(sources, marks, strict=True)]
        written = seen = 0
        links = self._session.full_links
        try:
            with (
                refusing(),
                Bar(self._session, "Mended", len(tasks)) as bar,
                closing(spread(self._mender, tasks, jobs)) as results,
            ):
                for done in results:
                    seen += done.files
                    bar.at(seen)
                    written += done.written
                    self._codes.update(done.codes)
                    if done.said:
                        bar.clear()
                    for line in done.said:
                        self._session.warn(line)
                    if links is not None:
                        links.met = links.met or done.met
        finally:
            self._sum_up("mended", written)
            if seen < len(tasks):
                sweep(folders)

    def show(self, items: Iterable[Post | Unreadable], *, whole: bool) -> int:
        """Print what would change, and list what would be left; 1 if there is either."""
        from hugo_helpers.check.post import Post
        from hugo_helpers.check.runner import Checker
        from hugo_helpers.cli import stages

        checker = Checker(self._rules, self._session.settings.per_file_ignores, whole=whole)
        records: list[Record] = []
        changed = 0
        for item in items:
            if not isinstance(item, Post):
                records.append(checker.unreadable(item))
                continue
            mended = self._mend(item, checker)
            records.append(mended.record)
            if mended.post is not item:
                name = f"{self._session.prefix}{item.page.name}"
                show(item.text, mended.post.text, name)
                changed += 1
                self._codes.update(mended.fixed)
        records.sort(key=lambda record: record.name)
        facts = [fact for record in records for fact in record.facts]
        said = checker.conclude(facts, stages.context(self._session))
        self._list(f for r in records for f in checker.complete(r, said.get(r.name, ())))
        self._sum_up("would mend", changed)
        return 1 if changed or any(r.findings for r in records) or said else 0

    def stdin(self, name: Path, *, diff: bool) -> int:
        """Print the text of stdin mended, or the diff to it; what is left is listed."""
        from hugo_helpers.cli import stages
        from hugo_helpers.site import content
        from hugo_helpers.site.versions import NEWEST

        try:
            text = sys.stdin.buffer.read().decode()
        except UnicodeDecodeError as error:
            raise Refused(f"stdin is not UTF-8: byte {error.start + 1}") from None
        path = name.absolute()
        session = self._session
        page = content.page(path, session.site.name(path), text, session.hugo or NEWEST)
        post = stages.post(session, page)
        if diff:
            return self.show([post], whole=False)
        mended = self._mend(post)
        sys.stdout.flush()
        sys.stdout.buffer.write(mended.post.text.encode())
        left = self._checker.complete(mended.record)
        self._list(left)
        return 1 if left else 0

    def _mend(self, post: Post, checker: Checker | None = None) -> Mended:
        mended = self._mender.mend(post, checker)
        for line in self._mender.said():
            self._session.warn(line)
        return mended

    def _list(self, findings: Iterable[Finding]) -> None:
        """Findings on stderr: stdout is for what a program takes."""
        from hugo_helpers.cli.mending import line

        for f in findings:
            print(visible(line(f, self._session.prefix)), file=sys.stderr)

    def _sum_up(self, verb: str, changed: int) -> None:
        links = self._session.full_links
        if links is not None and not links.met:
            self._session.warn(
                "no post with a cut link names this thread as its source: name the post's file, "
                "or the thread's address"
            )
        if changed:
            listed = ", ".join(f"{count:,} {code}" for code, count in sorted(self._codes.items()))
            files = "file" if changed == 1 else "files"
            self._session.say(f"{verb} {changed:,} {files}: {listed}")


def show(before: str, after: str, name: str) -> None:
    """Print a diff: as it is to a program, made visible to a terminal."""
    for line in _diff(before, after, name, raw=not sys.stdout.isatty()):
        sys.stdout.write(line)


def _diff(before: str, after: str, name: str, *, raw: bool) -> Iterator[str]:
    from hugo_helpers.check.fix_diff import unified

    lines = unified(before, after, name)
    return lines if raw else (visible(line.rstrip("\n")) + "\n" for line in lines)
