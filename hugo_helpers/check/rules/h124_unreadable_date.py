"""H124: a date of the front matter that is none."""

from collections.abc import Iterator

from hugo_helpers.check import front_fields
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H124",
    what="`date`, `lastmod`, `publishDate` or `expiryDate` is no date that Hugo can read.",
    why=(
        "Hugo stops with `not a parsable date`, for a draft too. Before 0.123 it builds the page "
        "all the same, as one of the year 1 (F102)."
    ),
    bad="+++\ntitle = 'S1 beats R1?'\ndate = '2025/02/05'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\ndate = '2025-02-05'\n+++",
    how="Write 2025-02-05, or 2025-02-05T10:00:00, with a zone behind it or without.",
)
def unreadable_date(post: Post) -> Iterator[Hit]:
    for wrong in front_fields.dates(post.fields, post.context.hugo):
        yield front_fields.hit(post, wrong)
