"""Q204: folds whose numbers do not count up."""

import re
from collections.abc import Iterator, Sequence

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.fold_numbers import number
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q204",
    what="The numbers at the end of summaries, `（1）`, `（2）`, do not count up from one.",
    why="The reader looks for the part that seems to be missing.",
    bad='{{< details summary="More (1)" >}}a{{< /details >}}\n'
    '{{< details summary="More (3)" >}}b{{< /details >}}',
    good='{{< details summary="More (1)" >}}a{{< /details >}}\n'
    '{{< details summary="More (2)" >}}b{{< /details >}}',
    how=(
        "Count up from one, for each wording anew. A number that says how many quotes the fold "
        "holds is left alone."
    ),
)
def misnumbered_fold(post: Post) -> Iterator[Hit]:
    counted: dict[str, int] = {}
    for index, (summary, quotes) in enumerate(_folds(post)):
        found = number(summary)
        if found is None or found.value == quotes > 1:
            continue
        wanted = counted[found.wording] = counted.get(found.wording, 0) + 1
        if found.value == wanted:
            continue
        param = post.thread.folds[index].call.param("summary")
        if param is None:
            continue
        written = post.text[param.value_start : param.value_end]
        start, end = param.value_start, param.value_end
        fix = None
        if match := re.search(r"(\d{1,9})[)）\]】]\s{0,9}\Z", written[-30:]):
            end -= len(written[-30:]) - match.end(1)
            start = end - len(match[1])
            right = found.like(wanted)
            fix = Fix("safe", f"write {right}", (Edit(start, end, right),))
        yield Hit(start, end, f"number {found.value} where {wanted} would follow", fix)


def _folds(post: Post) -> Sequence[tuple[str, int]]:
    """The summary of each fold, and how many quotes are in it."""
    if post.plain is not None:
        return post.plain.folds
    return [(fold.summary, len(fold.quotes)) for fold in post.thread.folds]
