"""H118: a character stands in a tag where none of its kind may, often a full-width space."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault

_QUOTES = "“”„‟＂"
_PAIR = re.compile(rf'(?<==)([{_QUOTES}])([^{_QUOTES}"`\\\n]*+)([{_QUOTES}])(?=\s|/?[>%]\}}\}})')
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
    call = call_at(post, start)
    pairs = _PAIR.finditer(text, call.start, call.end) if call and written[0] in _QUOTES else ()
    signs = [span for pair in pairs for span in (pair.span(1), pair.span(3))]
    if (start, start + 1) not in signs:
        return None
    return safe('write " for the quotes', *(Edit(*span, '"') for span in signs))


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
