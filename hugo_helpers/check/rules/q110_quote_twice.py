"""Q110: the same quote twice in one post."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.removal import removal
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q110",
    what="A post holds the same quote twice: same user, same time, same body.",
    why="Readers meet the same words again. Mostly an import ran over a page boundary.",
    bad='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}\n'
    '{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    good='{{<matomeQuote body="Hello" userName="ann" createdAt="2025-02-28T10:00:00">}}',
    how="Delete one of the two. `--unsafe-fixes` deletes the second.",
)
def quote_twice(post: Post) -> Iterator[Hit]:
    columns = post.columns
    seen = set()
    # Of two imports that came together each may have its style of times.
    times = [moment or time for moment, time in zip(post.times.moments, columns.times, strict=True)]
    for number, said in enumerate(zip(columns.bodies, columns.users, times, strict=False)):
        body, user, _ = said
        if said in seen and body:
            call = columns.calls[number]
            message = f"the same quote of {user[:40]!r} stands above already"
            end = call.name_start + len(call.name)
            yield Hit(call.name_start, end, message, removal(post, call))
        seen.add(said)
