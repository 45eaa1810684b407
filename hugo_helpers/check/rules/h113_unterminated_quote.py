"""H113: a value in quotes does not end on its line."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault, Param
from hugo_helpers.shortcodes.thread import QUOTE


def _mend(post: Post, fault: Fault) -> Fix | None:
    text, start = post.text, fault.start
    call = call_at(post, start)
    if call is None or text[start] != '"':
        return None
    param = next((p for p in call.params if p.value_start == start + 1), None)
    if param is not None and "\n" in text[start : param.value_end]:
        return _on_one_line(
            text, param, is_body=param.name == "body" and call.name.lower() == QUOTE
        )
    if text.startswith("\n", fault.end):
        return None
    value = re.sub(r"\s+/?\Z", "", text[start + 1 : fault.end])
    end = start + 1 + len(value)
    if not value.endswith('\\"'):
        return safe("end it here", Edit(end, end, '"'))
    if "`" in value or value.count('\\"') > 1:
        return None
    edits = Edit(start, start + 1, "`"), Edit(end - 1, end, "`")
    return safe("put the value between backticks", *edits)


def _on_one_line(text: str, param: Param, *, is_body: bool) -> Fix | None:
    start, end = param.value_start, param.value_end
    value = text[start:end]
    if is_body and '"' not in value:
        breaks = re.finditer(r"[ \t]*\r?\n[ \t]*", value)
        pieces = [Edit(start + b.start(), start + b.end(), "<br>") for b in breaks]
        return safe("write <br> for the line breaks", *pieces)
    if "`" in value or "\\" in value:
        return None
    edits = Edit(start - 1, start, "`"), Edit(end, end + 1, "`")
    return safe("put the value between backticks", *edits)


fault_rule(
    "H113",
    "unterminated-quote",
    what="A value in quotes does not end on its line.",
    why="Hugo stops: `unterminated quoted string in shortcode parameter-argument`.",
    bad='{{< ref "/posts/ >}}',
    good='{{< ref "/posts/" >}}',
    how=(
        "Close the quotes. For a line break inside a value write `<br>`, or put the value "
        "between backticks."
    ),
    mend=_mend,
)
