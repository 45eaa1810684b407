"""Q110: the same quote twice in one post."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.removal import removal
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q110",
    "quote-twice",
    "warning",
    what="A post holds the same quote twice: same user, same time, same body.",
    why="Readers meet the same words again. Mostly an import ran over a page boundary.",
    bad='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}\n'
    '{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    good='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    how="Delete one of the two. `--unsafe-fixes` deletes the second.",
)
def quote_twice(post: Post) -> Iterator[Hit]:
    bodies = post.columns.bodies
    if len(set(bodies)) == len(bodies):
        return
    seen = set()
    for quote in post.thread.quotes:
        said = (quote.user, quote.created_at, quote.body)
        if said in seen and quote.body:
            start = quote.call.name_start
            message = f"the same quote of {quote.user[:40]!r} stands above already"
            end = start + len(quote.call.name)
            yield Hit(start, end, message, removal(post, quote.call))
        seen.add(said)
