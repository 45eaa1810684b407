"""Q103: a quote that says nothing."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q103",
    "empty-body",
    "warning",
    what="The body of a quote is empty, or holds only space and line breaks.",
    why="The page shows an empty bubble. Mostly a translation or an import has failed unnoticed.",
    bad='{{<matomeQuote body="" userName="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Write the text again, or delete the quote.",
)
def empty_body(post: Post) -> Iterator[Hit]:
    for quote in post.thread.quotes:
        param = quote.call.param("body")
        if param is not None and not quote.body.replace("<br>", "").strip():
            yield Hit(param.start, param.end, f"the quote of {quote.user!r} is empty")
