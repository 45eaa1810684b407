"""T104: tags whose attributes stand in curly quotes."""

import re
from collections.abc import Iterator

from hugo_helpers.check import text_plain
from hugo_helpers.check.finding import Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_active import active
from hugo_helpers.check.text_tags import ELEMENTS, tags

_CURLY = r"=\s{0,9}\\?[“”„‟＂‘’]"


@rule(
    "T104",
    what="A tag has an attribute in curly quotes: `<a href=”https://…”>`.",
    why=(
        "It is no link anywhere: the page shows it as text, and a browser would take the quotes "
        "for a part of the address. Translation made them curly."
    ),
    bad='{{<matomeQuote body="<a href=”https://example.org/”>the docs</a>" userName="ann">}}',
    good='{{<matomeQuote body="the docs（https://example.org/）" userName="ann">}}',
    how="Write the address itself; the page makes a link of it. `--unsafe-fixes` does that.",
)
def curly_quoted_tag(post: Post) -> Iterator[Hit]:
    acting = {one.start for one in active(post)}
    for tag, place in tags(post):
        if tag.start in acting or tag.name not in ELEMENTS or tag.closing:
            continue
        if re.search(_CURLY, tag.attributes):
            edits = text_plain.edits(post.text, tag) if place.is_body else ()
            fix = Fix("unsafe", "write the address itself", edits) if edits else None
            yield Hit(tag.start, tag.end, f"curly quotes in <{tag.name}>: no markup, no link", fix)
