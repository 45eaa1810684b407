"""Q107: a quote that is older than its thread."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from hugo_helpers.check.front_dates import Moment, moment_of
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.time_values import parse, plain_utc

_ZONES = timedelta(hours=14)
"""So far two zones may be apart, and times that name none with them."""


@rule(
    "Q107",
    what=(
        "A quote is older than the post's `date`, while most of the post's quotes are not. Times "
        "without a zone are taken as the page takes them: quotes in `timezone` of "
        "`[params.matome]`, dates in Hugo's `timeZone`."
    ),
    why=(
        "In a digest that bears the date of its thread such a quote has a mistyped time, or "
        "comes from another thread."
    ),
    bad=(
        "+++\ndate = 2025-02-05\n+++\n"
        '{{<matomeQuote body="a" userName="ann" createdAt="2025-02-05T10:00:00">}}\n'
        '{{<matomeQuote body="b" userName="bob" createdAt="2024-02-05T11:00:00">}}'
    ),
    good=(
        "+++\ndate = 2025-02-05\n+++\n"
        '{{<matomeQuote body="a" userName="ann" createdAt="2025-02-05T10:00:00">}}\n'
        '{{<matomeQuote body="b" userName="bob" createdAt="2025-02-05T11:00:00">}}'
    ),
    how=(
        "Mend the quote's time, or the post's date. Where more than half of the quotes are older "
        "than the post, its date is taken for the day of publication, and nothing is said."
    ),
)
def before_the_thread(post: Post) -> Iterator[Hit]:
    columns, moments = post.columns, post.times.moments
    known = [moment for moment in moments if moment]
    begin = moment_of(post.date) if known else None
    if begin is None or min(known) >= begin.at:
        return
    older = [
        number
        for number, moment in enumerate(moments)
        if moment and _is_older(post, moment, columns.times[number], begin)
    ]
    if 2 * len(older) > len(known):
        return
    for number in older:
        if (span := columns.span(number, "createdAt")) is not None:
            message = f"{columns.times[number].strip()[:40]} is before the post's date"
            yield Hit(*span, message)


def _is_older(post: Post, moment: datetime, written: str, begin: Moment) -> bool:
    if not begin.at - _ZONES <= moment < begin.at:
        return moment < begin.at
    from hugo_helpers.check.site_settings import time_zone

    site = post.context.site
    said = parse(written)
    if said is not None and not said[1].zone:
        moment = _in_zone(moment, site.timezone)
    return moment < (begin.at if begin.zone else _in_zone(begin.at, time_zone(site)))


def _in_zone(moment: datetime, name: str) -> datetime:
    """A moment of a zone's clocks in UTC; as it is where there is no such zone."""
    from zoneinfo import ZoneInfo

    try:
        return plain_utc(moment.replace(tzinfo=ZoneInfo(name)))
    except (KeyError, ValueError, OSError, OverflowError):
        return moment
