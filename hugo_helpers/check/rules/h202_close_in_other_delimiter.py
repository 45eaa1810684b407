"""H202: a tag between `{{<` and `>}}` that is closed between `{{%` and `%}}`, or the reverse."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.tokens import CLOSES


@rule(
    "H202",
    what="A shortcode is opened by `{{<` and closed by `{{%`, or the reverse.",
    why=(
        "Hugo goes by the opening tag alone: `{{%` there means that Markdown reads what the "
        "shortcode makes. The closing tag promises something else."
    ),
    bad='{{< details summary="More" >}}*a*{{% /details %}}',
    good='{{< details summary="More" >}}*a*{{< /details >}}',
    how="Write the closing tag like the opening one.",
)
def close_in_other_delimiter(post: Post) -> Iterator[Hit]:
    for call in post.calls:
        if call.close_delimiter not in (None, call.delimiter) and not post.faults:
            start, end = call.close_start or 0, call.close_end or 0
            opening, closing = "{{" + call.delimiter, CLOSES[call.delimiter]
            edits = (Edit(start, start + 3, opening), Edit(end - 3, end, closing))
            message = f"{call.name} was opened by {opening}, which is what counts"
            fix = Fix("safe", f"close it by {opening}", edits)
            yield Hit(start, end, message, fix)
