"""H210: a shortcode in an HTML comment, which runs all the same."""

from collections.abc import Iterator

from hugo_helpers.check.code_places import hidden_calls
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.shown_calls import shown


@rule(
    "H210",
    what="A shortcode stands in an HTML comment.",
    why=(
        "HTML comments do not switch shortcodes off: Hugo runs it, its mistakes stop the build, "
        "and what it makes is sent to every reader, or even ends the comment."
    ),
    bad='<!-- {{< figure src="cat.jpg" >}} -->',
    good='<!-- {{</* figure src="cat.jpg" */>}} -->',
    how="Put a comment's signs inside the tag, `{{</* name */>}}`, or delete it.",
)
def shortcode_in_comment(post: Post) -> Iterator[Hit]:
    for call, kind in hidden_calls(post):
        if kind == "comment":
            message = f"{call.name} runs, although it stands in a comment"
            yield Hit(call.start, call.end, message, shown(post.text, call, "safe"))
