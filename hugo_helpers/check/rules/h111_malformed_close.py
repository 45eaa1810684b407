"""H111: something stands between the name and the end of a closing tag."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault

_ODD = re.compile(r"[^\w\n<>%{}]{1,20}+(?=[>%]\}\})")


def _mend(post: Post, fault: Fault) -> Fix | None:
    found = _ODD.match(post.text, fault.start)
    return safe("leave it out", Edit(*found.span(), " ")) if found else None


fault_rule(
    "H111",
    "malformed-close",
    what="Something stands between the name and the end of a closing tag.",
    why="Hugo stops: a closing tag holds a name and nothing else.",
    bad="{{< details >}}Text{{< /details x >}}",
    good="{{< details >}}Text{{< /details >}}",
    how="Delete what stands behind the name.",
    mend=_mend,
)
