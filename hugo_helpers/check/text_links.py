"""Web addresses as they stand in a post's text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

_LINK = r"https?://[!#-;=?-~]++…?"
JAPANESE = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana, kanji and the signs that repeat them, as the inside of a set of a pattern."""


@lru_cache(maxsize=1)
def links(post: Post) -> tuple[tuple[int, int], ...]:
    """Start and end of each run of an address's characters that starts with http:// or https://,
    with the `…` behind it; anywhere in the text. Signs that end a sentence are part of the run.
    """
    return tuple([match.span() for match in re.finditer(_LINK, post.text)])
