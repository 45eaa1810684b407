"""H115: a quote sign inside a quoted value ends the value too early."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault


def _mend(post: Post, fault: Fault) -> Fix | None:
    call, text = call_at(post, fault.start), post.text
    params = () if call is None else call.params
    param = next((p for p in params if p.value_start <= fault.start < p.value_end), None)
    if param is None:
        return None
    start, end = param.value_start, param.value_end
    value = text[start:end]
    quotes = [start + found.start() for found in re.finditer('"', value)]
    if "\\" not in value:
        return safe("escape the quotes in it", *(Edit(at, at, "\\") for at in quotes))
    if "`" in value:
        return None
    # One \" takes all backslashes of a value away; between backticks they stay.
    written = "`" + value.replace('\\"', '"') + "`"
    return safe("put the value between backticks", Edit(start - 1, end + 1, written))


fault_rule(
    "H115",
    "unescaped-quote",
    what="A quote sign inside a quoted value ends the value too early.",
    why="Hugo reads what follows as parameters, and stops.",
    bad='{{<matomeQuote body="She said "no" to it" userName="ann">}}',
    good='{{<matomeQuote body="She said \\"no\\" to it" userName="ann">}}',
    how='Write `\\"` for the sign, or put the value between backticks.',
    mend=_mend,
)
