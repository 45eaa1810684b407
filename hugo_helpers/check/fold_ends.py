"""Where a shortcode that was left open must have ended."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.fold_numbers import number
from hugo_helpers.shortcodes.thread import BUBBLE, FOLD, QUOTE

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call


class End(NamedTuple):
    """A place for a closing tag."""

    offset: int
    before_line: bool = False
    """What follows starts a line of its own."""
    behind_quote: bool = False


def end_of(post: Post, call: Call) -> End | None:
    """The one place for the closing tag of a fold or bubble that is left open; None where there
    could be another one.

    A fold ends before the one that bears the next number, or behind the last quote of the post; a
    bubble, which holds no bubble, before the next.
    """
    name = call.name.lower()
    if name == BUBBLE:
        return _before(post, next((c for c in call.children if c.name.lower() == BUBBLE), None))
    if name != FOLD:
        return None
    fold = next((child for child in call.children if child.name.lower() == FOLD), None)
    if fold is not None:
        return _before(post, fold) if _follows(call, fold) else None
    quotes = list(takewhile(lambda child: child.name.lower() == QUOTE, call.children))
    others = call.children[len(quotes) :]
    if not quotes or any(child.name.lower() in (QUOTE, BUBBLE) for child in others):
        return None
    starts = [quote.start for quote in quotes]
    ends = [call.end, *(quote.end for quote in quotes)]
    if any(post.text[e:s].strip() for e, s in zip(ends, starts, strict=False)):
        return None
    return End(ends[-1], behind_quote=True)


def _follows(call: Call, fold: Call) -> bool:
    one, two = (number(c.named.get("summary", "")) for c in (call, fold))
    if one is None or two is None:
        return False
    return (one.wording, one.value + 1) == (two.wording, two.value)


def _before(post: Post, following: Call | None) -> End | None:
    if following is None:
        return None
    start = following.start
    return End(start, before_line=start == 0 or post.text[start - 1] == "\n")
