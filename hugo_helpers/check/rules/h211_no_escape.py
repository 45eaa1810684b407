"""H211: a backslash before a shortcode, which escapes nothing."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.shown_calls import shown


@rule(
    "H211",
    what="A backslash stands before a shortcode: `\\{{<`.",
    why="Hugo knows no such escape: the shortcode runs, and the backslash stays on the page.",
    bad='Write \\{{< figure src="cat.jpg" >}}',
    good='Write {{</* figure src="cat.jpg" */>}}',
    how="To show the tag, write `{{</* name */>}}`. To run it, delete the backslash.",
)
def no_escape(post: Post) -> Iterator[Hit]:
    for call in post.calls:
        start = call.start - 1
        if start >= 0 and post.text[start] == "\\":
            fix = shown(post.text, call, "unsafe", Edit(start, start + 1, ""))
            message = "a backslash does not keep Hugo from running this shortcode"
            yield Hit(start, call.start + 3, message, fix)
