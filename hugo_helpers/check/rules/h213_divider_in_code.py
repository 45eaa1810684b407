"""H213: a summary divider in code, which divides all the same."""

from collections.abc import Iterator

from hugo_helpers.check.code_places import CODE, places
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.rules.h212_no_divider import DIVIDER


@rule(
    "H213",
    what="`<!--more-->` stands in a code block or between backticks.",
    why=(
        "Hugo cuts the summary there all the same, tears the code apart, and the divider that was "
        "to be shown is gone from the page."
    ),
    bad="Divide it like this:\n\n~~~\n<!--more-->\n~~~",
    good=r"Divide it like this: &lt;!\-\-more\-\-&gt;",
    how=r"Outside of code, `&lt;!\-\-more\-\-&gt;` shows it.",
)
def divider_in_code(post: Post) -> Iterator[Hit]:
    for start, end in post.gaps:
        at = post.text.find(DIVIDER, start, end)
        if at < 0 or any(call.end <= at < (call.close_start or 0) for call in post.document.calls):
            continue
        span = (at, at + len(DIVIDER))
        if places(post, (span,)).get(at) in CODE:
            yield Hit(*span, "Hugo divides the page here, in the middle of code")
        return  # Hugo takes the first one, and no other.
