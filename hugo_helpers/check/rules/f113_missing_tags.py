"""F113: a digest without tags."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_QUOTES = """\
{{<matomeQuote body="Hello" userName="ann">}}
{{<matomeQuote body="Hi" userName="bob">}}
{{<matomeQuote body="Who is there?" userName="eve">}}"""


@rule(
    "F113",
    what="A post of three quotes or more has no `tags`, on a site that has that taxonomy.",
    why="No page of a tag leads to it, and none of its readers is led on to another post.",
    bad="+++\ntitle = 'S1 beats R1?'\n+++\n\n" + _QUOTES,
    good="+++\ntitle = 'S1 beats R1?'\ntags = ['AI']\n+++\n\n" + _QUOTES,
    how='Name a tag or two: `tags = ["AI", "LLM"]`.',
)
def missing_tags(post: Post) -> Iterator[Hit]:
    front = post.front
    if not front.kind or front.problem or post.fields.get("tags") or not post.is_digest:
        return
    if "tags" in post.context.site.taxonomies.values():
        yield Hit(*front.locate(post.text, "tags"), "this post has no tags")
