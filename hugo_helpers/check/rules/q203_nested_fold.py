"""Q203: a fold inside a fold."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q203",
    what="A details fold stands inside another one.",
    why=(
        "The reader has to press twice to reach what is in it. Mostly the closing tag of the "
        "fold before is at the wrong place."
    ),
    bad='{{< details summary="1" >}}a{{< details summary="2" >}}b{{< /details >}}{{< /details >}}',
    good='{{< details summary="1" >}}a{{< /details >}}{{< details summary="2" >}}b{{< /details >}}',
    how="Close the first fold before the second one.",
)
def nested_fold(post: Post) -> Iterator[Hit]:
    folds = [fold.call for fold in post.thread.folds if fold.call.children]
    if not folds or post.document.faults:
        return
    end = -1
    for fold in post.thread.folds:
        call = fold.call
        if call.start < end:
            start = call.name_start
            yield Hit(start, start + len(call.name), "this fold stands inside another one")
        end = max(end, call.close_start or 0)
