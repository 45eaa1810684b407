"""T103: tags with full-width signs."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_places import shown_at
from hugo_helpers.check.text_tags import ELEMENTS, spots

_LETTERS = r"[bBｂＢ][rRｒＲ]"
_SPACE = "[ \t\u3000]{0,9}"
_BREAK = rf"[<＜]{_SPACE}{_LETTERS}{_SPACE}[/／]?{_SPACE}[>＞]"
_GOOD = r"<[bB][rR][ \t]{0,9}/?>"
_MIXED = r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})([ \t][^<>＜＞]{0,500})?＞"
_MIXED_START = r"＜(/?)([A-Za-z][A-Za-z0-9]{0,15})([ \t][^<>＜＞]{0,500})?>"


@rule(
    "T103",
    what=(
        "A line break is written with full-width signs (`<br＞`, `＜br>`, `＜br＞`), or another "
        "tag of HTML with one ASCII and one full-width bracket."
    ),
    why="It breaks no line: readers see it. Translators, of paper and of silicon, write such.",
    bad='{{<matomeQuote body="Hello<br＞World" userName="ann">}}',
    good='{{<matomeQuote body="Hello<br>World" userName="ann">}}',
    how="Write `<br>` with ASCII signs. `--fix` does that for line breaks.",
)
def full_width_tag(post: Post) -> Iterator[Hit]:
    text = post.text
    if "＜" in text:
        for found in re.finditer("＜", text):
            yield from _at(post, found.start(), _MIXED_START)
    for at, _ in spots(post):
        yield from _at(post, at, _MIXED)


def _at(post: Post, at: int, mixed: str) -> Iterator[Hit]:
    found = re.compile(_BREAK).match(post.text, at)
    if found is not None:
        place = None if re.fullmatch(_GOOD, found[0]) else shown_at(post, at)
        if place is not None:
            fix = Fix("safe", "write <br>", (Edit(*found.span(), "<br>"),))
            yield Hit(
                *found.span(), "this line break is shown as text", fix if place.is_body else None
            )
        return
    found = re.compile(mixed).match(post.text, at)
    if found is None or found[2].lower() not in ELEMENTS:
        return
    # One letter between brackets is as likely a comparison: a＜b>c.
    if (found[1] or found[3] or len(found[2]) > 1) and shown_at(post, at):
        yield Hit(*found.span(), f"the tag {found[2].lower()!r} has a full-width bracket")
