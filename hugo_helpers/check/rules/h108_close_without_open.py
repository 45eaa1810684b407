"""H108: a closing tag stands where no shortcode is open."""

from hugo_helpers.check.faults import fault_rule, safe, tag_before
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault


def _mend(post: Post, fault: Fault) -> Fix | None:
    """A tag right behind another that closes the same name closes nothing more."""
    before, text = tag_before(post, fault.start), post.text
    if before is None or text[before[1] : fault.start].strip():
        return None
    one, two = ("".join(text[s:e].split()) for s, e in (before, (fault.start, fault.end)))
    return safe("delete it", Edit(before[1], fault.end, "")) if one == two else None


fault_rule(
    "H108",
    "close-without-open",
    what="A closing tag stands where no shortcode is open.",
    why="Hugo stops: `got closing shortcode, but none is open`.",
    bad=("Text\n{{< /details >}}"),
    good=('{{< details summary="More" >}}\nText\n{{< /details >}}'),
    how="Delete the closing tag, or add the opening one.",
    mend=_mend,
)
