"""H118: a character stands in a tag where none of its kind may, often a full-width space."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault

_QUOTES = "“”„‟＂"
_PAIR = re.compile(
    rf'(?<==)([{_QUOTES}])([^{_QUOTES}"`\\\n]{{0,5000}}+)([{_QUOTES}])(?=\s|/?[>%]\}}\}})'
)
_LONGEST = 5_000
"""Characters of such a value, at most."""
_COMMA = re.compile(r"[,;、，；]++(?=\s*+(?:[\w-]++=|/?[>%]\}\}))")


def _mend(post: Post, fault: Fault) -> Fix | None:
    text, start, end = post.text, fault.start, fault.end
    written = text[start:end]
    if written.isspace():
        return safe("write a plain space", Edit(start, end, " "))
    if not written.isprintable():
        return safe("delete it", Edit(start, end, ""))
    if text[start - 1] in '"`' and (comma := _COMMA.match(text, start)):
        return safe("delete it", Edit(*comma.span(), " " if text[comma.end()].isalnum() else ""))
    signs = _signs(text, start) if written[0] in _QUOTES else None
    return (
        safe('write " for the quotes', *(Edit(at, at + 1, '"') for at in signs)) if signs else None
    )


def _signs(text: str, at: int) -> tuple[int, int] | None:
    """Where the two quotes around a value stand of which one stands at `at`."""
    before = max(text.rfind(sign, max(0, at - _LONGEST), at) for sign in _QUOTES)
    for start in (at, before):
        pair = _PAIR.match(text, start) if start >= 0 else None
        if pair is not None and at in (pair.start(1), pair.start(3)):
            return pair.start(1), pair.start(3)
    return None


fault_rule(
    "H118",
    "unrecognized-character",
    what="A character stands in a tag where none of its kind may, often a full-width space.",
    why="Hugo stops: `unrecognized character in shortcode action`.",
    bad='{{< ref\u3000"/posts/" >}}',
    good='{{< ref "/posts/" >}}',
    how="Write a plain space, or put the character inside quotes.",
    mend=_mend,
)
