"""S102: two posts at one address."""

from collections.abc import Iterator, Sequence

from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule
from hugo_helpers.check.site_addresses import addresses
from hugo_helpers.check.site_settings import has_permalinks


def taken(post: Post) -> Iterator[Fact]:
    for found in addresses(post):
        yield Fact((found.path, found.kind, post.language), found.start, found.end)


@site_rule(
    "S102",
    what=(
        "Two posts have the same address, by their file names, `slug` or `url`; or an alias of "
        "one is the address, or an alias, of another."
    ),
    why=(
        "Hugo writes one over the other and says nothing. Which one readers get may change from "
        "build to build."
    ),
    bad="content/posts/cats.md, and content/posts/more.md with slug = 'cats'",
    good="content/posts/cats.md, and content/posts/more.md with slug = 'more-cats'",
    how=(
        "Give one of them another name, `slug` or `url`. Drafts are left out. Where `permalinks` "
        "are configured, only `url` and `aliases` are compared."
    ),
    collect=taken,
)
def one_address_twice(facts: Sequence[SiteFact], context: Context) -> Iterator[SiteHit]:
    first: dict[tuple[str, str], SiteFact] = {}
    own_ways: bool | None = None
    # Of two posts the one that was given the address by hand is spoken of.
    for fact in sorted(facts, key=lambda fact: fact.location != fact.end_location):
        address, kind, language = fact.value
        other = first.setdefault((address, language), fact)
        if other.name == fact.name:
            continue
        if "path" in (kind, other.value[1]):
            own_ways = has_permalinks(context.site) if own_ways is None else own_ways
            if own_ways:
                continue
        yield SiteHit(fact, _message(kind, other, f"{address}/"))


def _message(kind: str, other: SiteFact, address: str) -> str:
    is_alias = other.value[1] == "alias"
    if kind != "alias":
        return f"{other.name} has the address {address} {'as an alias' if is_alias else 'already'}"
    if is_alias:
        return f"{other.name} has this alias already"
    return f"this is the address of {other.name}"
