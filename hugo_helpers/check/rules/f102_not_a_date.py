"""F102: a date of the front matter that is another one to Hugo."""

from collections.abc import Iterator

from hugo_helpers.check.front_dates import FIELDS, is_date
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.site.versions import STRICT

_YEARS = 20 * 365 * 86_400
"""Seconds. A number of more than these, after 1970, may be meant as one."""


@rule(
    "F102",
    what=(
        "`date`, `lastmod`, `publishDate` or `expiryDate` is a number like 20250205; or no date at "
        "all, where Hugo is older than 0.123 and goes on."
    ),
    why=(
        "A number counts the seconds since 1970, so that the page is of that year. Of what is no "
        "date old versions make a page of the year 1; newer ones stop (H124)."
    ),
    bad="---\ntitle: S1 beats R1?\ndate: 20250205\n---",
    good="---\ntitle: S1 beats R1?\ndate: 2025-02-05\n---",
    how="Write 2025-02-05, or 2025-02-05T10:00:00, with a zone behind it or without.",
)
def not_a_date(post: Post) -> Iterator[Hit]:
    fields = post.fields
    for name in FIELDS:
        value = fields.get(name.lower())
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _YEARS:
            message = f"Hugo takes a number as {name} for seconds since 1970: write 2025-02-05"
            yield Hit(*post.front.locate(post.text, name), message)
        elif post.context.hugo < STRICT and not is_date(value):
            message = f"Hugo cannot read this as the {name}: write it as 2025-02-05T10:00:00"
            yield Hit(*post.front.locate(post.text, name), message)
