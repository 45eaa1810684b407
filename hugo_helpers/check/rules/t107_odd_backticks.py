"""T107: a backtick without its partner."""

import re
from collections.abc import Iterator

from hugo_helpers.check import text_code
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_places import holding

_FENCE = 3


@rule(
    "T107",
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
    for place in holding(post, "`"):
        for start, end in _lonely(post.text[place.start : place.end]):
            message = "this backtick has no partner in its line"
            yield Hit(place.start + start, place.start + end, message)


def _lonely(written: str) -> list[tuple[int, int]]:
    paired = text_code.spans(written)
    lonely = [
        match.span()
        for match in re.finditer("`+", written)
        if not text_code.within(paired, match.start())
    ]
    others = [(start, end) for start, end in lonely if end - start != _FENCE]
    return others if (len(lonely) - len(others)) % 2 == 0 else lonely
