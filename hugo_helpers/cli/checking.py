"""The check of one site, of which a run may hold several: its files, and what was found in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.check.record import Counts
from hugo_helpers.cli import refusing
from hugo_helpers.cli.printer import Printer
from hugo_helpers.cli.progress import Bar
from hugo_helpers.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hugo_helpers.check.cache import Cache
    from hugo_helpers.check.engine import Report, Run
    from hugo_helpers.check.inspector import Inspector, Source
    from hugo_helpers.check.rule import Rule

WORTH_KEEPING = 32
"""Files from which on a part of a site is worth asking the cache."""


class Check:
    """Checks these files (none named: the whole site).

    `jobs`: processes to use at most; `keep`: use the cache. Raises Refused where a path cannot be
    checked, or a process is killed.
    """

    def __init__(
        self,
        session: Session,
        rules: Iterable[Rule],
        printer: Printer,
        paths: Sequence[Path] = (),
        *,
        jobs: int = 1,
        keep: bool = True,
    ) -> None:
        from hugo_helpers.check.inspector import Inspector
        from hugo_helpers.check.runner import Checker
        from hugo_helpers.cli import stages

        self.session = session
        self.printer = printer
        self.counts = Counts()
        """Of what was reported so far."""
        self.sources = list(stages.sources(session, paths))
        """The files."""
        whole = stages.is_whole(session, paths)
        checker = Checker(rules, session.settings.per_file_ignores, whole=whole)
        self._inspector = Inspector(stages.context(session), checker, printer.show)
        self._keep = keep and (whole or self.files >= WORTH_KEEPING)
        self.jobs = jobs
        """Processes to use at most."""

    @property
    def files(self) -> int:
        """How many files are checked."""
        return len(self.sources)

    def tell(self) -> Counts:
        """Print what is found, and count it."""
        return self.printer.tell(self.reports(), self.files)

    def reports(self) -> Iterator[Report]:
        """The files that have findings. The bar goes when the first is there, as findings are
        printed from then on.
        """
        with refusing(), Bar(self.session, "Checked", self.files) as bar:
            run = self._run(bar)
            for report in run.reports():
                bar.close()
                self.counts = self.counts.plus(report.counts)
                yield report

    def mendable(self, *, unsafe: bool) -> Sequence[Source]:
        """The files that have something to mend: all of them where no cache remembers the answer.

        `unsafe`: by unsafe fixes too.
        """
        if not self._keep:
            return self.sources
        with refusing(), Bar(self.session, "Checked", self.files) as bar:
            counts = {seen.record.name: seen.counts for seen in self._run(bar).records()}
        found = {name for name, c in counts.items() if c.safe or (unsafe and c.unsafe)}
        return [source for source in self.sources if source.name in found]

    def _run(self, bar: Bar) -> Run:
        from hugo_helpers.check.engine import Run

        kept = cache_of(self.session, self._inspector, self.printer) if self._keep else None
        return Run(self._inspector, self.sources, kept=kept, processes=self.jobs, tick=bar.at)

    def reports_from(self, session: Session) -> Iterator[Report]:
        """The same, with files named as the site of another session names them."""
        for report in self.reports():
            yield _renamed(report, self.session.site.root, session.site.root)


def _renamed(report: Report, root: Path, other: Path) -> Report:
    try:
        name = os.path.relpath(root / report.name, other).replace(os.sep, "/")
    except ValueError:  # on Windows: another drive
        name = (root / report.name).as_posix()
    return report._replace(
        name=name,
        findings=lambda: [finding._replace(filename=name) for finding in report.findings()],
    )


def cache_of(session: Session, inspector: Inspector, printer: Printer) -> Cache:
    """Where runs like this one keep their records."""
    from hugo_helpers.check.cache import Cache, key

    checker = inspector.checker
    who = (str(session.site.root), printer.style, str(checker.whole), *checker.by_code)
    return Cache(who, key(checker, inspector.context, printer.form))
