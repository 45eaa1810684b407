"""F106: a key given twice in the front matter."""

from collections.abc import Iterator

from hugo_helpers.check.front_places import Key, keys
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F106",
    what="The front matter gives a key twice, or twice in different upper and lower case.",
    why=(
        "To Hugo `Title` and `title` are one key. It takes the one that is not in lower case, of "
        "two such now the one and now the other. From 0.152 on Hugo stops where a key stands twice "
        "in YAML: then it is H102."
    ),
    bad="+++\ntitle = 'S1 beats R1?'\nTitle = 'S1'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\n+++",
    how="Delete the one that is not meant.",
)
def key_twice(post: Post) -> Iterator[Hit]:
    front = post.front
    if front.problem or (
        front.kind in ("toml", "org", "") and len(front.values) == len(post.fields)
    ):
        return
    known = {key.lower() for key in front.values}
    seen: dict[str, Key] = {}
    for key in keys(front, post.text):
        lower = key.name.lower()
        first = seen.setdefault(lower, key)
        if first is not key and lower in known and _same_level(post, key):
            other = "" if first.name == key.name else f", written {first.name}"
            yield Hit(key.start, key.end, f"this key stands above already{other}")


def _same_level(post: Post, key: Key) -> bool:
    """Whether a key of JSON is one of the top level: no bracket is open but the first."""
    if post.front.kind != "json":
        return True
    before = post.text[post.front.start : key.start]
    return before.count("{") - before.count("}") == 1 and before.count("[") == before.count("]")
