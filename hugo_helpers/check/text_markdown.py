"""Where Markdown is at work in a post."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call

_FENCE = r"(?m)^[ ]{0,3}(?:```|~~~)"
_FAR = 2_000
"""How far back in its line a backtick is looked for."""


def runs_at(post: Post, call: Call) -> bool:
    """Whether Markdown reads what a call of matomeQuote makes: so it is between `{{%` and `%}}`.

    Between `{{<` and `>}}` our shortcode shows a body without Markdown.
    """
    return call.delimiter == "%" and post.markup == "markdown"


@lru_cache(maxsize=1)
def _signs(post: Post) -> tuple[list[int], bool]:
    """Where fences stand, and whether there is any sign of code at all."""
    fences = [match.start() for match in re.finditer(_FENCE, post.text)]
    return fences, bool(fences) or "`" in post.text


def in_code(post: Post, offset: int) -> bool:
    """Whether `offset`, outside of shortcodes, is in a fenced block or between backticks."""
    fences, any_sign = _signs(post)
    if not any_sign:
        return False
    if bisect_right(fences, offset) % 2:
        return True
    far = max(0, offset - _FAR)
    line = post.text.rfind("\n", far, offset) + 1
    return post.text.count("`", line or far, offset) % 2 == 1
