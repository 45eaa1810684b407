"""Q107: a quote that is older than its thread."""

from collections.abc import Iterator
from datetime import timedelta

from hugo_helpers.check.front_dates import moment_of
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_ZONES = timedelta(hours=14)
"""Times without a zone may be off by this much."""


@rule(
    "Q107",
    "before-the-thread",
    "warning",
    what=(
        "A quote is older than the post's `date`, while most of the post's quotes are not. Hours "
        "that a time zone can explain do not count."
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
    begin = moment_of(post.front, "date") if known else None
    if begin is None:
        return
    begin -= _ZONES
    if min(known) >= begin or 2 * sum([moment < begin for moment in known]) > len(known):
        return
    for moment, written, call in zip(moments, columns.times, columns.calls, strict=True):
        param = call.param("createdAt") if moment and moment < begin else None
        if param is not None:
            message = f"{written.strip()[:40]} is before the post's date"
            yield Hit(param.value_start, param.value_end, message)
