"""Q105: a time that is none."""

import re
from collections.abc import Iterator
from datetime import datetime

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_DAY = r"(\d{4})([-/])(\d{2})\2(\d{2})"
_TIME = r"(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?"
_ZONE = r"(?:Z|[+-]\d{2}:?\d{2})"
_STYLE = rf"{_DAY}(?:[T ]{_TIME}{_ZONE}?)?"


def is_time(written: str) -> bool:
    """Whether `written` is a real date or time: ISO 8601, or `2025/09/27 15:01:17`."""
    found = re.fullmatch(_STYLE, written, re.ASCII)
    if found is None:
        return False
    year, _, month, day, hour, minute, second = found.groups()
    try:
        datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0)
        )
    except ValueError:
        return False
    return True


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
    for quote in post.thread.quotes:
        param = quote.call.param("createdAt")
        if param is not None and param.value and not is_time(param.value):
            yield Hit(param.value_start, param.value_end, f"not a time: {param.value[:40]!r}")
