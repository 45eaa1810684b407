"""Edits that take a quote out of a post, and the lines that it alone stands on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Edit, Fix

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call

_REST = re.compile(r"[ \t]*+(?:\r?\n|\Z)")
_FAR = 200
"""Characters of space before a call, at most, in which its line is taken to start."""
_BLANK = re.compile(r"[ \t]*+\r?\n")


def removal(post: Post, call: Call) -> Fix | None:
    """The fix that deletes a quote or bubble; None where another one answers it."""
    if call.named.get("id") in _answered(post):
        return None
    text, start = post.text, call.start
    end = call.end if call.close_end is None else call.close_end
    line = text.rfind("\n", max(0, start - _FAR), start) + 1
    rest = _REST.match(text, end)
    if rest is not None and (line or start < _FAR) and not text[line:start].strip():
        start, end = line, rest.end()
        above = text[max(0, line - _FAR) : line]
        if (blank := _BLANK.match(text, end)) and re.search(r"\n[ \t]*\r?\n\Z", above):
            end = blank.end()
    return Fix("unsafe", "delete it", (Edit(start, end, ""),))


@lru_cache(maxsize=1)
def _answered(post: Post) -> frozenset[str]:
    """The ids that quotes of a post answer."""
    if not any("replyTo" in form for form in post.forms):
        return frozenset()
    return frozenset([c.named["replyTo"] for c in post.columns.calls if "replyTo" in c.named])
