"""H112: named and positional parameters stand in one call."""

import re

from hugo_helpers.check.faults import fault_rule
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault

_QUOTED = r'"(?:\\.|[^"\\\n])*+"|`[^`]*+`'
_LONGEST = 2_000


def _hint(post: Post, fault: Fault) -> str:
    """Hugo takes ` = ` in the first parameter alone, and then in all."""
    call = call_at(post, fault.start)
    if call is None:
        return ""
    tag = post.text[max(call.start, fault.start - _LONGEST) : fault.end + 9]
    spaced = re.search(r"[\w-][ \t]{1,9}=", re.sub(_QUOTED, '""', tag))
    return "; write = without a space before it" if spaced else ""


fault_rule(
    "H112",
    "mixed-parameters",
    what="Named and positional parameters stand in one call.",
    why=(
        "Hugo stops: `Cannot mix named and positional parameters`. Mostly a quote sign ends "
        "a value too early, or a name is missing."
    ),
    bad='{{< figure "a.png" alt="A" >}}',
    good='{{< figure src="a.png" alt="A" >}}',
    how='Give every parameter a name, or none; write `\\"` for a quote sign inside a value.',
    hint=_hint,
)
