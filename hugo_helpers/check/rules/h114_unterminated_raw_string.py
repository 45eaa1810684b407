"""H114: a raw string, opened by a backtick, is never closed."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.tokens import CLOSES

_KEY = re.compile(r'[ \t]+([\w-]+)="')


def _mend(post: Post, fault: Fault) -> Fix | None:
    """It ends where the next parameter starts, or with its tag."""
    call, start = call_at(post, fault.start), fault.start + 1
    if call is None:
        return None
    value = post.text[start : call.end].removesuffix(CLOSES[call.delimiter])
    if len(value) == call.end - start or "\n" in value:
        return None
    key = _KEY.search(value)
    if key is not None and post.context.templates.takes(call.name, key[1]) is not True:
        return None
    end = start + (key.start() if key else len(value.rstrip()))
    return safe("end it here", Edit(end, end, "`"))


fault_rule(
    "H114",
    "unterminated-raw-string",
    what="A raw string, opened by a backtick, is never closed.",
    why="Hugo stops, or takes the rest of the file for the value.",
    bad="{{< ref `/posts/ >}}",
    good="{{< ref `/posts/` >}}",
    how="Write the closing backtick.",
    mend=_mend,
)
