"""S103: a tag in two spellings."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hugo_helpers.check.front_places import items
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule


def terms(post: Post) -> Iterator[Fact]:
    for plural in post.context.site.taxonomies.values():
        values = post.fields.get(plural.lower())
        written = values if isinstance(values, list) else [values]
        texts = [text for text in written if isinstance(text, str)]
        seen: set[str] = {""}
        for term, place in zip(texts, items(post.front, post.text, plural, texts), strict=True):
            if term not in seen:
                seen.add(term)
                yield Fact((plural, term), *place)


@site_rule(
    "S103",
    what=(
        "A tag, or another term, is written in two ways on one site: in upper and lower case, in "
        "full and half width (`ＡＩ`), in two normal forms, or with space around it."
    ),
    why=(
        "Of two widths or forms Hugo makes two pages, each with half of the posts. Of two cases it "
        "makes one page, named like the one or the other."
    ),
    bad="tags = ['AI'] in one post, and tags = ['ＡＩ'] in another",
    good="tags = ['AI'] in both posts",
    how="Write it as most posts do; the message says how.",
    collect=terms,
)
def tag_in_two_spellings(facts: Sequence[SiteFact], _context: Context) -> Iterator[SiteHit]:
    spellings: dict[tuple[str, str], dict[str, list[str]]] = {}
    for fact in facts:
        plural, term = fact.value
        spellings.setdefault((plural, _plain(term)), {}).setdefault(term, []).append(fact.name)
    for fact in facts:
        plural, term = fact.value
        used = spellings[plural, _plain(term)]
        usual = max(used, key=lambda spelling: len(used[spelling]))
        if term == usual:
            continue
        others = [name for name in used[usual] if name != fact.name]
        if not others and term.lower() == usual.lower():  # F107 tells this
            continue
        posts = f"{len(others)} posts" if len(others) > 1 else "another post"
        where = posts if others else "this post as well"
        yield SiteHit(fact, f"{term[:40]!r} is {usual[:40]!r} in {where}")


@lru_cache(maxsize=4096)
def _plain(term: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", term).casefold().split())
