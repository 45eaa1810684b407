"""A small site on the disk, and runs of the linter's engine over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from hugo_helpers.check.cache import Cache, key
from hugo_helpers.check.engine import Report, Run
from hugo_helpers.check.finding import Finding
from hugo_helpers.check.inspector import Inspector, Outcome, Show, Source
from hugo_helpers.check.post import Context
from hugo_helpers.check.rule import Rule
from hugo_helpers.check.runner import Checker
from hugo_helpers.check.selection import chosen
from hugo_helpers.site import config
from hugo_helpers.site.content import Unreadable
from hugo_helpers.site.images import Images
from hugo_helpers.site.templates import read_templates
from tests.support.marked import FRONT, LAYOUTS, quote

CUT = "see https://example.org/a/long/pa..."
CONFIGURATION = 'title = "Small"\ndefaultContentLanguage = "en"\n'


def body(number: int) -> str:
    """The text of a post that has one finding, T203."""
    return f"{FRONT}{quote(f'This is number {number}')}\n{quote(CUT, user='bob')}"


class Small:
    """A site with posts, checked with a few rules where nothing else is said."""

    def __init__(self, root: Path, posts: int = 3) -> None:
        self._at(root)
        shutil.copytree(LAYOUTS, root / "layouts")
        self.write("hugo.toml", CONFIGURATION)
        for number in range(posts):
            self.write(f"content/posts/{number:04}.md", body(number))

    @classmethod
    def at(cls, root: Path) -> Small:
        """One that is there already."""
        small = cls.__new__(cls)
        small._at(root)
        return small

    def _at(self, root: Path) -> None:
        self.root = root
        self.rules: Sequence[Rule] = chosen(["H1", "T203", "S101", "S901"])
        self.per_file: Sequence[tuple[str, tuple[str, ...]]] = ()
        self.whole = True
        self.hugo = (0, 168, 0)
        self.style: object = "plain"
        self.show: Show | None = None
        self.checked: list[str] = []
        """The files that the last run has checked in this process."""

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def inspector(self) -> Inspector:
        site = config.load(self.root)
        templates = read_templates(site.layouts, self.hugo)
        context = Context(site, templates, Images(site).has, self.hugo)
        checker = Checker(self.rules, self.per_file, whole=self.whole)
        return Noting(context, checker, self.show, self.checked)

    def sources(self) -> list[Source]:
        files = sorted((self.root / "content").rglob("*.md"), reverse=True)
        return [Source(path.relative_to(self.root).as_posix(), str(path)) for path in files]

    def cache(self, inspector: Inspector | None = None) -> Cache:
        inspector = inspector or self.inspector()
        return Cache((str(self.root),), key(inspector.checker, inspector.context, self.style))

    def reports(self, *, keep: bool = False, processes: int = 1, **more: str) -> Iterator[Report]:
        self.checked.clear()
        inspector = self.inspector()
        kept = self.cache(inspector) if keep else None
        run = Run(inspector, self.sources(), kept=kept, processes=processes, **more)  # type: ignore[arg-type]
        return run.reports()

    def findings(self, *, keep: bool = False, processes: int = 1, **more: str) -> list[Finding]:
        """What one run finds."""
        reports = self.reports(keep=keep, processes=processes, **more)
        return [finding for report in reports for finding in report.findings()]


class Noting(Inspector):
    """An inspector that notes what it checks."""

    def __init__(
        self, context: Context, checker: Checker, show: Show | None, checked: list[str]
    ) -> None:
        super().__init__(context, checker, show)
        self._checked = checked

    def judge(
        self,
        path: Path,
        name: str,
        text: str | Unreadable,
        digest: str = "",
        mark: tuple[int, ...] | None = None,
    ) -> Outcome:
        self._checked.append(name)
        return super().judge(path, name, text, digest, mark)
