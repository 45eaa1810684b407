"""F102: a date of the front matter that is none."""

from collections.abc import Iterator

from hugo_helpers.check.front_dates import FIELDS, is_date
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F102",
    "not-a-date",
    "error",
    what="`date`, `lastmod`, `publishDate` or `expiryDate` is no date that Hugo can read.",
    why=(
        "Hugo stops with `not a parsable date`. Old versions build the page all the same, as one "
        "of the year 1."
    ),
    bad="+++\ntitle = 'S1 beats R1?'\ndate = '2025/02/05'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\ndate = '2025-02-05'\n+++",
    how="Write 2025-02-05, or 2025-02-05T10:00:00, with a zone behind it or without.",
)
def not_a_date(post: Post) -> Iterator[Hit]:
    fields = post.fields
    for name in FIELDS:
        key = name.lower()
        if key in fields and not is_date(fields[key]):
            message = f"Hugo cannot read this as the {name}: write it as 2025-02-05T10:00:00"
            yield Hit(*post.front.locate(post.text, name), message)
