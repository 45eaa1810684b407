"""S101: two posts that digest one thread."""

import re
from collections.abc import Iterator, Sequence

from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule

_SOURCE = r"(?m)^(?:引用元|出典|Source)[ \t]*[：:][ \t]*\[[^\]\n]{0,500}\]\(([^()\s]{1,500})\)"


def source(post: Post) -> Iterator[Fact]:
    found = re.compile(_SOURCE).search(post.text, post.front.body_start)
    if found is not None:
        yield Fact((found[1], post.work), found.start(1), found.end(1))


@site_rule(
    "S101",
    "one-source-twice",
    "warning",
    what="Two posts name the same thread as their source.",
    why="Readers meet the same thread twice, and search engines see a copy.",
    bad="Two posts with: 引用元：[https://example.org/1](https://example.org/1)",
    good="One post for one thread.",
    how="Delete one of the posts, or merge them.",
    collect=source,
)
def one_source_twice(facts: Sequence[SiteFact], _context: Context) -> Iterator[SiteHit]:
    first: dict[str, SiteFact] = {}
    for fact in facts:
        address, work = fact.value
        other = first.setdefault(address, fact)
        if other.value[1] != work:
            yield SiteHit(fact, f"{other.name} has this source already")
