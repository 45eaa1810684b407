"""Times as quotes write them: `2025-02-05T16:48:02`, `2025/09/27 15:01:17`, with a zone or without.

The forms are those that the shortcodes show as a time (layouts/partials/matome/time.html), but
for two signs mixed in one day.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

_DAY = r"(\d{4})([-/])(\d{2})\2(\d{2})"
_CLOCK = r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?"
_ZONE = r" ?(?:Z|([+-])(0\d|1[0-4]):?([0-5]\d))"
_TIME = rf"[ \t]*{_DAY}(?:([T ]){_CLOCK}({_ZONE})?)?[ \t]*"
_DIGITS = str.maketrans("123456789", "000000000")
_PLAIN = {"0000-00-00T00:00:00", "0000/00/00 00:00:00"}
"""The forms that nearly all quotes have, digits as 0."""


class Style(NamedTuple):
    """How a time is written."""

    sign: str
    """Between year, month and day: `-` or `/`."""
    between: str
    """Between day and clock: `T`, a space, or nothing where there is no clock."""
    zone: bool


class Times(NamedTuple):
    """The times of a post, in the order in which they were given."""

    moments: tuple[datetime | None, ...]
    """In UTC but without a zone; a time that names none counts as UTC. None for what is no time."""
    styles: frozenset[Style]
    """The styles of those that have a clock."""


def read_times(written: Sequence[str]) -> Times:
    """What all these say. The usual forms take a short way."""
    joined = "\n".join(written)
    forms = set(joined.translate(_DIGITS).split("\n"))
    if forms <= _PLAIN and "T24" not in joined and " 24" not in joined:
        try:
            moments = map(datetime.fromisoformat, joined.replace("/", "-").split("\n"))
            styles = [Style(form[4], form[10], zone=False) for form in forms]
            return Times(tuple(moments), frozenset(styles))
        except ValueError:
            pass
    parsed = [parse(one) for one in written]
    return Times(
        tuple([one and one[0] for one in parsed]),
        frozenset([one[1] for one in parsed if one is not None and one[1].between]),
    )


@lru_cache(maxsize=4096)
def parse(written: str) -> tuple[datetime, Style] | None:
    """The moment, as in `Times`, and its style; None for what is no time."""
    found = re.fullmatch(_TIME, written, re.ASCII)
    if found is None:
        return None
    year, sign, month, day, between, hour, minute, second, fraction = found.groups()[:9]
    zone, side, hours, minutes = found.groups()[9:]
    try:
        moment = datetime(
            *(int(year), int(month), int(day)),
            *(int(hour or 0), int(minute or 0), int(second or 0)),
            int((fraction or "0")[:6].ljust(6, "0")),
        )
        if side:
            offset = timedelta(hours=int(hours), minutes=int(minutes))
            moment += -offset if side == "+" else offset
    except (ValueError, OverflowError):
        return None
    return moment, Style(sign, between or "", zone is not None)


def restyled(written: str, style: Style) -> str | None:
    """The same time in another style; None where that would change what it says."""
    found = parse(written)
    if found is None or found[1].zone != style.zone or not found[1].between:
        return None
    trimmed = written.strip(" \t")
    day = trimmed[:10].replace(found[1].sign, style.sign)
    return day + style.between + trimmed[11:]


def plain_utc(moment: datetime) -> datetime:
    """A moment as `Times` holds it: in UTC, without a zone; without a zone it stays."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)
