"""H208: `{{__hugo_ctx …}}` in a text, which Hugo takes for its own."""

import re
from collections.abc import Iterator

from hugo_helpers.check.code_places import CODE, bare_marks, places
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_MARK = r"\{\{__hugo_ctx[^\n]{0,500}?\}\}"


@rule(
    "H208",
    what="The text holds `{{__hugo_ctx …}}`, a mark by which Hugo notes where content comes from.",
    why=(
        "Hugo takes it for its own and removes it from the page (0.125 and later). It comes from "
        "text that was copied out of what Hugo made, or from a stranger. Bare, as "
        "`{{__hugo_ctx}}`, it stops the build: that is H129."
    ),
    bad="before {{__hugo_ctx pid=1}} after",
    good="before `{{__hugo_ctx pid=1}}` after",
    how="Delete it, or put it between backticks to show it.",
)
def hugo_context(post: Post) -> Iterator[Hit]:
    if post.markup != "markdown":
        return
    pattern = re.compile(_MARK)
    spans = [m.span() for start, end in post.gaps for m in pattern.finditer(post.text, start, end)]
    kinds = places(post, tuple(spans))
    stopping = {start for start, _ in bare_marks(post)}
    for start, end in spans:
        if kinds.get(start) not in CODE and start not in stopping:
            yield Hit(start, end, "Hugo removes this mark: it takes it for one of its own")
