"""Rules for what Hugo refuses in shortcodes: the parser finds the faults, a rule each tells one.

Mends are for the places that are certain: where two texts could have been meant, there is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.calls import Call, Fault

Mend = Callable[[Post, "Fault"], Fix | None]


def fault_rule(
    code: str,
    name: str,
    *,
    what: str,
    why: str,
    bad: str,
    good: str,
    how: str,
    mend: Mend | None = None,
    hint: Callable[[Post, Fault], str] | None = None,
) -> None:
    """Register the rule for the kind of fault that is called `name`, what mends one, and what the
    site has to add to its message.
    """

    def check(post: Post) -> Iterator[Hit]:
        for fault in post.faults:
            if fault.kind == name:
                fix = mend(post, fault) if mend else None
                more = hint(post, fault) if hint else ""
                yield Hit(fault.start, fault.end, fault.message + more, fix)

    rule(code, what=what, why=why, bad=bad, good=good, how=how)(check)


def safe(message: str, *edits: Edit) -> Fix:
    """A fix that changes nothing that can have been meant."""
    return Fix("safe", message, edits)


def tag_before(post: Post, offset: int) -> tuple[int, int] | None:
    """The last tag that ends at `offset` or before it."""
    index = bisect_right(_ends(post), offset) - 1
    return post.tags[index] if index >= 0 else None


def closed_at(post: Post, offset: int) -> Call | None:
    """The call whose closing tag starts at `offset`."""
    return _closes(post).get(offset)


@lru_cache(maxsize=1)
def _ends(post: Post) -> list[int]:
    return [end for _, end in post.tags]


@lru_cache(maxsize=1)
def _closes(post: Post) -> Mapping[int, Call]:
    return {call.close_start: call for call in post.calls if call.close_start is not None}
