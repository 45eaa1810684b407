"""H120: a commented shortcode, `{{</*`, is never closed by `*/>}}`."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault

_REST = re.compile(r"/?\*?([^\n{}]{0,500}?)\s*+(\*?)[>%]\}\}")


def _mend(post: Post, fault: Fault) -> Fix | None:
    """The comment ends with the tag that it holds."""
    found = _REST.match(post.text, fault.start + 5)
    if found is None or post.text[found.end() - 3] != (
        "%" if post.text[fault.start + 2] == "%" else ">"
    ):
        return None
    return safe("close it", Edit(found.end(1), found.end() - 3, " */"))


fault_rule(
    "H120",
    "unclosed-comment",
    what="A commented shortcode, `{{</*`, is never closed by `*/>}}`.",
    why="Hugo stops: `comment must be closed`.",
    bad="{{</* details >}}",
    good="{{</* details */>}}",
    how="Write `*/>}}` at the end.",
    mend=_mend,
)
