"""What checking one file gave: all that the site's rules and later runs need of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.rule import SiteFact
from hugo_helpers.check.suppression import Comment


class Counts(NamedTuple):
    """How many findings there are of each kind."""

    errors: int = 0
    warnings: int = 0
    safe: int = 0
    """That have a safe fix."""
    unsafe: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Those of both."""
        return Counts(*map(sum, zip(self, other, strict=True)))


class Record(NamedTuple):
    """The outcome of the rules that look at one file, without its text."""

    name: str
    """The file's name, as findings have it."""
    findings: tuple[Finding, ...] = ()
    """By place, then code."""
    facts: tuple[tuple[str, SiteFact], ...] = ()
    """What rules across posts noted here, by the code of the rule."""
    comments: tuple[Comment, ...] = ()
    """Those that switch rules off, with what they have switched off so far."""
    passing: bool = False
    """It may be another one tomorrow, though the file stays as it is."""


class Head(NamedTuple):
    """A record less its findings, and what it was made of."""

    name: str
    digest: str
    """The hash of the file's bytes; empty where they could not be read."""
    lasting: bool
    """Whether the record holds as long as the bytes are the same."""
    mark: tuple[int, ...] | None
    """The file's size, times and number on the disk, where these tell that it is unchanged."""
    counts: Counts
    facts: tuple[tuple[str, SiteFact], ...]
    comments: tuple[Comment, ...]
    images: Mapping[str, bool]
    """The images that rules asked for, and whether they were there."""


def count(findings: Sequence[Finding]) -> Counts:
    """The numbers of these findings."""
    errors = [finding.severity for finding in findings].count("error")
    fixes = [f.fix.applicability for f in findings if f.fix is not None]
    safe = fixes.count("safe")
    return Counts(errors, len(findings) - errors, safe, len(fixes) - safe)
