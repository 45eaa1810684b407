"""Q101: a quote without what a quote needs."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

REQUIRED = ("body", "userName")


@rule(
    "Q101",
    "missing-parameter",
    "error",
    what="A matomeQuote has no `body`, no `userName`, or no parameters at all.",
    why="The shortcode refuses it, and Hugo stops. Mostly a name is misspelt.",
    bad='{{<matomeQuote body="Hello" user="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Add the parameter; names of parameters count upper and lower case.",
)
def missing_parameter(post: Post) -> Iterator[Hit]:
    for quote in post.thread.quotes:
        for name in REQUIRED:
            if quote.call.param(name) is None:
                start = quote.call.name_start
                yield Hit(start, start + len(quote.call.name), f"matomeQuote without {name!r}")
