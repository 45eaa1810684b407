"""F110: a digest that does not say where its thread is."""

from collections.abc import Iterator

from hugo_helpers.check.front_source import has_link, source
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_QUOTES = """\
{{<matomeQuote body="Hello" userName="ann">}}
{{<matomeQuote body="Hi" userName="bob">}}
{{<matomeQuote body="Who is there?" userName="eve">}}"""


@rule(
    "F110",
    what="A post of three quotes or more has no link, neither before the quotes nor behind them.",
    why="Quoting asks for the source, by manners and by law, and readers want to read on.",
    bad="+++\ntitle = 'S1 beats R1?'\n+++\n\n> S1 beats R1?\n\n" + _QUOTES,
    good="+++\ntitle = 'S1 beats R1?'\n+++\n\nSource: [https://example.org/1](https://example.org/1)\n\n"
    + _QUOTES,
    how="Add the link before the first quote: `引用元：[address](address)`.",
)
def missing_source(post: Post) -> Iterator[Hit]:
    if not post.front.kind or not post.is_digest or source(post) is not None or has_link(post):
        return
    if any("url" in form for form in post.forms):
        return
    call = post.columns.calls[0]
    end = call.name_start + len(call.name)
    yield Hit(call.name_start, end, "no link before the quotes says where they are from")
