"""A finding: what a rule says about a place in a file, perhaps with a fix."""

from collections.abc import Callable, Iterable, Sequence
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


class Later(Sequence[Edit]):
    """Edits that are made when they are first asked for: few reports show them."""

    def __init__(self, make: Callable[[], Iterable[Edit]]) -> None:
        self._make = make
        self._made: tuple[Edit, ...] | None = None

    def _edits(self) -> tuple[Edit, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    def __getitem__(self, index: int) -> Edit:  # type: ignore[override]
        return self._edits()[index]

    def __len__(self) -> int:
        return len(self._edits())

    def __eq__(self, other: object) -> bool:
        return self._edits() == (other._edits() if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._edits())


class Fix(NamedTuple):
    """Edits of one file that mend a finding."""

    applicability: Applicability
    message: str
    edits: Sequence[Edit]
    """A tuple, or what makes one."""


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
