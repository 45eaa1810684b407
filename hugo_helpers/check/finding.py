"""A finding: what a rule says about a place in a file, perhaps with a fix."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Applicability = Literal["safe", "unsafe"]


class Location(NamedTuple):
    """A place in a text: row and column from 1, columns in characters."""

    row: int
    column: int


class Edit(NamedTuple):
    """Replace the characters from `start` up to `end` (offsets from 0) by `content`."""

    start: int
    end: int
    content: str


class Fix(NamedTuple):
    """Edits of one file that mend a finding."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One thing to mend, with the place where it stands."""

    code: str
    message: str
    severity: Severity
    filename: str
    """Relative to the site's folder, with `/`; as given for files outside it."""
    location: Location
    end_location: Location
    fix: Fix | None = None
