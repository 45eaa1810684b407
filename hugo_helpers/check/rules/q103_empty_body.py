"""Q103: a quote that says nothing."""

import re
from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.removal import removal
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.thread import BUBBLE


@rule(
    "Q103",
    what="The body of a quote is empty, or holds only space and line breaks.",
    why="The page shows an empty bubble. Mostly a translation or an import has failed unnoticed.",
    bad='{{<matomeQuote body="" userName="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Write the text again, or delete the quote, as `--unsafe-fixes` does.",
)
def empty_body(post: Post) -> Iterator[Hit]:
    columns = post.columns
    bodies = columns.bodies
    for number, body in enumerate(bodies):
        if body.strip()[-1:] not in ">" or _says(body):
            continue
        call = columns.calls[number]
        param = call.param("body")
        if param is not None and call.start not in post.garbled:
            message = f"the quote of {columns.users[number][:40]!r} is empty"
            yield Hit(param.start, param.end, message, removal(post, call))
    if BUBBLE in post.names:
        for call in columns.calls[len(bodies) :]:
            inner = post.text[call.end : call.close_start] if call.close_start else ""
            if not _says(inner):
                end = call.name_start + len(call.name)
                yield Hit(call.name_start, end, "this bubble is empty", removal(post, call))


def _says(body: str) -> bool:
    return bool(re.sub(r"(?i)<br\s{0,9}/?>", "", body).strip())
