"""H105: a shortcode tag is opened and its end is missing."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.tokens import CLOSES


def _mend(post: Post, fault: Fault) -> Fix | None:
    """It ends with its line, where that holds nothing behind its parameters and none follow."""
    call, text = call_at(post, fault.start), post.text
    if call is None:
        return None
    line_end = text.find("\n", call.start, call.end)
    line_end = call.end if line_end < 0 else line_end
    params = [param for param in call.params if param.end <= line_end]
    if not params or not params[-1].quoting or text[params[-1].end : line_end].strip():
        return None
    if len(params) < len(call.params) and not re.match(
        r"\n[ \t\r]*+\n", text[line_end : line_end + 99]
    ):
        return None
    end = params[-1].end
    return safe("close it", Edit(end, end, CLOSES[call.delimiter]))


fault_rule(
    "H105",
    "unclosed-tag",
    what="A shortcode tag is opened and its end is missing.",
    why="Hugo stops: `unclosed shortcode action`.",
    bad=('{{< ref "/posts/"\n\nText'),
    good=('{{< ref "/posts/" >}}\n\nText'),
    how="Write `>}}` (or `%}}`) at the end of the tag.",
    mend=_mend,
)
