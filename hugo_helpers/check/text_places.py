"""Where the texts of a post stand: bodies of quotes, summaries of folds, other parameters.

All lookups start from an offset that a cheap search over the whole text has found, so that a
post without anything to find never pays for its parameters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.shortcodes.plain import PlainCalls
from hugo_helpers.shortcodes.thread import BUBBLE, FOLD, QUOTE

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call

_SHOWN = {QUOTE: "body", FOLD: "summary"}
_OURS = frozenset({QUOTE, FOLD, BUBBLE})


class Place(NamedTuple):
    """The written value of a parameter; offsets count characters of the file's text."""

    call: Call
    name: str
    start: int
    end: int
    raw: bool
    """Written between backticks, where `"` and line breaks may stand."""

    @property
    def is_body(self) -> bool:
        return self.name == "body"


@lru_cache(maxsize=1)
def _tags(post: Post) -> tuple[list[int], tuple[Call, ...]]:
    return [call.start for call in post.calls], post.calls


@lru_cache(maxsize=1)
def has_raw_values(post: Post) -> bool:
    """Whether a parameter may be written between backticks."""
    text = post.text
    at = text.find("`")
    while at > 0 and text[at - 1] != "=":
        at = text.find("`", at + 1)
    return at > 0


def call_at(post: Post, offset: int) -> Call | None:
    """The call whose opening tag holds the character at `offset`."""
    if isinstance(found := post.columns.calls, PlainCalls):
        with suppress(LookupError):
            return found.at(offset)
    starts, calls = _tags(post)
    index = bisect_right(starts, offset) - 1
    return calls[index] if index >= 0 and offset < calls[index].end else None


def given_at(post: Post, offset: int) -> Place | None:
    """The value that holds `offset`, of any parameter of matomeQuote, matomeBubble or details."""
    call = call_at(post, offset)
    if call is None or call.name.lower() not in _OURS:
        return None
    for param in call.params:
        if param.value_start <= offset < param.value_end:
            raw = param.quoting == "`"
            return Place(call, param.name or "", param.value_start, param.value_end, raw)
    return None


def shown_at(post: Post, offset: int) -> Place | None:
    """The body of a quote or the summary of a fold that holds `offset`."""
    place = given_at(post, offset)
    if place is None or _SHOWN.get(place.call.name.lower()) != place.name:
        return None
    return place


def may_close_up(text: str, start: int, end: int) -> bool:
    """Whether what stands before `start` and behind `end` may meet: not where a backslash would
    escape another sign than before, nor where braces would make a shortcode.
    """
    before, behind = text[start - 1 : start], text[end : end + 1]
    return before != "\\" and not (
        before in ("{", "<", "%", "/") and behind in ("{", "<", "%", "/", "*")
    )


def holding(post: Post, sign: str) -> Iterator[Place]:
    """Bodies and summaries that hold `sign`, in the order of the text."""
    at = post.text.find(sign)
    while at >= 0:
        place = shown_at(post, at)
        if place is not None:
            yield place
        at = post.text.find(sign, at + 1 if place is None else place.end)
