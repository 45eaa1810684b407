"""Q201: a fold that does not say what it holds."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q201",
    what="A details fold has no `summary`, or an empty one.",
    why="The reader sees a fold labelled only 'Details', and nobody opens what says nothing.",
    bad="{{< details >}}…{{< /details >}}",
    good='{{< details summary="20 more comments" >}}…{{< /details >}}',
    how="Add a summary that says what the fold holds.",
)
def fold_without_summary(post: Post) -> Iterator[Hit]:
    for fold in post.thread.folds:
        if not fold.summary.strip() and not any(p.name is None for p in fold.call.params):
            start = fold.call.name_start
            yield Hit(start, start + len(fold.call.name), "this fold has no summary")
