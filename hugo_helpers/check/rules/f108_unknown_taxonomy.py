"""F108: terms under a name that is no taxonomy of the site."""

from collections.abc import Iterator, Mapping

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.front_places import keys
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_KNOWN = frozenset(
    [
        "aliases",
        "audio",
        "authors",
        "cascade",
        "featured",
        "images",
        "keywords",
        "menu",
        "menus",
        "outputs",
        "resources",
        "series",
        "sitemap",
        "videos",
    ]
)
"""Keys that may hold a list and are no taxonomies."""
_USUAL = frozenset(("categories", "tags"))


@rule(
    "F108",
    what=(
        "A list of the front matter is named like a taxonomy, but the site has none of that name: "
        "the singular (`tag`), a misspelt one (`tgas`), or one that is not configured "
        "(`categories`)."
    ),
    why="The terms lead nowhere: no page lists the post under them.",
    bad="+++\ntitle = 'S1 beats R1?'\ntag = ['AI', 'LLM']\n+++",
    good="+++\ntitle = 'S1 beats R1?'\ntags = ['AI', 'LLM']\n+++",
    how="Write the plural that `[taxonomies]` of the site's configuration names, or add it there.",
)
def unknown_taxonomy(post: Post) -> Iterator[Hit]:
    taxonomies = {
        single.lower(): plural.lower() for single, plural in post.context.site.taxonomies.items()
    }
    plurals = set(taxonomies.values())
    for key, value in post.fields.items():
        if key in plurals or key in _KNOWN or not isinstance(value, list) or not value:
            continue
        right = _meant(key, taxonomies)
        if right or key in _USUAL:
            yield from _hits(post, key, right)


def _meant(key: str, taxonomies: Mapping[str, str]) -> str:
    if key in taxonomies:
        return taxonomies[key]
    from difflib import get_close_matches

    near = get_close_matches(key[:40], list(taxonomies.values()), 1, 0.75)
    return near[0] if near else ""


def _hits(post: Post, key: str, right: str) -> Iterator[Hit]:
    place = next((k for k in keys(post.front, post.text) if k.name.lower() == key), None)
    start, end = (place.start, place.end) if place else post.front.locate(post.text, key)
    message = f"the site has no taxonomy {key!r}"
    if not right:
        yield Hit(start, end, message)
        return
    fix = None
    if place is not None and right not in post.fields:
        fix = Fix("unsafe", f"rename it to {right}", (Edit(start, end, right),))
    yield Hit(start, end, f"{message}; did you mean {right!r}?", fix)
