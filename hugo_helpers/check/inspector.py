"""Files to records, one by one: what is given to a process that does a part of the work."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.packing import pack_findings, pack_head
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.record import Head, count
from hugo_helpers.check.runner import Checker
from hugo_helpers.site import cache, content
from hugo_helpers.site.content import Unreadable
from hugo_helpers.site.packed import dumps


class Show(Protocol):
    """How the findings of one file are reported."""

    def __call__(self, findings: Sequence[Finding], text: str | None) -> str:
        """The report on these findings, of a file that has this text."""

    def could_be(self, shown: str) -> bool:
        """Whether a report that was kept can be one of ours; it may have been in any hands."""

    @property
    def with_edits(self) -> bool:
        """Whether a report shows the edits of fixes."""


class NoShow:
    """Nothing is reported file by file."""

    def __call__(self, findings: Sequence[Finding], text: str | None) -> str:  # noqa: ARG002
        return ""

    def could_be(self, shown: str) -> bool:
        return not shown

    with_edits = True
    """Whoever asks for the findings themselves may ask for all of them."""


class Source(NamedTuple):
    """A file to check."""

    name: str
    path: str
    digest: str = ""
    """The hash of the bytes that a record is there for."""


class Outcome(NamedTuple):
    """A file's record, packed."""

    head: bytes
    """Where the bytes still have the hash that the source names: the file's mark alone."""
    findings: bytes
    """Empty where the bytes still have the hash that the source names."""
    shown: bytes
    """The report on the findings, as long as no more are added and none is taken away."""


class Inspector:
    """Checks files. Can be pickled where the rules are registered ones."""

    def __init__(self, context: Context, checker: Checker, show: Show | None = None) -> None:
        self.checker = checker
        self.context = context
        self.show: Show = show or NoShow()
        self._asked: dict[str, bool] = {}
        self._asking = context._replace(has_image=self._has_image)

    def __call__(self, sources: Sequence[Source]) -> list[Outcome]:
        """The outcome of each of these files."""
        return [self.inspect(source) for source in sources]

    def inspect(self, source: Source) -> Outcome:
        """Read and check one file. Never raises for what is in it."""
        path = Path(source.path)
        raw = content.read_bytes(path, source.name)
        if isinstance(raw, Unreadable):
            return self.judge(path, source.name, raw)
        digest, mark = cache.hashed(raw.content), content.lasting_mark(raw)
        if digest == source.digest:
            return Outcome(dumps(mark), b"", b"")
        text = content.decoded(path, source.name, raw.content)
        return self.judge(path, source.name, text, digest, mark)

    def judge(
        self,
        path: Path,
        name: str,
        text: str | Unreadable,
        digest: str = "",
        mark: tuple[int, ...] | None = None,
    ) -> Outcome:
        """Check a text, wherever it is from; `digest` and `mark` of the file that holds it."""
        self._asked = {}
        if isinstance(text, Unreadable):
            record = self.checker.unreadable(text)
        else:
            record = self.checker.check(
                Post(content.page(path, name, text, self.context.hugo), self._asking)
            )
        findings = record.findings
        head = Head(
            name=name,
            digest=digest,
            lasting=bool(digest) and not record.passing,
            mark=mark,
            counts=count(findings),
            facts=record.facts,
            comments=record.comments,
            images=self._asked,
        )
        shown = self.show(findings, text if isinstance(text, str) else None) if findings else ""
        return Outcome(
            pack_head(head), pack_findings(findings, edits=self.show.with_edits), shown.encode()
        )

    def _has_image(self, name: str, page: Path) -> bool:
        there = self._asked[name] = self.context.has_image(name, page)
        return there
