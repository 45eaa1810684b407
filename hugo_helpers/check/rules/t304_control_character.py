"""T304: control characters."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_hidden import named, runs
from hugo_helpers.check.text_mojibake import is_garbled
from hugo_helpers.check.text_places import may_close_up, shown_at
from hugo_helpers.check.text_rare import CONTROL

_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
_COLOR = r"\x1b\[[0-9;]{0,16}[A-Za-z]"


@rule(
    "T304",
    what=(
        "The file holds a control character, a line separator, or a sign that stands for an "
        "object that was not copied (U+FFFC). Tabs and line ends are no findings."
    ),
    why=(
        "XML, and so a site's feed and sitemap, cannot hold most of them; a terminal obeys some; "
        "readers see nothing, or a box."
    ),
    bad='{{<matomeQuote body="Hello[U+0008]" userName="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Delete it; `--fix` does, and writes `<br>` for a line separator in a body.",
)
def control_character(post: Post) -> Iterator[Hit]:
    found = runs(post, CONTROL)
    if not found:
        return
    text = post.text
    for start, end in found:
        if is_garbled(post, start, end):
            continue
        color = re.compile(_COLOR).match(text, start)
        stop = end if color is None else color.end()
        what = "a terminal's colour: " if color is not None else ""
        message = f"control character: {what}{named(text[start:end])}"
        yield Hit(start, stop, message, _fix(post, start, stop))


def _fix(post: Post, start: int, end: int) -> Fix | None:
    signs = post.text[start:end]
    if _BREAKS.isdisjoint(signs):
        if not may_close_up(post.text, start, end):
            return None
        safe = all(sign < "\x80" for sign in signs)
        return Fix("safe" if safe else "unsafe", "delete it", (Edit(start, end, ""),))
    place = shown_at(post, start)
    if place is None or not place.is_body:
        return None
    return Fix("safe", "write <br>", (Edit(start, end, "<br>"),))
