"""What checking one file gave: all that the site's rules and later runs need of it."""

from __future__ import annotations

from typing import NamedTuple

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.rule import SiteFact
from hugo_helpers.check.suppression import Comment


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
