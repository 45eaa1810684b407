"""F107: a tag or alias given twice."""

from collections.abc import Iterator

from hugo_helpers.check.front_places import items
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F107",
    what="A post gives an alias, a tag or another term twice.",
    why="The page shows the tag twice, or one redirection is written over the other.",
    bad="+++\ntitle = 'S1 beats R1?'\ntags = ['AI', 'LLM', 'ai']\n+++",
    good="+++\ntitle = 'S1 beats R1?'\ntags = ['AI', 'LLM']\n+++",
    how="Delete the second one. Upper and lower case make one address.",
)
def value_twice(post: Post) -> Iterator[Hit]:
    for name in ("aliases", *post.context.site.taxonomies.values()):
        values = post.fields.get(name.lower())
        if not isinstance(values, list) or len(values) < 2:
            continue
        texts = [value for value in values if isinstance(value, str)]
        plain = [text.lower().rstrip("/") if name == "aliases" else text.lower() for text in texts]
        if len(set(plain)) == len(texts):
            continue
        seen: dict[str, str] = {}
        places = items(post.front, post.text, name, texts)
        for text, key, place in zip(texts, plain, places, strict=True):
            first = seen.get(key)
            if first is None:
                seen[key] = text
            else:
                yield Hit(*place, f"{name} has {first[:40]!r} already")
