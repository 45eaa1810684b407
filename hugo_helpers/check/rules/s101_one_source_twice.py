"""S101: two posts that digest one thread."""

from collections.abc import Iterator, Sequence

from hugo_helpers.check.front_source import source, thread_of
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule


def sources(post: Post) -> Iterator[Fact]:
    found = source(post)
    if found is not None:
        url = post.text[slice(*found.url)]
        yield Fact((thread_of(url), post.work), *found.url)


@site_rule(
    "S101",
    what=(
        "Two posts name the same thread as their source; with http or https, `www.`, a slash at "
        "the end or `utm_source=…`, it is the same."
    ),
    why="Readers meet the same thread twice, and search engines see a copy.",
    bad="Two posts with: 引用元：[https://example.org/1](https://example.org/1)",
    good="One post for one thread.",
    how="Delete one of the posts, or merge them.",
    collect=sources,
)
def one_source_twice(facts: Sequence[SiteFact], _context: Context) -> Iterator[SiteHit]:
    first: dict[str, SiteFact] = {}
    for fact in facts:
        address, work = fact.value
        other = first.setdefault(address, fact)
        if other.value[1] != work:
            yield SiteHit(fact, f"{other.name} has this thread as its source already")
