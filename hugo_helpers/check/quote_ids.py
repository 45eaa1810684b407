"""The ids of quotes on a page, as layouts/partials/matome/quote.html and id.html make them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.shortcodes.thread import BUBBLE

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call

GIVEN = r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,99}"
"""What `id` may be, and `replyTo`, as in layouts/partials/matome/extra.html."""
_MADE = r"q-[0-9a-f]{10}(?:-\d{1,3})?"


class Ids(NamedTuple):
    """What quotes and bubbles of a page bear as ids."""

    given: tuple[str, ...]
    """Those that were written and may be used, in reading order, quotes first."""
    counts: Counter[str]
    """How often each id would be taken, were it not numbered then."""
    untold: bool
    """There are bubbles whose made id depends on what stands in them once it was drawn."""

    def may_hold(self, target: str) -> bool:
        """Whether a quote has this id, or may have."""
        base, _, number = target.rpartition("-")
        if target in self.counts or (number.isdecimal() and 2 <= int(number) <= self.counts[base]):
            return True
        return self.untold and re.fullmatch(_MADE, target) is not None


def made(user: str, when: str, said: str) -> str:
    """The id that the page makes for a quote of which none was given."""
    from hashlib import md5

    written = f"{user}\0{when}\0{said}".encode(errors="surrogatepass")
    return f"q-{md5(written, usedforsecurity=False).hexdigest()[:10]}"


def given_id(call: Call) -> str:
    """The `id` that a quote or bubble is given; empty where there is none that may be used."""
    own = call.named.get("id", "")
    return own if own and re.fullmatch(GIVEN, own) else ""


def ids(post: Post) -> Ids:
    """The ids of a post's quotes and bubbles."""
    given: list[str] = []
    counts: Counter[str] = Counter()
    untold = False
    for call, user, when in zip(
        post.columns.calls, post.columns.users, post.columns.times, strict=True
    ):
        own = given_id(call)
        said = call.named.get("body", "")
        if own:
            given.append(own)
        elif call.name.lower() == BUBBLE:
            said = post.text[call.end : call.close_start] if call.close_start else ""
            if call.children or call.delimiter == "%" or "{{" in said:
                untold = True
                continue
        counts[own or made(user, when, said)] += 1
    return Ids(tuple(given), counts, untold)
