"""Patterns of a Hugo configuration, in Go's syntax, as far as Python reads them alike."""

import re
from collections.abc import Iterable
from functools import lru_cache

_OTHER = re.compile(r"\\[pPQECzAZbB]|\[\[:|\(\?[^:i]|\)[*+{]|\][*+{][*+{]")
"""What Python reads in another way, or takes very long for."""
_MOST_REPEATS = 3
_LONGEST = 200


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern; None where it cannot be told what it means."""
    repeats = len(re.findall(r"(?<!\\)[*+{]", pattern))
    if len(pattern) > _LONGEST or repeats > _MOST_REPEATS or _OTHER.search(pattern):
        return None
    try:
        return re.compile(pattern, re.ASCII)
    except (re.error, RecursionError, OverflowError):
        return None


def find_any(patterns: Iterable[str], text: str) -> bool:
    """Whether one of the patterns is found in `text`; one that cannot be read is not."""
    return any((one := compiled(pattern)) and one.search(text) for pattern in patterns)


def permits(patterns: Iterable[str], text: str) -> bool:
    """Whether a policy of Hugo's `[security]` takes `text`: no pattern behind `! ` is found in it,
    and one of the others, if there are any.
    """
    some = tuple(patterns)
    denied = [one[2:] for one in some if one.startswith("! ")]
    taken = [one for one in some if not one.startswith("! ")]
    if find_any(denied, text):
        return False
    unread = any(compiled(one) is None for one in taken)
    return find_any(taken, text) or unread or (bool(denied) and not taken)
