"""H109: a closing tag names another shortcode than the one that is open."""

from hugo_helpers.check.faults import closed_at, fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.near import is_slip
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.tokens import CLOSES


def _mend(post: Post, fault: Fault) -> Fix | None:
    call, text = closed_at(post, fault.start), post.text
    if call is None or call.close_end is None:
        return None
    start = text.index("/", call.close_start) + 1
    start += len(text[start : call.close_end]) - len(text[start : call.close_end].lstrip())
    end = call.close_end - len(CLOSES[call.delimiter])
    name = text[start:end].rstrip()
    if name.lower() != call.name.lower() and not is_slip(name, call.name):
        return None
    return safe(f"close {call.name}", Edit(start, start + len(name), call.name))


fault_rule(
    "H109",
    "close-mismatch",
    what="A closing tag names another shortcode than the one that is open.",
    why="Hugo stops: `closing tag does not match start tag`.",
    bad='{{< details summary="More" >}}Text{{< /detail >}}',
    good='{{< details summary="More" >}}Text{{< /details >}}',
    how="Close the shortcode that was opened last, by the same name in the same case.",
    mend=_mend,
)
