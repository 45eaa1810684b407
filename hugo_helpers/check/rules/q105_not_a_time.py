"""Q105: a time that is none."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.time_forms import iso
from hugo_helpers.shortcodes.calls import Param


@rule(
    "Q105",
    what="`createdAt` is not a time: wrong in form, or a day that no calendar has.",
    why="The page then shows the text as it stands, without the reader's zone and language.",
    bad='{{<matomeQuote body="Hello" userName="ann" createdAt="2025年2月28日 10時00分">}}',
    good='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    how=(
        "Write 2025-02-28T10:00:00 (ISO 8601; a zone may follow) or 2025/02/28 10:00:00. `--fix` "
        "turns what can be read in one way only: 2025年2月5日 16:48, 5 Feb 2025 4:48 PM, seconds "
        "since 1970."
    ),
)
def not_a_time(post: Post) -> Iterator[Hit]:
    columns, moments = post.columns, post.times.moments
    for number, (moment, written) in enumerate(zip(moments, columns.times, strict=True)):
        given = not moment and written.strip()
        param = columns.calls[number].param("createdAt") if given else None
        if param is not None:
            message = f"not a time: {written[:40]!r}"
            yield Hit(param.value_start, param.value_end, message, _fix(param))


def _fix(param: Param) -> Fix | None:
    meant = iso(param.value)
    if meant is None:
        return None
    return Fix("safe", f"write {meant}", (Edit(param.value_start, param.value_end, meant),))
