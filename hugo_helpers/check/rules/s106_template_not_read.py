"""S106: a template that cannot be read."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hugo_helpers.check.finding import Location
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule


def nothing(_post: Post) -> Iterator[Fact]:
    yield from ()


@site_rule(
    "S106",
    what="A shortcode's template, or one that it uses, cannot be read or is no template.",
    why=(
        "Hugo stops at it, mostly. What its shortcode takes cannot be told: its parameters and "
        "its closing tags are not checked."
    ),
    bad='layouts/shortcodes/box.html: {{ if .Get "a" }}<b>',
    good='layouts/shortcodes/box.html: {{ if .Get "a" }}<b>{{ end }}',
    how="Mend the line that the finding shows; look at the mode and the size of the file.",
    collect=nothing,
)
def template_not_read(_facts: Sequence[SiteFact], context: Context) -> Iterator[SiteHit]:
    for path, problem in context.templates.unread():
        row = re.search(r" \(at line (\d{1,7})\)$", problem)
        place = Location(int(row[1]) if row else 1, 1)
        name = context.site.name(Path(path))
        reason = problem[: row.start()] if row else problem
        yield SiteHit(SiteFact(name, None, place, place), f"not a template: {reason[:200]}")
