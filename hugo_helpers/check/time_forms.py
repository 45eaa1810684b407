"""Times in the forms that people and other systems write, to ISO 8601; and between zones."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hugo_helpers.check.time_values import Style, parse

if TYPE_CHECKING:
    from datetime import tzinfo

_LONGEST = 60
_S = r"[ \t]{0,3}"
_PARTS = r"(\d{1,2})(?::|時)(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?|分(?:(\d{1,2})秒)?)?"
_HALF = rf"(?:{_S}([AaPp])\.?[Mm]\.?)?"
_ZONE = rf"(?:{_S}(?:(Z|UTC|GMT)|([+-])(\d{{1,2}})(?::?(\d\d))?))?"
_CLOCK = rf"(?:(?:T|,?{_S}){_S}{_PARTS}{_HALF}{_ZONE})?"
_WEEKDAY = rf"(?:{_S}\((?:[日月火水木金土](?:・?祝)?|[A-Z][a-z]{{2}})\))?"
_NUMBERS = re.compile(
    rf"(\d{{4}})(?:([-/.])|年)(\d{{1,2}})(?:\2|月)(\d{{1,2}})日?{_WEEKDAY}{_CLOCK}"
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = r"([A-Za-z]{3,9})\.?"
_DAY = rf"(?:(\d{{1,2}})[ -]{_MONTH}|{_MONTH} (\d{{1,2}}),?)[ -](\d{{4}})"
_WORDS = re.compile(rf"(?:[A-Za-z]{{3,9}},?{_S})?{_DAY}{_CLOCK}")
_EPOCH = re.compile(r"(1\d{9})(?:\d{3}|\.\d{1,6})?")
"""Seconds since 1970, of 2001 to 2033, or milliseconds."""


def iso(written: str) -> str | None:
    """A time in ISO 8601, with the zone that it names, if it names one; None for what can be read
    in two ways or not at all. A clock without a zone stays without.
    """
    if len(written) > _LONGEST:
        return None
    from unicodedata import normalize

    text = normalize("NFKC", written).strip()
    if found := _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    if found := _NUMBERS.fullmatch(text):
        year, _, month, day, *clock = found.groups()
    elif found := _WORDS.fullmatch(text):
        one, name, other, two, year, *clock = found.groups()
        month, day = str(_month(name or other)), one or two
    else:
        return None
    made = f"{year}-{month:0>2}-{day:0>2}"
    if clock[0]:
        made += _clock(*clock)
    return made if parse(made) else None


def in_zone(written: str, usual: Style, zone: str) -> str | None:
    """The same moment in the style that is usual: with a zone where it names none, or without one.

    `zone` is the one that clocks without a zone show. None where there is no such zone, and for an
    hour that its clocks show twice or never.
    """
    found = parse(written)
    if found is None or not found[1].between:
        return None
    moment, style = found
    local = moment.replace(tzinfo=None)
    named = _zone(zone)
    if named is None:
        return None
    try:
        if style.zone:
            local = moment.replace(tzinfo=UTC).astimezone(named).replace(tzinfo=None)
        offset = _offset(local, named)
    except (ValueError, OverflowError):
        return None
    if offset is None:
        return None
    fraction = re.search(r"[.,]\d{1,9}", written)
    day = local.strftime(f"%Y{usual.sign}%m{usual.sign}%d").rjust(10, "0")
    clock = f"{local:%H:%M:%S}{fraction[0] if fraction else ''}"
    return day + usual.between + clock + (_named(offset) if usual.zone else "")


def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _offset(local: datetime, zone: tzinfo) -> timedelta | None:
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first if first == second else None


def _named(offset: timedelta) -> str:
    if not offset:
        return "Z"
    minutes = round(offset / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _month(name: str) -> int:
    """The number of a month by its English name or the start of it; 0 for another word."""
    found = [number for number, full in enumerate(_MONTHS, 1) if full.startswith(name.lower())]
    return found[0] if len(found) == 1 else 0


def _clock(*parts: str | None) -> str:
    """The clock and zone of a time; one that there is not for hours that no clock shows."""
    hour, minute, second, japanese, half, utc, side, zone_hour, zone_minute = parts
    hours = int(hour or 0)
    if half is not None:
        hours = hours % 12 + (12 if half in "Pp" else 0) if 1 <= hours <= 12 else 99
    clock = f"T{hours:02}:{int(minute or 0):02}:{int(second or japanese or 0):02}"
    if side:
        return f"{clock}{side}{int(zone_hour or 0):02}:{zone_minute or '00'}"
    return f"{clock}Z" if utc else clock
