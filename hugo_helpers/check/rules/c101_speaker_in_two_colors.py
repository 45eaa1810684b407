"""C101: one speaker, several colours in one thread."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from hugo_helpers.check.css_colors import rgb
from hugo_helpers.check.finding import Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.recoloring import recolored
from hugo_helpers.check.rule import Hit, rule


@rule(
    "C101",
    what="Quotes of one user carry two or more different colours in one thread.",
    why=(
        "Readers take one colour for one person. A person whose colour changes reads as several "
        "people. The page colours each speaker by name; `color` only highlights a quote."
    ),
    bad='{{<matomeQuote body="Hello" userName="ann" color="#ff5733">}}\n'
    '{{<matomeQuote body="Hi" userName="ann" color="#38d3d3">}}',
    good='{{<matomeQuote body="Hello" userName="ann" color="#ff5733">}}\n'
    '{{<matomeQuote body="Hi" userName="ann" color="#ff5733">}}',
    how="Give all highlighted quotes of the user one colour. The fix takes the first one.",
)
def speaker_in_two_colors(post: Post) -> Iterator[Hit]:
    for user, used in post.colors.items():
        written = [color for color in used if color]
        if len(written) < 2:
            continue
        different: dict[object, str] = {}
        for color in written:
            different.setdefault(rgb(color) or color, color)
        names = list(different.values())
        if len(names) < 2:
            continue
        second = post.columns.span(used[names[1]][0], "color")
        if second is not None:
            listed = ", ".join([name[:30] for name in names[:6]])
            message = f"{user[:40]!r} speaks in {len(names)} colours in this thread: {listed}"
            yield Hit(*second, message, _fix(post, used, names[0]))


def _fix(post: Post, used: Mapping[str, list[int]], first: str) -> Fix | None:
    if not re.fullmatch(r"[#\w(),.%/ -]{1,100}", first):
        return None
    others = chain(*[used[color] for color in used if color not in ("", first)])
    return recolored(post, f"take {first} for all", others, first)
