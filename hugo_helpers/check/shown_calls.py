"""The fix that shows a call as text instead of running it: `{{</* name */>}}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Applicability, Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hugo_helpers.shortcodes.calls import Call


def shown(text: str, call: Call, applicability: Applicability, *more: Edit) -> Fix | None:
    """The fix for a call with all that stands in it, and `more` edits before it.

    None where a tag holds the end of such a comment itself.
    """
    edits = list(more)
    for start, end in sorted(_tags(call)):
        if "*/" in text[start:end]:
            return None
        edits += (Edit(start + 3, start + 3, "/*"), Edit(end - 3, end - 3, "*/"))
    return Fix(applicability, "show the tag instead of running it", tuple(edits))


def _tags(call: Call) -> Iterator[tuple[int, int]]:
    waiting = [call]
    while waiting:
        one = waiting.pop()
        yield one.start, one.end
        if one.close_start is not None and one.close_end is not None:
            yield one.close_start, one.close_end
        waiting.extend(one.children)
