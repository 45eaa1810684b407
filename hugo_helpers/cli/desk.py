"""A site that is kept checked, coloured and illustrated: all that is known of it, in memory."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.held import Held
from hugo_helpers.cli import Refused, check, colors, stages
from hugo_helpers.cli.looks import Looks
from hugo_helpers.cli.session import Session
from hugo_helpers.cli.verdicts import Verdicts
from hugo_helpers.shortcodes.outline import outline
from hugo_helpers.site import content
from hugo_helpers.site.content import Unreadable
from hugo_helpers.site.versions import NEWEST
from hugo_helpers.watch.event import Event
from hugo_helpers.watch.snapshot import Changes
from hugo_helpers.write import Written


class Desk:
    """The state of one site.

    `start` reads the site and its settings anew, and raises Refused where that cannot be done.
    """

    def __init__(self, start: Callable[[], Session], *, jobs: int, keep: bool = True) -> None:
        self._start = start
        self._jobs = jobs
        self._keep = keep
        self.session = start()
        self.written: Written = {}
        """Files written since this was last emptied, as they were left."""
        self._rules = check.rules_of(self.session)
        self._verdicts = Verdicts(self.session, self._rules)
        self._looks = Looks(self.session, self.written)
        self._broken = False

    @property
    def files(self) -> int:
        """How many files are checked."""
        return len(self._verdicts.names)

    @property
    def findings(self) -> Held:
        """All findings there are, by the names of their files."""
        return self._verdicts.findings

    def begin(self, kind: str = "ready") -> Iterator[Event]:
        """Check everything, and say what was found; colours and cards are for `work`."""
        begun = time.perf_counter()
        verdicts = Verdicts(self.session, self._rules)
        verdicts.check_all(jobs=self._jobs, keep=self._keep)
        before, self._verdicts = self.findings, verdicts
        self._looks.begin(self.session)
        cleaned = tuple(sorted(before.keys() - self.findings.keys()))
        seconds = time.perf_counter() - begun
        counts, dirty = self.findings.total, len(self.findings)
        names = tuple(verdicts.names)
        yield Event(kind, names, (), (), (), cleaned, counts, dirty, seconds=seconds)

    def update(self, changes: Changes) -> Iterator[Event]:
        """Check again what depends on the files that changed, and say what was found."""
        begun = time.perf_counter()
        touched = [Path(path) for path in sorted(changes.changed | changes.gone)]
        if self._broken or any(map(self._is_ground, touched)):
            yield from self._again()
            return
        if colors.path(self.session) in touched:
            yield from self._looks.reload_colors()
        posts = [path for path in touched if self._is_post(path)]
        changed = {self.session.site.name(path): path for path in posts}
        if others := len(posts) < len(touched):
            self.session.__dict__.pop("images", None)
            for name in self._verdicts.with_other_images():
                changed.setdefault(name, self.session.site.root / name)
            self._looks.compare_cards()
        if changed or others:
            event = self._checked(changed, begun, told=set(map(self.session.site.name, posts)))
            if event.names:
                yield event

    def pass_time(self) -> Iterator[Event]:
        """Look again at what time alone may have mended."""
        root = self.session.site.root
        if passing := self._verdicts.passing():
            event = self._checked({name: root / name for name in passing}, time.perf_counter())
            if event.names:
                yield event

    @property
    def busy(self) -> bool:
        """Whether colours or cards wait to be brought up to date."""
        return self._looks.busy

    def work(self) -> Iterator[Event]:
        """Bring some colours or cards up to date."""
        yield from self._looks.work(self._verdicts.names)

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
        of, there = self._verdicts.of, self._verdicts.names
        before = {name: of(name) for name in changed}
        for name, path in changed.items():
            self._look(name, path)
        before |= self._verdicts.conclude(changed)
        told = set(told)
        names = sorted(n for n, old in before.items() if n in told or of(n) != old)
        found = tuple([finding for name in names for finding in of(name)])
        fresh = tuple([f for name in names for f in _fresh(before[name], of(name))])
        gone = tuple([name for name in names if name in changed and name not in there])
        cleaned = [n for n in names if n not in gone and before[n] and not of(n)]
        seconds = time.perf_counter() - begun
        return Event("checked", tuple(names), found, fresh, gone, tuple(cleaned), seconds=seconds)

    def _look(self, name: str, path: Path) -> None:
        """Read and check one post, or forget one that is gone."""
        page = content.read(path, name, self.session.hugo or NEWEST)
        if isinstance(page, Unreadable):
            self._looks.wait_for(name, None)
            if path.exists() or path.is_symlink():
                self._verdicts.unreadable(name, page)
            else:
                self._verdicts.drop(name)
            return
        post = self._verdicts.check(page)
        self._looks.wait_for(name, outline(page, post.document))

    def _is_ground(self, path: Path) -> bool:
        """Whether everything depends on a file: also the first one in a folder that was not there
        when the site was read.
        """
        session = self.session
        return stages.is_ground(session, path) or stages.is_unknown(session, path)

    def _is_post(self, path: Path) -> bool:
        site, hugo = self.session.site, self.session.hugo or NEWEST
        return content.holds(site.content, path, hugo, site.ignore_files, site.limits)


def _fresh(before: Iterable[Finding], now: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that were not there before, wherever in the file they stood."""
    known = Counter([(finding.code, finding.message) for finding in before])
    for finding in now:
        key = finding.code, finding.message
        if known[key]:
            known[key] -= 1
        else:
            yield finding
