"""F101: a post without a title."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F101",
    what="The front matter has no `title`, or an empty one.",
    why="Lists, feeds, the browser's tab and the card image all show the title.",
    bad="+++\ndate = '2025-02-05T00:00:00'\n+++",
    good="+++\ndate = '2025-02-05T00:00:00'\ntitle = 'S1 beats R1?'\n+++",
    how="Write a title. (Lists, `_index.md`, are named after their folder where they have none.)",
)
def missing_title(post: Post) -> Iterator[Hit]:
    if not post.front.kind or post.front.problem:
        return
    title = post.fields.get("title")
    empty = title is None or (isinstance(title, str) and not title.strip())
    if empty and not post.page.path.name.startswith("_index."):
        yield Hit(*post.front.locate(post.text, "title"), "this page has no title")
