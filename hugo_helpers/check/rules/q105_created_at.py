"""Q105: a time that is none."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q105",
    "not-a-time",
    "warning",
    what="`createdAt` is not a time: wrong in form, or a day that no calendar has.",
    why="The page then shows the text as it stands, without the reader's zone and language.",
    bad='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-30T10:00:00">}}',
    good='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    how="Write 2025-02-28T10:00:00 (ISO 8601; a zone may follow) or 2025/02/28 10:00:00.",
)
def not_a_time(post: Post) -> Iterator[Hit]:
    columns, moments = post.columns, post.times.moments
    if None not in moments:
        return
    for moment, written, call in zip(moments, columns.times, columns.calls, strict=True):
        param = None if moment or not written.strip() else call.param("createdAt")
        if param is not None:
            yield Hit(param.value_start, param.value_end, f"not a time: {written[:40]!r}")
