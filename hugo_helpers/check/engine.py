"""A run over many files: what earlier runs know is not asked again, the rest is spread over
processes, and no text is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from hugo_helpers import jobs
from hugo_helpers.check.cache import Cache, Shelf
from hugo_helpers.check.finding import Finding
from hugo_helpers.check.inspector import Inspector, Outcome, Source
from hugo_helpers.check.packing import pack_head, unpack_findings, unpack_head
from hugo_helpers.check.record import Counts, Head, Record, count
from hugo_helpers.check.rule import SiteHit
from hugo_helpers.check.spreading import Task, spread
from hugo_helpers.site import cache, content
from hugo_helpers.site.content import Unreadable
from hugo_helpers.site.packed import loads

LITTLE = 16
"""Files of which what is found stays in memory."""


class Report(NamedTuple):
    """What a run says of one file. Findings and text can be asked for until the next report."""

    name: str
    counts: Counts
    shown: str
    """The report on the findings, by the inspector's `show`."""
    findings: Callable[[], Sequence[Finding]]
    """The findings themselves, by place."""
    text: Callable[[], str | None]
    """The text that was checked; None where the file has another one by now."""


class Seen(NamedTuple):
    """What a run knows of one file."""

    record: Record
    """Without the findings where these are packed."""
    images: Mapping[str, bool]
    """The images that rules asked for, and whether they were there."""
    counts: Counts = Counts()
    packed: bytes = b""
    """The findings."""


class Run:
    """One run over files.

    `kept` is where earlier runs have left their records, and this one leaves its own; `processes`
    the most to use; `tick` is told how many files are done.
    """

    def __init__(
        self,
        inspector: Inspector,
        sources: Iterable[Source],
        *,
        kept: Cache | None = None,
        processes: int = 1,
        method: str = jobs.METHOD,
        tick: Callable[[int], None] | None = None,
    ) -> None:
        self.sources = dict(sorted((source.name, source) for source in sources))
        """By name, in the order in which they are reported."""
        self._inspector = inspector
        self._checker = inspector.checker
        self._cache = kept
        self._processes = processes
        self._method = method
        self._tick = tick

    def records(self) -> Iterator[Seen]:
        """What there is to know of each file, before the rules across posts have their say.

        Raises ChildProcessError when a process is killed, and OSError when there is no room for
        what a run puts aside.
        """
        with closing(self._remembered()) as old, closing(self._shelf()) as new:
            heads = self._heads(old, new)
            self._save(heads, old, new)
            for name, head in heads.items():
                record = Record(name, (), head.facts, head.comments, not head.lasting)
                packed = b""
                if any(head.counts):
                    packed = (new if name in new.kept else old).outcome(name).findings
                yield Seen(record, head.images, head.counts, packed)

    def reports(self) -> Iterator[Report]:
        """The files that have findings, by name, each with all of them.

        Raises ChildProcessError when a process is killed, and OSError when there is no room for
        what a run puts aside.
        """
        with closing(self._remembered()) as old, closing(self._shelf()) as new:
            try:
                heads = self._heads(old, new)
                said = self._said(heads)
            except OSError:
                raise
            except Exception:
                if not old.kept:
                    raise
                # Facts from the cache that no rule has noted: all of it is worth nothing.
                old.kept.clear()
                heads = self._heads(old, new)
                said = self._said(heads)
            self._save(heads, old, new)
            for name in sorted({*heads, *said}):
                yield from self._told(name, heads.get(name), old, new, said.get(name, ()))

    def _remembered(self) -> Shelf:
        found = self._cache.open() if self._cache else None
        return found or self._shelf()

    def _shelf(self) -> Shelf:
        return Shelf(cache.scratch(little=len(self.sources) < LITTLE))

    def _heads(self, old: Shelf, new: Shelf) -> dict[str, Head]:
        """The head of each file's record: the record is in the old shelf, or put into the new."""
        heads = {}
        known, tasks = self._known(old)
        with closing(spread(self._inspector, tasks, self._processes, self._method)) as outcomes:
            for done, name in enumerate(self.sources):
                if self._tick:
                    self._tick(done)
                if name in known:
                    heads[name] = known[name]
                    continue
                outcome = next(outcomes)
                if outcome.findings:
                    heads[name] = unpack_head(loads(outcome.head))
                    new.add(heads[name], outcome)
                else:
                    mark = loads(outcome.head)
                    heads[name] = old.kept[name].head._replace(mark=mark and tuple(mark))
        return heads

    def _known(self, old: Shelf) -> tuple[dict[str, Head], list[Task]]:
        """Heads of the files that are unchanged for certain, and the files to be looked at."""
        known: dict[str, Head] = {}
        tasks = []
        has_image = self._inspector.context.has_image
        for name, source in self.sources.items():
            mark = content.mark_of(source.path)
            kept = old.kept.get(name)
            head = kept.head if kept else None
            if head and head.images:
                path = Path(source.path)
                if any(has_image(image, path) != there for image, there in head.images.items()):
                    head = None
            if head and mark and head.mark == mark:
                known[name] = head
            else:
                digest = head.digest if head else ""
                tasks.append(Task(source._replace(digest=digest), mark[0] if mark else 0))
        return known, tasks

    def _said(self, heads: dict[str, Head]) -> dict[str, list[tuple[str, SiteHit]]]:
        facts = [fact for head in heads.values() for fact in head.facts]
        return self._checker.conclude(facts, self._inspector.context)

    def _save(self, heads: dict[str, Head], old: Shelf, new: Shelf) -> None:
        """Keep what was found; a cache that cannot be written is none."""
        moved = [n for n in heads if n not in new.kept and heads[n].mark != old.kept[n].head.mark]
        fresh = any(one.head.lasting for one in new.kept.values())
        if self._cache and (fresh or len(moved) * 10 > len(heads)):
            with suppress(OSError):
                self._cache.save(self._records(heads, old, new))

    def _records(
        self, heads: dict[str, Head], old: Shelf, new: Shelf
    ) -> Iterator[tuple[Head, Outcome]]:
        for name, head in heads.items():
            if name in new.kept:
                if head.lasting:
                    yield head, new.outcome(name)
            elif head.mark == old.kept[name].head.mark:
                yield head, old.outcome(name)
            else:
                yield head, old.outcome(name)._replace(head=pack_head(head))
        if not self._checker.whole:
            root = self._inspector.context.site.root
            for name, one in old.kept.items():
                if name not in heads and one.head.mark == content.mark_of(str(root / name)):
                    yield one.head, old.outcome(name)

    def _told(
        self,
        name: str,
        head: Head | None,
        old: Shelf,
        new: Shelf,
        said: Sequence[tuple[str, SiteHit]],
    ) -> Iterator[Report]:
        if head is None:
            yield self._report(self._checker.complete(Record(name), said), name, lambda: None)
            return
        text = partial(self._text, name, head.digest)
        kept = name not in new.kept
        if said or head.comments:
            record = Record(name, self._findings(name, old, new), (), head.comments)
            if findings := self._checker.complete(record, said):
                yield self._report(findings, name, text)
        elif any(head.counts):
            shown = (old if kept else new).outcome(name).shown.decode("utf-8", "replace")
            if kept and not self._inspector.show.could_be(shown):
                yield self._report(self._findings(name, old, new), name, text)
            else:
                findings_of = partial(self._findings, name, old, new)
                yield Report(name, head.counts, shown, findings_of, text)

    def _report(
        self, findings: Sequence[Finding], name: str, text: Callable[[], str | None]
    ) -> Report:
        shown = self._inspector.show(findings, text())
        return Report(name, count(findings), shown, lambda: findings, text)

    def _findings(self, name: str, old: Shelf, new: Shelf) -> tuple[Finding, ...]:
        rules = self._checker.by_code
        if name in new.kept:
            return unpack_findings(new.outcome(name).findings, name, rules)
        try:
            return unpack_findings(old.outcome(name).findings, name, rules)
        except ValueError:
            again = self._inspector.inspect(self.sources[name])
            return unpack_findings(again.findings, name, rules)

    def _text(self, name: str, digest: str) -> str | None:
        path = Path(self.sources[name].path)
        raw = content.read_bytes(path, name)
        if isinstance(raw, Unreadable) or cache.hashed(raw.content) != digest:
            return None
        text = content.decoded(path, name, raw.content)
        return text if isinstance(text, str) else None
