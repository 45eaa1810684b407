"""F103: `months` that does not fit `date`."""

import re
from collections.abc import Iterator
from datetime import date

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F103",
    "months-against-date",
    "warning",
    what="`months` names another month than `date`.",
    why="The post is filed in the archive under a month in which it was not written.",
    bad="date = '2025-02-05T00:00:00'\nmonths = '2025/03'",
    good="date = '2025-02-05T00:00:00'\nmonths = '2025/02'",
    how="Write the month of the date, as year/month.",
)
def months_against_date(post: Post) -> Iterator[Hit]:
    months = post.front.get("months")
    one = months[0] if isinstance(months, list) and len(months) == 1 else months
    written = post.front.get("date")
    if not isinstance(one, str) or not one:
        return
    day = written.isoformat() if isinstance(written, date) else written
    found = re.match(r"(\d{4})-(\d{2})", day) if isinstance(day, str) else None
    if found is None:
        return
    wanted = f"{found[1]}/{found[2]}"
    if one != wanted:
        start, end = post.front.locate(post.text, "months")
        fix = None
        if (at := post.text.find(one, start, end)) >= 0:
            edit = Edit(at, at + len(one), wanted)
            fix = Fix("safe", f"write {wanted}", (edit,))
        yield Hit(start, end, f"months is {one[:20]!r}, but the date is in {wanted}", fix)
