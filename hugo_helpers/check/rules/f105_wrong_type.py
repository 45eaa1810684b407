"""F105: a value of the front matter that is of the wrong type."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_YAML_WORDS = frozenset(("yes", "no", "on", "off", "y", "n"))


@rule(
    "F105",
    what=(
        "`title` is no text, `draft` is not true or false, or `tags` and the other taxonomies are "
        "no texts: a table, a list in a list, or several terms in one text."
    ),
    why=(
        "Hugo makes of it what it can and says nothing: a title in a list is empty, `draft = "
        "'yes'` is published, and `tags = 'a, b'` is one tag named 'a, b'."
    ),
    bad="+++\ntitle = 'S1 beats R1?'\ntags = 'AI, LLM'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\ntags = ['AI', 'LLM']\n+++",
    how="Write texts in quotes, lists in brackets, and true or false without quotes.",
)
def wrong_type(post: Post) -> Iterator[Hit]:
    fields, front = post.fields, post.front
    title = fields.get("title")
    if title is not None and not isinstance(title, str):
        yield Hit(*front.locate(post.text, "title"), "the title is no text: put it in quotes")
    if "draft" in fields:
        yield from _draft(post, fields["draft"])
    for plural in post.context.site.taxonomies.values():
        problem = _terms(fields.get(plural.lower()))
        if problem:
            yield Hit(*front.locate(post.text, plural), problem)


def _draft(post: Post, draft: object) -> Iterator[Hit]:
    start, end = post.front.locate(post.text, "draft")
    written = post.text[start:end]
    word = written.partition("#")[0].strip("\"' \t").lower()
    if isinstance(draft, bool) and not (post.front.kind == "yaml" and word in _YAML_WORDS):
        return
    message = "write true or false, without quotes"
    fix = None
    if word not in ("true", "false"):
        message += f": what {word[:20]!r} means differs between versions of Hugo"
    elif written.strip("\"'").lower() == word:
        fix = Fix("safe", f"write {word}", (Edit(start, end, word),))
    yield Hit(start, end, message, fix)


def _terms(value: object) -> str:
    """What is wrong with the terms of a taxonomy; the empty string for nothing."""
    if value is None:
        return ""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        value = value[0]
    if isinstance(value, str):
        several = any(sign in value for sign in ",、，")
        return f"this is one term, {value[:40]!r}: quote each of its terms" if several else ""
    if not isinstance(value, list):
        return "" if isinstance(value, int) and not isinstance(value, bool) else "write a list"
    for one in value:
        if isinstance(one, bool) or not isinstance(one, str | int):
            return f"{_shown(one)} is no text: put it in quotes"
    return ""


def _shown(value: object) -> str:
    """A value in words; of lists and tables their sort alone, as a few aliases fill a disk."""
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else repr(str(value)[:40])
