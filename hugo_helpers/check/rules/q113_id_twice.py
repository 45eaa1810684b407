"""Q113: two quotes with one id."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.quote_ids import given_id
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q113",
    what="Two quotes of a page are given the same `id`.",
    why=(
        "The page numbers the second one, so that links to it, and answers with `replyTo`, lead to "
        "the first."
    ),
    bad='{{<matomeQuote body="a" userName="ann" id="start">}}\n'
    '{{<matomeQuote body="b" userName="bob" id="start">}}',
    good='{{<matomeQuote body="a" userName="ann" id="start">}}\n'
    '{{<matomeQuote body="b" userName="bob" id="more">}}',
    how="Give each its own.",
)
def id_twice(post: Post) -> Iterator[Hit]:
    if not any("id" in form for form in post.forms):
        return
    seen: set[str] = set()
    for call in sorted(post.columns.calls, key=lambda call: call.start):
        given = given_id(call)
        param = call.param("id") if given in seen else None
        if param is not None:
            message = f"a quote above has the id {given[:40]!r} already"
            yield Hit(param.value_start, param.value_end, message)
        if given:
            seen.add(given)
