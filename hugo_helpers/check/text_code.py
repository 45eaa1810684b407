"""Code between backticks in a body, paired as the page pairs it: within one line."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE = r"[^`\n<]++|<(?![bB][rR]\s{0,9}/?>)"
_CODE = rf"```(?:{_LINE})++```|`(?:{_LINE})++`"


def spans(written: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each piece of code, its backticks included."""
    if "`" not in written:
        return ()
    return tuple(match.span() for match in re.finditer(_CODE, written))


def within(found: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether one of the `found` spans holds `offset`."""
    index = bisect_right(found, (offset, offset)) - 1
    at = index if index >= 0 else 0
    return any(start <= offset < end for start, end in found[at : at + 2])
