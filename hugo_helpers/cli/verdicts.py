"""What is found in the posts of a site, kept up to date post by post."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hugo_helpers.check.engine import Run, Seen
from hugo_helpers.check.finding import Finding
from hugo_helpers.check.held import Held
from hugo_helpers.check.inspector import Inspector
from hugo_helpers.check.packing import unpack_findings
from hugo_helpers.check.post import Post
from hugo_helpers.check.record import Record
from hugo_helpers.check.runner import Checker
from hugo_helpers.cli import checking, refusing, stages
from hugo_helpers.cli.printer import Printer
from hugo_helpers.site.content import Page, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_helpers.check.rule import Rule, SiteHit
    from hugo_helpers.cli.session import Session


class Verdicts:
    """The findings of a site by these rules."""

    def __init__(self, session: Session, rules: Iterable[Rule]) -> None:
        self._session = session
        self._checker = Checker(rules, session.settings.per_file_ignores, whole=True)
        self.findings = Held(self._checker.by_code)
        """All there are, by the names of their files."""
        self._seen: dict[str, Seen] = {}
        self._said: dict[str, list[tuple[str, SiteHit]]] = {}

    @property
    def names(self) -> Collection[str]:
        """The files that were checked."""
        return self._seen.keys()

    def check_all(self, *, jobs: int, keep: bool) -> None:
        """Check the whole site, in so many processes at most. `keep`: use the cache.

        Raises Refused where a process is killed.
        """
        session = self._session
        printer = Printer(session, "full")
        inspector = Inspector(stages.context(session), self._checker, printer.show)
        sources = list(stages.sources(session, ()))
        kept = checking.cache_of(session, inspector, printer) if keep else None
        run = Run(inspector, sources, kept=kept, processes=jobs)
        with refusing(), _growing():
            self._seen = {seen.record.name: seen for seen in run.records()}
        self.conclude(self._seen)

    def check(self, page: Page) -> Post:
        """Check one post as far as it goes alone: see `conclude`."""
        asked: dict[str, bool] = {}
        context = stages.context(self._session)

        def has_image(image: str, of: Path) -> bool:
            there = asked[image] = context.has_image(image, of)
            return there

        post = Post(page, context._replace(has_image=has_image))
        self._seen[page.name] = Seen(self._checker.check(post), asked)
        return post

    def unreadable(self, name: str, page: Unreadable) -> None:
        """A file cannot be read."""
        self._seen[name] = Seen(self._checker.unreadable(page), {})

    def drop(self, name: str) -> None:
        """A file is gone."""
        self._seen.pop(name, None)

    def conclude(self, changed: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
        """Bring the findings of changed files up to date, and of those of which the rules across
        posts say something else now: these, with the findings that they had.
        """
        facts = [fact for name in sorted(self._seen) for fact in self._seen[name].record.facts]
        before, now = self._said, self._checker.conclude(facts, stages.context(self._session))
        self._said = now
        others = {n for n in before.keys() | now.keys() if before.get(n) != now.get(n)}
        had = {name: self.of(name) for name in others.difference(changed)}
        for name in others.union(changed):
            self._complete(name, now.get(name, ()))
        return had

    def of(self, name: str) -> tuple[Finding, ...]:
        """The findings of a file."""
        return self.findings.get(name, ())

    def passing(self) -> list[str]:
        """The files with something that time alone may mend."""
        return [name for name, seen in self._seen.items() if seen.record.passing]

    def with_other_images(self) -> list[str]:
        """The files that name an image that has come since they were checked, or has gone."""
        has, root = self._session.images.has, self._session.site.root
        return [
            name
            for name, seen in self._seen.items()
            if any(has(image, root / name) != there for image, there in seen.images.items())
        ]

    def _complete(self, name: str, said: Sequence[tuple[str, SiteHit]]) -> None:
        seen = self._seen.get(name, Seen(Record(name), {}))
        record = seen.record
        if seen.packed and not said and not record.comments:
            self.findings.hold_packed(name, seen.packed, seen.counts)
            return
        if seen.packed:
            found = unpack_findings(seen.packed, name, self._checker.by_code)
            record = record._replace(findings=found)
        self.findings.hold(name, self._checker.complete(record, said))


@contextmanager
def _growing() -> Iterator[None]:
    """What the block makes stays: the collector would look through all of it, again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
