"""H110: a shortcode is closed, or closes itself, though its template takes no content."""

from hugo_helpers.check.faults import fault_rule, safe, tag_before
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault


def _mend(post: Post, fault: Fault) -> Fix | None:
    text = post.text
    if text[fault.start : fault.end] == "/":
        return safe("leave the slash out", Edit(fault.start, fault.end, ""))
    before = tag_before(post, fault.start)
    if before is None or text[before[1] : fault.start].strip():
        return None
    return safe("delete the closing tag", Edit(before[1], fault.end, ""))


fault_rule(
    "H110",
    "forbidden-close",
    what="A shortcode is closed, or closes itself, though its template takes no content.",
    why=("Hugo stops: the template does not evaluate `.Inner`, yet a closing tag was provided."),
    bad='{{<matomeQuote body="Hello" userName="ann">}}{{</matomeQuote>}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Delete the closing tag, or the `/` at the end of the tag.",
    mend=_mend,
)
