"""What `check --fix`, `check --diff` and `fmt` share: mended texts go to files, or are shown."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused
from hugo_helpers.cli.common import refusing
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse
    from concurrent.futures import Future

    from hugo_helpers.check.finding import Finding
    from hugo_helpers.check.fix import Mended
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.record import Record
    from hugo_helpers.check.rule import Rule
    from hugo_helpers.check.runner import Checker
    from hugo_helpers.cli.common import Session
    from hugo_helpers.cli.sites import Part
    from hugo_helpers.links.sources import FullLinks
    from hugo_helpers.site.content import Unreadable

CUT_LINK = "T203"


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
    part: Part, rules: Iterable[Rule], args: argparse.Namespace, links: FullLinks | None = None
) -> int | None:
    """Mend the posts that `check` is called for: their files, or stdin, or only as a diff.
    `links`: what `full_links` has read.

    Returns the exit code, or None where what is left is still to be checked and reported.
    Raises Refused for options that do not go together.
    """
    if not (args.fix or args.diff or links):
        raise Refused("--unsafe-fixes goes with --fix, or with --diff to look first")
    session, paths = part
    session.full_links = links
    try:
        return _run(session, paths, _rules(rules, args), args)
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
    session: Session, paths: Sequence[Path], rules: Iterable[Rule], args: argparse.Namespace
) -> int | None:
    fixer = Fixer(session, rules, unsafe=args.unsafe_fixes)
    if args.stdin_filename is not None:
        return fixer.stdin(args.stdin_filename, diff=args.diff)
    from hugo_helpers.cli import stages

    items = stages.read(session, stages.files(session, paths))
    if args.diff:
        return fixer.show(items, whole=not paths)
    fixer.write(items)
    return None


class Fixer:
    """Mends posts, and tells what it has not done."""

    def __init__(self, session: Session, rules: Iterable[Rule], *, unsafe: bool) -> None:
        from hugo_helpers.check.runner import Checker

        self._session = session
        self._rules = tuple(rules)
        self._unsafe = unsafe
        self._checker = Checker(self._rules, session.settings.per_file_ignores)
        self._codes: Counter[str] = Counter()

    def write(self, items: Iterable[Post | Unreadable]) -> None:
        """Mend the files of these posts."""
        from hugo_helpers.check.post import Post

        folders: set[Path] = set()
        with Writer(self._session) as writer:
            for item in items:
                if not isinstance(item, Post):
                    continue
                sweep_beside(self._session, item.page.path, folders)
                mended = self._mend(item)
                self._list_cut(mended)
                if mended.post is not item:
                    writer.put(item, mended.post.text, mended.fixed)
        self._codes.update(writer.codes)
        self._sum_up("mended", writer.written)

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
        from hugo_helpers.check.fix import mend
        from hugo_helpers.check.post import Post as Made
        from hugo_helpers.site import content

        page = post.page

        def again(text: str) -> Post:
            return Made(content.page(page.path, page.name, text, post.context.hugo), post.context)

        mended = mend(post, (checker or self._checker).check, again, unsafe=self._unsafe)
        shown = f"{self._session.prefix}{page.name}"
        if mended.defect:
            self._session.say(f"{shown}: not mended: {mended.defect}; this is a defect of matome")
        for finding, reason in mended.dropped:
            row, column = finding.location.row, finding.location.column
            self._session.say(f"{shown}:{row}:{column}: {finding.code} not mended: {reason}")
        return mended

    def _list_cut(self, mended: Mended) -> None:
        """The cut links that the thread did not restore, and why."""
        links = mended.post.context.full_links
        if links is not None and links.of(mended.post) is not None:
            self._list(f for f in mended.record.findings if f.code == CUT_LINK)

    def _list(self, findings: Iterable[Finding]) -> None:
        """Findings on stderr: stdout is for what a program takes."""
        for f in findings:
            name = f"{self._session.prefix}{f.filename}"
            place = f"{name}:{f.location.row}:{f.location.column}"
            print(visible(f"{place}: {f.code} {f.message}"), file=sys.stderr)

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


class Writer:
    """Writes new texts of posts to their files, several at a time: disks take long to sync."""

    AT_ONCE = 8

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: deque[tuple[Future[str], Post, Sequence[str]]] = deque()
        self.written = 0
        self.failed = 0
        self.codes: Counter[str] = Counter()
        """Of the fixes that are in the files now."""

    def __enter__(self) -> Writer:
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(self.AT_ONCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=sys.exc_info()[0] is not None)
        while self._waiting:
            self._done()

    def put(self, post: Post, text: str, codes: Sequence[str] = ()) -> None:
        """Write another text of a post; what cannot be written is said, sooner or later."""
        if len(self._waiting) >= 2 * self.AT_ONCE:
            self._done()
        content = post.text.encode(), text.encode()
        future = self._pool.submit(_rewritten, post.page.path, *content)
        self._waiting.append((future, post, codes))

    def _done(self) -> None:
        future, post, codes = self._waiting.popleft()
        if future.cancelled():
            return
        if problem := future.result():
            self.failed += 1
            self._session.say(f"{self._session.prefix}{post.page.name}: left as it is: {problem}")
        else:
            self.written += 1
            self.codes.update(codes)


def _rewritten(path: Path, before: bytes, after: bytes) -> str:
    from hugo_helpers.rewrite import rewrite

    try:
        done = rewrite(path, before, after)
    except OSError as error:
        return error.strerror or str(error)
    return "" if done else "another program has changed it meanwhile"


def show(before: str, after: str, name: str) -> None:
    """Print a diff: as it is to a program, made visible to a terminal."""
    for line in _diff(before, after, name, raw=not sys.stdout.isatty()):
        sys.stdout.write(line)


def _diff(before: str, after: str, name: str, *, raw: bool) -> Iterator[str]:
    from hugo_helpers.check.fix_diff import unified

    lines = unified(before, after, name)
    return lines if raw else (visible(line.rstrip("\n")) + "\n" for line in lines)


def sweep_beside(session: Session, path: Path, swept: set[Path] | None) -> None:
    """Delete what killed runs have left beside a file; what is somebody's work is told.

    Folders in `swept` have been, and it takes this one in; None: nothing is deleted.
    """
    folder = Path(os.path.realpath(path)).parent
    if swept is None or folder in swept:
        return
    from hugo_helpers.rewrite import sweep

    swept.add(folder)
    for kept in sweep([folder]):
        session.say(f"{kept}: kept: someone saved this while an earlier run was killed")
