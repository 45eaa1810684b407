"""T302: characters that turn the direction of writing."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_hidden import is_near_rtl, named, runs
from hugo_helpers.check.text_places import may_close_up
from hugo_helpers.check.text_rare import BIDI

_OVERRIDES = ("\u202d", "\u202e")


@rule(
    "T302",
    what=(
        "The file holds characters that turn the direction of writing, such as U+202E. Marks, "
        "embeddings and isolates near letters that are written from right to left are no "
        "findings; overrides always are."
    ),
    why=(
        "With them a text reads otherwise than it is stored: a link shows another address, code "
        'says another thing (CVE-2021-42574, "Trojan Source").'
    ),
    bad='{{<matomeQuote body="run [U+202E]fdp.exe" userName="ann">}}',
    good='{{<matomeQuote body="run fdp.exe" userName="ann">}}',
    how="Delete them and read what the text then says; `--fix` deletes them.",
)
def bidi_control(post: Post) -> Iterator[Hit]:
    text = post.text
    for start, end in runs(post, BIDI):
        turned = is_near_rtl(text, start, end)
        if turned and not any(sign in text[start:end] for sign in _OVERRIDES):
            continue
        fix = None
        if may_close_up(text, start, end):
            fix = Fix("unsafe" if turned else "safe", "delete them", (Edit(start, end, ""),))
        message = f"this turns the direction of the text: {named(text[start:end])}"
        yield Hit(start, end, message, fix)
