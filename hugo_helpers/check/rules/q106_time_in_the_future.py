"""Q106: a quote from the future."""

from collections.abc import Iterator
from datetime import timedelta

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.time_values import plain_utc


@rule(
    "Q106",
    what="`createdAt` lies in the future, by more than a day.",
    why="Nobody has said it yet. Mostly the year or the month is mistyped.",
    bad='{{<matomeQuote body="Hello" userName="ann" createdAt="2205-02-28T10:00:00">}}',
    good='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    how="Mend the time. (A day is allowed for, since times without a zone may be off by hours.)",
)
def time_in_the_future(post: Post) -> Iterator[Hit]:
    columns, moments = post.columns, post.times.moments
    latest = plain_utc(post.context.now) + timedelta(days=1)
    known = [moment for moment in moments if moment]
    if not known or max(known) <= latest:
        return
    for number, moment in enumerate(moments):
        if not moment or moment <= latest:
            continue
        if (span := columns.span(number, "createdAt")) is not None:
            message = f"{columns.times[number].strip()[:40]} is still to come"
            yield Hit(*span, message)
