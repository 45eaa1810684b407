"""H128: a markup language that Hugo does not render."""

from collections.abc import Iterator

from hugo_helpers.check import front_fields
from hugo_helpers.check.front_markup import refusal
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.site_settings import mentions
from hugo_helpers.site.markup import named
from hugo_helpers.site.versions import STRICT


@rule(
    "H128",
    what=(
        "`markup` names a language that Hugo does not know, or one that it may not render: HTML "
        "and Org since 0.162 and 0.166, AsciiDoc, reStructuredText and Pandoc by other programs."
    ),
    why=(
        "Hugo stops: `failed to resolve media type`, or `access denied`, as long as the "
        "configuration does not allow it below `[security]`."
    ),
    bad="+++\ntitle = 'S1 beats R1?'\nmarkup = 'mmark'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\nmarkup = 'goldmark'\n+++",
    how="Delete the field: the file's name says that it is Markdown. Or allow what you trust.",
)
def markup(post: Post) -> Iterator[Hit]:
    name = post.fields.get("markup")
    if name is None or name == "" or isinstance(name, dict | list):
        return
    hugo = post.context.hugo
    written = front_fields.text_of(name).lower()
    language = named(written, hugo)
    message = ""
    if language:
        message = refusal(post, language)
    elif hugo >= STRICT and not mentions(post.context.site, written):
        message = f"Hugo knows no markup {written[:40]!r}"
    if message:
        yield front_fields.hit(post, front_fields.Wrong("markup", "", message))
