"""Posts mended in their files: what is given to a process that does a part of the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.fix import mend
from hugo_helpers.check.post import Context, Post
from hugo_helpers.cli.writer import Writer
from hugo_helpers.site import content
from hugo_helpers.site.content import Page

if TYPE_CHECKING:
    from hugo_helpers.check.finding import Finding
    from hugo_helpers.check.fix import Mended
    from hugo_helpers.check.inspector import Source
    from hugo_helpers.check.runner import Checker

CUT_LINK = "T203"
"""The rule whose fixes `--fix-links` asks for."""


class Done(NamedTuple):
    """What became of some files."""

    files: int
    """How many were looked at."""
    written: int
    codes: Counter[str]
    """Of the fixes that are in the files now."""
    said: tuple[str, ...]
    """What the user must know, line by line."""
    met: bool
    """Whether one of them digests a thread whose links were given."""


class Mender:
    """Mends files. Can be pickled where the rules are registered ones."""

    def __init__(self, context: Context, checker: Checker, prefix: str, *, unsafe: bool) -> None:
        self.prefix = prefix
        """What stands before the names of files, for the user."""
        self._context = context
        self._checker = checker
        self._unsafe = unsafe
        self._said: list[str] = []

    def __call__(self, sources: Sequence[Source]) -> list[Done]:
        """Mend these files, and tell what became of all of them."""
        self._said = []
        hugo = self._context.hugo
        with Writer(self) as writer:
            for source in sources:
                page = content.read(Path(source.path), source.name, hugo)
                if not isinstance(page, Page):
                    continue
                post = Post(page, self._context)
                mended = self.mend(post)
                self._said += self._cut(mended)
                if mended.post is not post:
                    writer.put(post, mended.post.text, mended.fixed)
        links = self._context.full_links
        met = links is not None and links.met
        return [Done(len(sources), writer.written, writer.codes, tuple(self._said), met)]

    def mend(self, post: Post, checker: Checker | None = None) -> Mended:
        """A post with its fixes applied; what is not mended, though it could be, is said."""
        page, hugo = post.page, post.context.hugo

        def again(text: str) -> Post:
            return Post(content.page(page.path, page.name, text, hugo), post.context)

        mended = mend(post, (checker or self._checker).check, again, unsafe=self._unsafe)
        shown = f"{self.prefix}{page.name}"
        if mended.defect:
            self.warn(f"{shown}: not mended: {mended.defect}; this is a defect of matome")
        for finding, reason in mended.dropped:
            row, column = finding.location
            self.warn(f"{shown}:{row}:{column}: {finding.code} not mended: {reason}")
        return mended

    def warn(self, text: str) -> None:
        """Keep a line for the user."""
        self._said.append(text)

    def said(self) -> list[str]:
        """The lines that were kept, once."""
        said, self._said = self._said, []
        return said

    def _cut(self, mended: Mended) -> list[str]:
        """The cut links that the thread did not restore, and why."""
        links = mended.post.context.full_links
        if links is None or links.of(mended.post) is None:
            return []
        return [line(f, self.prefix) for f in mended.record.findings if f.code == CUT_LINK]


def line(finding: Finding, prefix: str) -> str:
    """A finding in one line."""
    row, column = finding.location
    return f"{prefix}{finding.filename}:{row}:{column}: {finding.code} {finding.message}"
