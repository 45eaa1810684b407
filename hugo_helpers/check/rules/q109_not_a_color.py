"""Q109: a colour that is none."""

from collections.abc import Iterator

from hugo_helpers.check.css_colors import is_color, meant
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q109",
    what="`color` is not empty, and is no colour of CSS.",
    why=(
        "A theme that draws the colour draws none, or drops the whole style. Mostly a sign or a "
        "letter is missing."
    ),
    bad='{{<matomeQuote body="Hello" userName="ann" color="#ff573">}}',
    good='{{<matomeQuote body="Hello" userName="ann" color="#ff5733">}}',
    how="Write a name of CSS (tomato), or # and 3, 4, 6 or 8 hexadecimal digits.",
)
def not_a_color(post: Post) -> Iterator[Hit]:
    columns = post.columns
    wrong = {color for color in set(columns.colors) if not is_color(color)}
    if not wrong:
        return
    for number, color in enumerate(columns.colors):
        span = columns.span(number, "color") if color in wrong else None
        if span is not None:
            right = meant(color)
            hint = f"; did you mean {right!r}?" if right else ""
            yield Hit(*span, f"not a colour: {color[:40]!r}{hint}")
