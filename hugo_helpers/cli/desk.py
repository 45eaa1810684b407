"""A site that is kept checked, coloured and illustrated: all that is known of it, in memory."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.check.engine import Run, Seen
from hugo_helpers.check.finding import Finding
from hugo_helpers.check.held import Held
from hugo_helpers.check.inspector import Inspector
from hugo_helpers.check.packing import unpack_findings
from hugo_helpers.check.post import Post
from hugo_helpers.check.record import Record
from hugo_helpers.check.runner import Checker
from hugo_helpers.cli import Refused, check, checking, colors, refusing, stages
from hugo_helpers.cli.printer import Printer
from hugo_helpers.cli.session import Session
from hugo_helpers.cli.unsettled import Unsettled
from hugo_helpers.shortcodes.outline import Outline, outline
from hugo_helpers.site import content
from hugo_helpers.site.content import Unreadable
from hugo_helpers.site.versions import NEWEST
from hugo_helpers.watch.event import Event
from hugo_helpers.watch.snapshot import Changes
from hugo_helpers.write import Written, journal

if TYPE_CHECKING:
    from hugo_helpers.check.rule import SiteHit

SLICE = 0.1
"""Seconds of work on colours and cards between two looks at the disk."""
CARDS = 8
"""Cards that are drawn between two looks at the disk."""


class Desk:
    """The state of one site.

    `start` reads the site and its settings anew, and raises Refused where that cannot be done.
    """

    def __init__(self, start: Callable[[], Session], *, jobs: int, keep: bool = True) -> None:
        self._start = start
        self._jobs = jobs
        self._keep = keep
        self.session = start()
        self.findings = Held({})
        """All findings there are, by the names of their files."""
        self.written: Written = {}
        """Files written since this was last emptied, as they were left."""
        self._rules = check.rules_of(self.session)
        self._seen: dict[str, Seen] = {}
        self._said: dict[str, list[tuple[str, SiteHit]]] = {}
        self._broken = False
        self._colors = Unsettled()
        self._cards: dict[str, None] = {}
        self._outlines: dict[str, Outline] = {}
        self._reading: Iterator[Outline | Unreadable] = iter(())

    @property
    def files(self) -> int:
        """How many files are checked."""
        return len(self._seen)

    def begin(self, kind: str = "ready") -> Iterator[Event]:
        """Check everything, and say what was found; colours and cards are for `work`."""
        begun = time.perf_counter()
        session = self.session
        printer = Printer(session, "full")
        self._checker = Checker(self._rules, session.settings.per_file_ignores, whole=True)
        inspector = Inspector(stages.context(session), self._checker, printer.show)
        sources = list(stages.sources(session, ()))
        kept = checking.cache_of(session, inspector, printer) if self._keep else None
        run = Run(inspector, sources, kept=kept, processes=self._jobs)
        with refusing(), _growing():
            self._seen = {seen.record.name: seen for seen in run.records()}
        before, self.findings, self._said = self.findings, Held(self._checker.by_code), {}
        self._conclude(self._seen)
        self._outlines = {}
        self._reading = stages.outlines(session)
        self._colors = Unsettled.load(session)
        self._cards = {}
        cleaned = tuple(sorted(before.keys() - self.findings.keys()))
        seconds = time.perf_counter() - begun
        counts, dirty = self.findings.total, len(self.findings)
        names = tuple(self._seen)
        yield Event(kind, names, (), (), (), cleaned, counts, dirty, seconds=seconds)

    def update(self, changes: Changes) -> Iterator[Event]:
        """Check again what depends on the files that changed, and say what was found."""
        begun = time.perf_counter()
        touched = [Path(path) for path in sorted(changes.changed | changes.gone)]
        if self._broken or any(map(self._is_ground, touched)):
            yield from self._again()
            return
        if colors.path(self.session) in touched:
            yield from self._reload_colors()
        posts = [path for path in touched if self._is_post(path)]
        changed = {self.session.site.name(path): path for path in posts}
        if others := len(posts) < len(touched):
            # Images and fonts: all cards are compared with what they were drawn from.
            self.session.__dict__.pop("images", None)
            for name in self._with_other_images():
                changed.setdefault(name, self.session.site.root / name)
            self._cards |= dict.fromkeys(self._outlines)
        if changed or others:
            event = self._checked(changed, begun, told=set(map(self.session.site.name, posts)))
            if event.names:
                yield event

    def pass_time(self) -> Iterator[Event]:
        """Look again at what time alone may have mended."""
        root = self.session.site.root
        passing = [name for name, seen in self._seen.items() if seen.record.passing]
        if passing:
            event = self._checked({name: root / name for name in passing}, time.perf_counter())
            if event.names:
                yield event

    @property
    def busy(self) -> bool:
        """Whether colours or cards wait to be brought up to date."""
        return self._reading is not _NOTHING or self._colors.waiting() or bool(self._cards)

    def work(self) -> Iterator[Event]:
        """Bring some colours or cards up to date."""
        if self._reading is not _NOTHING:
            self._read()
        elif self._colors.waiting():
            yield from self._settle()
        else:
            some = list(self._cards)[:CARDS]
            for name in some:
                del self._cards[name]
            yield from self._draw([self._outlines[n] for n in some if n in self._outlines])

    # --- checking

    def _again(self) -> Iterator[Event]:
        try:
            session = self._start()
            session.settled = self.session.settled
            self._rules = check.rules_of(session)
        except Refused as fault:
            self._broken = True
            yield Event("error", text=f"{fault} (until it is mended, all stays as it was)")
            return
        self.session, self._broken = session, False
        yield from self.begin("checked")

    def _checked(
        self, changed: Mapping[str, Path], begun: float, told: Iterable[str] = ()
    ) -> Event:
        """Check these posts; the event tells of `told`, and of those that have other findings."""
        before = {name: self.findings.get(name, ()) for name in changed}
        for name, path in changed.items():
            self._look(name, path)
        before |= self._conclude(changed)
        told = set(told)
        names = sorted(n for n, old in before.items() if n in told or self._of(n) != old)
        found = tuple([finding for name in names for finding in self._of(name)])
        fresh = tuple([f for name in names for f in _fresh(before[name], self._of(name))])
        gone = tuple([name for name in names if name in changed and name not in self._seen])
        cleaned = [n for n in names if n not in gone and before[n] and not self._of(n)]
        seconds = time.perf_counter() - begun
        return Event("checked", tuple(names), found, fresh, gone, tuple(cleaned), seconds=seconds)

    def _look(self, name: str, path: Path) -> None:
        """Read and check one post, or forget one that is gone."""
        self._colors.wait_for(name)
        self._cards[name] = None
        page = content.read(path, name, self.session.hugo or NEWEST)
        if isinstance(page, Unreadable):
            self._outlines.pop(name, None)
            if path.exists() or path.is_symlink():
                self._seen[name] = Seen(self._checker.unreadable(page), {})
            else:
                self._seen.pop(name, None)
            return
        asked: dict[str, bool] = {}
        context = stages.context(self.session)

        def has_image(image: str, of: Path) -> bool:
            there = asked[image] = context.has_image(image, of)
            return there

        post = Post(page, context._replace(has_image=has_image))
        self._seen[name] = Seen(self._checker.check(post), asked)
        self._outlines[name] = outline(page, post.document)

    def _conclude(self, changed: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
        """Bring the findings of changed files up to date, and of those of which the rules across
        posts say something else now: these, with the findings that they had.
        """
        facts = [fact for name in sorted(self._seen) for fact in self._seen[name].record.facts]
        before, now = self._said, self._checker.conclude(facts, stages.context(self.session))
        self._said = now
        others = {n for n in before.keys() | now.keys() if before.get(n) != now.get(n)}
        had = {name: self._of(name) for name in others.difference(changed)}
        for name in others.union(changed):
            self._complete(name, now.get(name, ()))
        return had

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

    def _of(self, name: str) -> tuple[Finding, ...]:
        return self.findings.get(name, ())

    def _with_other_images(self) -> list[str]:
        has, root = self.session.images.has, self.session.site.root
        return [
            name
            for name, seen in self._seen.items()
            if any(has(image, root / name) != there for image, there in seen.images.items())
        ]

    def _is_ground(self, path: Path) -> bool:
        """Whether everything depends on a file: also the first one in a folder that was not there
        when the site was read.
        """
        session = self.session
        return stages.is_ground(session, path) or stages.is_unknown(session, path)

    def _is_post(self, path: Path) -> bool:
        folders = self.session.site.content
        return content.is_content(path.name) and any(map(path.is_relative_to, folders))

    # --- colours and cards

    def _read(self) -> None:
        end = time.perf_counter() + SLICE
        for one in self._reading:
            if isinstance(one, Outline) and one.name in self._seen:
                self._outlines.setdefault(one.name, one)
                self._colors.wait_for(one.name)
                self._cards[one.name] = None
            if time.perf_counter() > end:
                return
        self._reading = _NOTHING
        site = self.session.site
        known = {site.key(site.root / name) for name in self._seen}
        if self._colors.settled.keys() - known:
            self._colors.keep(known | stages.existing_keys(self.session))

    def _settle(self) -> Iterator[Event]:
        begun = time.perf_counter()
        site = self.session.site
        end = begun + SLICE
        while time.perf_counter() < end and (name := self._colors.next()):
            key = site.key(site.root / name)
            known = self._outlines.get(name)
            if known is None and name in self._seen:
                continue  # It cannot be read today: what was settled for it stays.
            if self._colors.settle(name, key, known.users if known else ()):
                self._cards[name] = None
        if self._colors.unsettled or not self._colors.moved:
            return
        moved, self._colors.moved = tuple(self._colors.moved), {}
        self.session.settled = self._colors.settled
        with self._telling() as (faults, _):
            colors.save(self.session, self._colors.settled)
        yield from faults or [Event("colors", moved, seconds=time.perf_counter() - begun)]

    def _draw(self, posts: Sequence[Outline]) -> Iterator[Event]:
        from hugo_helpers.cli import cards, drawing

        begun = time.perf_counter()
        with self._telling() as (faults, written):
            drawing.draw_all(self.session.silenced(), list(cards.wanted(self.session, posts)))
        yield from faults
        drawn = [Path(path) for path in written if not path.endswith(".json")]
        if drawn:
            names = tuple(map(self.session.site.name, drawn))
            yield Event("thumbnails", names, seconds=time.perf_counter() - begun)

    def _reload_colors(self) -> Iterator[Event]:
        before, self._colors = self._colors, Unsettled.load(self.session)
        if self._colors.fault:
            yield Event("error", text=self._colors.fault)
        elif before.settled != self._colors.settled or before.fault:
            for name in self._outlines:
                self._colors.wait_for(name)
                self._cards[name] = None

    @contextmanager
    def _telling(self) -> Iterator[tuple[list[Event], Written]]:
        """Note what is written, and turn what cannot be done into an event."""
        faults: list[Event] = []
        with journal() as written:
            try:
                yield faults, written
            except Refused as fault:
                faults.append(Event("error", text=str(fault)))
        self.written |= written


_NOTHING: Iterator[Outline | Unreadable] = iter(())


@contextmanager
def _growing() -> Iterator[None]:
    """What the block makes stays: the collector would look through all of it, again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _fresh(before: Iterable[Finding], now: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that were not there before, wherever in the file they stood."""
    known = Counter([(finding.code, finding.message) for finding in before])
    for finding in now:
        key = finding.code, finding.message
        if known[key]:
            known[key] -= 1
        else:
            yield finding
