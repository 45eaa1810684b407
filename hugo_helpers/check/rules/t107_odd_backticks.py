"""T107: a backtick without its partner."""

import re
from collections.abc import Iterator

from hugo_helpers.check import text_code
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_places import Place, holding


@rule(
    "T107",
    "odd-backticks",
    "warning",
    what="A body or summary holds an odd number of backticks: one has no partner in its line.",
    why=(
        "Code stands between two backticks. With one missing, the page shows the other as it "
        "stands, or takes the wrong text for code."
    ),
    bad='{{<matomeQuote body="call `main() first" userName="ann">}}',
    good='{{<matomeQuote body="call `main()` first" userName="ann">}}',
    how="Add the missing backtick, or delete the one that is too many.",
)
def odd_backticks(post: Post) -> Iterator[Hit]:
    if "`" not in post.text:
        return
    for place in holding(post, "`"):
        written = post.text[place.start : place.end]
        if written.count("`") % 2:
            yield _lonely(place, written)


def _lonely(place: Place, written: str) -> Hit:
    paired = text_code.spans(written)
    lonely = next(
        match for match in re.finditer("`+", written) if not text_code.within(paired, match.start())
    )
    start, end = (place.start + at for at in lonely.span())
    return Hit(start, end, "this backtick has no partner in its line")
