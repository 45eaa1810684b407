"""F112: a digest without a date."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_QUOTES = """\
{{<matomeQuote body="Hello" userName="ann">}}
{{<matomeQuote body="Hi" userName="bob">}}
{{<matomeQuote body="Who is there?" userName="eve">}}"""


@rule(
    "F112",
    what=(
        "A post of three quotes or more has no date that the site reads: `date`, or what "
        "`[frontmatter]` of the configuration names."
    ),
    why="Lists put it last, as a post of the year 1, and feeds and the archive do without it.",
    bad="+++\ntitle = 'S1 beats R1?'\n+++\n\n" + _QUOTES,
    good="+++\ntitle = 'S1 beats R1?'\ndate = 2025-02-05\n+++\n\n" + _QUOTES,
    how=(
        "Write the day of the thread: `date = 2025-02-05`. A file name that begins so will do "
        "where `[frontmatter]` of the configuration names `:filename`."
    ),
)
def missing_date(post: Post) -> Iterator[Hit]:
    front = post.front
    if front.kind and not front.problem and post.date is None and post.is_digest:
        yield Hit(*front.locate(post.text, "date"), "this post has no date")
