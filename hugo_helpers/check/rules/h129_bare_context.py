"""H129: `{{__hugo_ctx}}` in a text."""

from collections.abc import Iterator

from hugo_helpers.check.code_places import bare_marks
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H129",
    what="The text holds `{{__hugo_ctx}}`, the bare form of a mark of Hugo's own.",
    why=(
        "Hugo stops (0.125 and later) with `slice bounds out of range`, which says nothing of the "
        "place; since 0.160 also where the mark begins a line of indented code. A stranger's "
        "comment can hold it."
    ),
    bad="before {{__hugo_ctx}} after",
    good="before `{{__hugo_ctx}}` after",
    how="Delete it, or put it between backticks to show it.",
)
def bare_context(post: Post) -> Iterator[Hit]:
    for start, end in bare_marks(post):
        yield Hit(start, end, "Hugo stops at this mark: it takes it for one of its own")
