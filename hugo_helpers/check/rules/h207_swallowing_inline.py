"""H207: an inline shortcode that is left open."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H207",
    what="An inline shortcode (`name.inline`) is not closed.",
    why=(
        "Hugo takes the rest of the page for its template. Where inline shortcodes are off, which "
        "is the default, that rest is just missing from the page."
    ),
    bad="{{< now.inline >}}{{ now }}\n\nAll of this is gone.",
    good="{{< now.inline >}}{{ now }}{{< /now.inline >}}\n\nAll of this stays.",
    how="Close it, with a space behind the name: `{{< /name.inline >}}`.",
)
def swallowing_inline(post: Post) -> Iterator[Hit]:
    if not any(name.endswith(".inline") for name in post.names):
        return
    for call in post.calls:
        if call.inline and call.close_start is None and not call.self_closing:
            rest = post.text[call.end :].strip()
            if rest and not post.faults:
                message = f"{call.name} is not closed and swallows the rest of the page"
                yield Hit(call.start, call.end, message)
