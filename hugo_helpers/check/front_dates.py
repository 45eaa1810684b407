"""Dates of a front matter: what Hugo takes for one, and the moment it names.

The forms are those of Hugo's `cast.ToTime`, held against the binary. Names of days, months and
zones are not looked at closely: what holds them counts as a date.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from hugo_helpers.check.time_values import plain_utc

GROUPS = (
    ("date",),
    ("lastmod", "modified"),
    ("publishDate", "pubdate", "published"),
    ("expiryDate", "unpublishDate"),
)
"""The keys that Hugo reads as dates: for each date those that may name it, the first one first."""
FIELDS = tuple(name for group in GROUPS for name in group)

_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d{1,9})?"
_ZONE = r"(?:Z|[+-]\d{2}:?\d{2})"
_NUMBERS = (
    rf"(\d{{4}}-\d\d-\d\d)(?:T({_CLOCK})({_ZONE})?"
    rf"| ({_CLOCK})(?: ?({_ZONE})(?: [A-Z]{{3,5}}| {_ZONE})?)?)?"
)
_WORDS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|\d{1,2}:\d\d[AP]M"


class Moment(NamedTuple):
    """What a date of the front matter says."""

    at: datetime
    """In UTC but without a zone; one that names none as it is written."""
    zone: bool
    """Whether it names a zone."""


def is_date(value: object) -> bool:
    """Whether Hugo takes a value of the front matter for a date. Empty texts it passes over."""
    if isinstance(value, str):
        return not value or _moment(value) is not None or _has_words(value)
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value is None or whole or isinstance(value, date)


def date_of(fields: Mapping[str, object], path: Path, order: tuple[str, ...]) -> object:
    """What a page has for its date, by `Site.dates`; None where it has none. Of what git or the
    disk tell, the name alone, such as `:git`.
    """
    for name in order:
        if name == ":filename":
            bundle = path.name.lower().startswith("index.")
            written = (path.parent.name if bundle else path.name)[:10]
            if _moment(written):
                return written
        elif name.startswith(":"):
            return name
        elif value := fields.get(name):
            return value
    return None


def moment_of(value: object) -> Moment | None:
    """The moment that a value of the front matter names; None where that cannot be told."""
    if isinstance(value, datetime):
        return Moment(plain_utc(value), value.tzinfo is not None)
    if isinstance(value, date):
        return Moment(datetime(value.year, value.month, value.day), zone=False)
    return _moment(value) if isinstance(value, str) else None


@lru_cache(maxsize=256)
def _moment(written: str) -> Moment | None:
    found = re.fullmatch(_NUMBERS, written, re.ASCII)
    if found is None:
        return None
    day, clock, zone = found[1], found[2] or found[4], found[3] or found[5] or ""
    if day.startswith("0000"):  # Python begins with the year 1
        day = f"0004{day[4:]}"
    try:
        if clock is None:
            return Moment(datetime.fromisoformat(day), zone=False)
        return Moment(plain_utc(datetime.fromisoformat(f"{day}T{clock[:8]}{zone}")), bool(zone))
    except (ValueError, OverflowError):
        return None


def _has_words(written: str) -> bool:
    return len(written) < 100 and re.search(_WORDS, written) is not None
