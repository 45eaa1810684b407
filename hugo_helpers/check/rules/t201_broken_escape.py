"""T201: percent signs in links that escape nothing."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_code import spans, within
from hugo_helpers.check.text_links import links
from hugo_helpers.check.text_places import shown_at

_BROKEN = r"%(?![0-9A-Fa-f]{2}|\}\})[0-9A-Fa-f]?"


@rule(
    "T201",
    what="A link holds a `%` without two hexadecimal digits behind it: `…/a%E3%8`, `and%`.",
    why=(
        "The address is damaged, mostly cut, and leads elsewhere or nowhere. In a Markdown link "
        "it stops the whole build where a theme parses addresses (`invalid URL escape`)."
    ),
    bad='{{<matomeQuote body="see https://example.org/a%E3%8" userName="ann">}}',
    good='{{<matomeQuote body="see https://example.org/a%E3%81%82" userName="ann">}}',
    how=(
        "Open the thread and copy the whole address. A percent sign that is meant is written "
        "`%25`; `--unsafe-fixes` writes it where no digit follows."
    ),
)
def broken_escape(post: Post) -> Iterator[Hit]:
    for start, end in links(post):
        if start < post.front.body_start or "%" not in post.text[start:end]:
            continue
        for found in re.compile(_BROKEN).finditer(post.text, start, end):
            at = found.end()
            last = at >= end or post.text[at] in ".…"
            fix = None
            if len(found[0]) == 1 and not last:
                fix = Fix("unsafe", "write %25", (Edit(at - 1, at, "%25"),))
            if not _in_code(post, start):
                message = f"{found[0]} in a link is no escape: the link is damaged"
                yield Hit(*found.span(), message, fix)


def _in_code(post: Post, offset: int) -> bool:
    """Whether a body shows this between backticks, where it is no link."""
    place = shown_at(post, offset)
    if place is None:
        return False
    return within(spans(post.text[place.start : place.end]), offset - place.start)
