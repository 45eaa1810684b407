"""C101: one speaker, several colours in one thread."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "C101",
    "speaker-in-two-colors",
    "warning",
    what="Quotes of one user carry two or more different colours in one thread.",
    why=(
        "Readers take one colour for one person. A person whose colour changes reads as several "
        "people. The page colours each speaker by name; `color` only highlights a quote."
    ),
    bad='{{<matomeQuote body="…" userName="ann" color="#ff5733">}}\n'
    '{{<matomeQuote body="…" userName="ann" color="#38d3d3">}}',
    good='{{<matomeQuote body="…" userName="ann" color="#ff5733">}}\n'
    '{{<matomeQuote body="…" userName="ann" color="#ff5733">}}',
    how="Give all highlighted quotes of the user one colour.",
)
def speaker_in_two_colors(post: Post) -> Iterator[Hit]:
    for user, used in post.colors.items():
        real = {color: param for color, param in used.items() if color}
        if len(real) > 1:
            second = list(real.values())[1]
            names = ", ".join(list(real)[:6])
            message = f"{user!r} speaks in {len(real)} colours in this thread: {names}"
            yield Hit(second.value_start, second.value_end, message)
