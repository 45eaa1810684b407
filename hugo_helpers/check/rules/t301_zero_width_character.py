"""T301: characters without a width."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_hidden import joins, named, runs
from hugo_helpers.check.text_mojibake import is_garbled
from hugo_helpers.check.text_places import may_close_up
from hugo_helpers.check.text_rare import ZERO_WIDTH

_JOINERS = "\u200c\u200d"
_MONGOLIAN = "[\u180b-\u180f]"


@rule(
    "T301",
    what=(
        "The file holds characters that nobody sees: zero-width spaces and joiners, soft hyphens, "
        "invisible operators, fillers. Joiners inside an emoji or in a script that needs them are "
        "no findings, nor is a byte order mark at the start."
    ),
    why=(
        "Search does not find a word that has one inside, two users' names can look alike, and "
        "texts are marked with them."
    ),
    bad='{{<matomeQuote body="Hel[U+200B]lo" userName="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Delete them; `--fix` does.",
)
def zero_width_character(post: Post) -> Iterator[Hit]:
    text = post.text
    for start, end in runs(post, ZERO_WIDTH):
        if (end == start + 1 and _belongs(text, start)) or is_garbled(post, start, end):
            continue
        fix = None
        if may_close_up(text, start, end):
            fix = Fix("safe", "delete them", (Edit(start, end, ""),))
        yield Hit(start, end, f"nobody sees this: {named(text[start:end])}", fix)


def _belongs(text: str, at: int) -> bool:
    if text[at] in _JOINERS:
        return joins(text, at)
    if text[at] == "\ufeff":
        return at == 0
    return bool(re.match(_MONGOLIAN, text[at])) and "\u1820" <= text[at - 1 : at] <= "\u18aa"
