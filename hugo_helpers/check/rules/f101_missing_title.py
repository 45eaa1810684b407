"""F101: a post without a title."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F101",
    "missing-title",
    "warning",
    what="The front matter has no `title`, or one that is empty or no text.",
    why="Lists, feeds, the browser's tab and the card image all show the title.",
    bad="+++\ndate = '2025-02-05T00:00:00'\n+++",
    good="+++\ndate = '2025-02-05T00:00:00'\ntitle = 'S1 beats R1?'\n+++",
    how="Write a title.",
)
def missing_title(post: Post) -> Iterator[Hit]:
    if not post.front.kind or post.front.problem:
        return
    if not post.front.text_of("title").strip():
        yield Hit(*post.front.locate(post.text, "title"), "this page has no title")
