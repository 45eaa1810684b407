"""H106: a tag begins with one delimiter and ends with the other."""

from hugo_helpers.check.faults import fault_rule, safe, tag_before
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault


def _mend(post: Post, fault: Fault) -> Fix | None:
    tag = tag_before(post, fault.end)
    if tag is None or tag[1] <= fault.start:
        return None
    close = "%}}" if post.text[tag[0] + 2] == "%" else ">}}"
    return safe(f"write {close}", Edit(fault.start, fault.end, close))


fault_rule(
    "H106",
    "wrong-delimiter",
    what="A tag begins with one delimiter and ends with the other.",
    why="Hugo stops: tags are `{{< … >}}` or `{{% … %}}`, never a mixture.",
    bad='{{< ref "/posts/" %}}',
    good='{{< ref "/posts/" >}}',
    how="End the tag with the delimiter that it began with.",
    mend=_mend,
)
