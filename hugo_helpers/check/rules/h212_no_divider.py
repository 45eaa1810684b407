"""H212: a summary divider that Hugo does not take for one."""

import re
from collections.abc import Iterator

from hugo_helpers.check.code_places import CODE, places
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

DIVIDER = "<!--more-->"
_LIKE = r"(?i)<!--[ \t]{0,20}more[ \t]{0,20}-->"


@rule(
    "H212",
    what=(
        "A summary divider with spaces or capitals in it, or one that stands inside a shortcode."
    ),
    why=(
        "Hugo takes `<!--more-->` alone, letter by letter, and outside of shortcodes. Anything "
        "else is a comment: the summary ends where Hugo pleases."
    ),
    bad="The beginning.\n\n<!-- more -->\n\nThe rest.",
    good="The beginning.\n\n<!--more-->\n\nThe rest.",
    how="Write `<!--more-->`, between two paragraphs of the page itself.",
)
def no_divider(post: Post) -> Iterator[Hit]:
    if post.markup == "org" or not re.search(_LIKE, post.outside):
        return
    pattern = re.compile(_LIKE)
    spans = [m.span() for start, end in post.gaps for m in pattern.finditer(post.text, start, end)]
    if any(_divides(post, span) for span in spans):
        return
    kinds = places(post, tuple(spans))
    for start, end in spans:
        if kinds.get(start) in CODE:
            continue
        if any(call.end <= start < (call.close_start or 0) for call in post.document.calls):
            yield Hit(start, end, "inside a shortcode this is no summary divider")
        else:
            fix = Fix("safe", f"write {DIVIDER}", (Edit(start, end, DIVIDER),))
            yield Hit(start, end, f"this is no summary divider: it must be {DIVIDER}", fix)


def _divides(post: Post, span: tuple[int, int]) -> bool:
    """Whether Hugo takes it for a divider."""
    start, end = span
    return post.text[start:end] == DIVIDER and not any(
        call.end <= start < (call.close_start or 0) for call in post.document.calls
    )
