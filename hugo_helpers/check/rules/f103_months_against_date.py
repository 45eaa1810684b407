"""F103: `months` that does not fit `date`."""

import re
from collections.abc import Iterator
from datetime import date

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F103",
    what="`months` names another month than `date`.",
    why="The post is filed in the archive under a month in which it was not written.",
    bad="+++\ndate = '2025-02-05T00:00:00'\nmonths = '2025/03'\n+++",
    good="+++\ndate = '2025-02-05T00:00:00'\nmonths = '2025/02'\n+++",
    how="Write the month of the date, as year/month.",
)
def months_against_date(post: Post) -> Iterator[Hit]:
    months = post.fields.get("months")
    written = post.date
    if not months or not isinstance(months, str | list):
        return
    day = written.isoformat() if isinstance(written, date) else written
    found = re.match(r"(\d{4})-(\d{2})(?!\d)", day, re.ASCII) if isinstance(day, str) else None
    if found is None:
        return
    wanted = f"{found[1]}/{found[2]}"
    named = months if isinstance(months, list) else [months]
    if wanted in named:
        return
    start, end = post.front.locate(post.text, "months")
    shown = ", ".join([repr(str(one)[:20]) for one in named[:3]])
    yield Hit(
        start, end, f"months is {shown}, but the date is in {wanted}", _fix(post, named, wanted)
    )


def _fix(post: Post, named: list[object], wanted: str) -> Fix | None:
    start, end = post.front.locate(post.text, "months")
    one = named[0] if len(named) == 1 else None
    at = post.text.find(one, start, end) if isinstance(one, str) and one else -1
    if at < 0 or not isinstance(one, str):
        return None
    return Fix("safe", f"write {wanted}", (Edit(at, at + len(one), wanted),))
