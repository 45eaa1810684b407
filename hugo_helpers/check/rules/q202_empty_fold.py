"""Q202: a fold with nothing in it."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q202",
    what="A details fold holds nothing.",
    why="A reader who opens it finds nothing, and takes the page for broken.",
    bad='{{< details summary="More" >}}\n{{< /details >}}',
    good='{{< details summary="More" >}}\n{{<matomeQuote body="Hello" userName="ann">}}\n'
    "{{< /details >}}",
    how="Delete the fold, or put what is missing into it.",
)
def empty_fold(post: Post) -> Iterator[Hit]:
    for fold in post.thread.folds:
        call = fold.call
        end = call.end if call.self_closing else call.close_start
        if end is not None and not post.text[call.end : end].strip():
            yield Hit(call.name_start, call.name_start + len(call.name), "this fold is empty")
