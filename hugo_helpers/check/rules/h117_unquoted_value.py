"""H117: a value without quotes swallows the end of its tag."""

import re

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault


def _mend(post: Post, fault: Fault) -> Fix | None:
    text, start, end = post.text, fault.start, fault.end
    opening = Edit(start, start, '"')
    if text[end - 1] == '"':
        return safe("put a quote before it", opening)
    call = call_at(post, start)
    value = text[start : end - 3]
    if call is None or re.search(r'["`\n\\]', value):
        return None
    if value.endswith("/") and post.context.templates.inner(call.name) is not False:
        return None  # it may be the slash that closes the tag
    if not value:
        return safe("write an empty value", Edit(start, start, '""'))
    return safe("put it in quotes", opening, Edit(end - 3, end - 3, '"'))


fault_rule(
    "H117",
    "unquoted-value",
    what="A value without quotes swallows the end of its tag.",
    why=(
        "Hugo takes `>}}` for a part of the value, reads on to the end of the file, and "
        "stops there."
    ),
    bad="{{< ref path=/posts/>}}",
    good='{{< ref path="/posts/" >}}',
    how="Put the value in quotes.",
    mend=_mend,
)
