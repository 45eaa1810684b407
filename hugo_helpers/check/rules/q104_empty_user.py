"""Q104: a quote by nobody."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q104",
    what="`userName` is empty, or holds only space.",
    why=(
        "All quotes without a name are shown as one and the same anonymous speaker, in one colour."
    ),
    bad='{{<matomeQuote body="Hello" userName="">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how='Write the name; for one that is not known, one of your own: `userName="a guest"`.',
)
def empty_user(post: Post) -> Iterator[Hit]:
    columns = post.columns
    if all(map(str.strip, columns.users)):
        return
    for user, call in zip(columns.users, columns.calls, strict=True):
        param = None if user.strip() else call.param("userName")
        if param is not None and call.start not in post.garbled:
            yield Hit(param.start, param.end, "this quote has no speaker")
