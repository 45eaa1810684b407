"""F112: a digest without a date."""

import re
from collections.abc import Iterator

from hugo_helpers.check.front_dates import FIELDS
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_QUOTES = """\
{{<matomeQuote body="Hello" userName="ann">}}
{{<matomeQuote body="Hi" userName="bob">}}
{{<matomeQuote body="Who is there?" userName="eve">}}"""


@rule(
    "F112",
    "missing-date",
    "warning",
    what="A post of three quotes or more has no `date`.",
    why="Lists put it last, as a post of the year 1, and feeds and the archive do without it.",
    bad="+++\ntitle = 'S1 beats R1?'\n+++\n\n" + _QUOTES,
    good="+++\ntitle = 'S1 beats R1?'\ndate = 2025-02-05\n+++\n\n" + _QUOTES,
    how="Write the day of the thread: `date = 2025-02-05`. A file name that begins so will do.",
)
def missing_date(post: Post) -> Iterator[Hit]:
    front = post.front
    if not front.kind or front.problem or any(post.fields.get(name.lower()) for name in FIELDS[:6]):
        return
    if post.is_digest and not re.match(r"\d{4}-\d\d-\d\d", post.page.path.name):
        yield Hit(*front.locate(post.text, "date"), "this post has no date")
