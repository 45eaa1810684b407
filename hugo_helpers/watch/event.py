"""What a watch tells."""

from __future__ import annotations

from typing import NamedTuple

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.record import Counts


class Event(NamedTuple):
    """Something that was done, or went wrong."""

    kind: str
    """`ready`, `checked`, `colors`, `thumbnails`, `error` or `stopped`."""
    names: tuple[str, ...] = ()
    """The files it is about, as they are reported."""
    findings: tuple[Finding, ...] = ()
    """Of `checked`: all findings of these files."""
    fresh: tuple[Finding, ...] = ()
    """Of `checked`: those among them that were not there before."""
    gone: tuple[str, ...] = ()
    """Files among them that are there no more."""
    cleaned: tuple[str, ...] = ()
    """Files among them that had findings before, and have none now."""
    counts: Counts = Counts()
    """Where everything was checked: the numbers of all findings there are, in place of these."""
    dirty: int = 0
    """How many files these are in."""
    text: str = ""
    """What went wrong, in words."""
    seconds: float = 0.0
