"""The quotes of a post by what they have: rules look down a column, not at each call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.shortcodes.plain import PlainCalls
from hugo_helpers.shortcodes.thread import BUBBLE

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call


class Columns(NamedTuple):
    """The quotes of a post by what they have, each in reading order."""

    users: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    calls: Sequence[Call] = ()
    colored: Sequence[object] = ()
    """Whether `color` is given, be it without a value."""
    folded: tuple[bool, ...] = ()
    """Whether it is in a fold."""

    def span(self, number: int, name: str) -> tuple[int, int] | None:
        """Where the value of a parameter is written; None where a quote does not have that."""
        calls = self.calls
        if isinstance(calls, PlainCalls):
            return calls.span(number, name)
        param = calls[number].param(name)
        return None if param is None else (param.value_start, param.value_end)


def columns_of(post: Post) -> Columns:
    """See `Post.columns`."""
    if (plain := post.plain) is not None:
        texts = plain.users, plain.bodies, plain.times, plain.colors
        return Columns(*texts, PlainCalls(plain), plain.colored, plain.folded)
    quotes = post.thread.quotes
    users, bodies, times, colors, calls, folds = zip(*quotes, strict=True) if quotes else [()] * 6
    colored = ["color" in call.named for call in calls]
    folded = tuple([fold is not None for fold in folds])
    columns = Columns(users, bodies, times, colors, calls, colored, folded)
    if BUBBLE not in post.names:
        return columns
    calls = tuple([call for call in post.calls if call.name.lower() == BUBBLE])
    return columns._replace(
        users=columns.users + tuple([call.named.get("userName", "") for call in calls]),
        times=columns.times + tuple([call.named.get("createdAt", "") for call in calls]),
        colors=columns.colors + tuple([call.named.get("color", "") for call in calls]),
        calls=(*columns.calls, *calls),
    )
