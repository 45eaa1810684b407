"""H128: a markup language that Hugo does not render."""

from collections.abc import Iterator

from hugo_helpers.check import front_fields
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.site_settings import mentions
from hugo_helpers.site.versions import STRICT, Version

_MARKDOWN = frozenset(("goldmark", "md", "markdown", "mdown", "text/markdown"))
_DENIED = {
    **dict.fromkeys(("html", "htm", "text/html"), ((0, 162, 0), "allowContent")),
    **dict.fromkeys(("org", "text/org"), ((0, 166, 0), "allowContent")),
    **dict.fromkeys(("rst", "text/rst"), ((0, 0, 0), "rst2html")),
    **dict.fromkeys(("pandoc", "pdc", "text/pandoc"), ((0, 163, 1), "pandoc")),
    **dict.fromkeys(("ad", "adoc", "asciidocext"), ((0, 0, 0), "asciidoctor")),
    **dict.fromkeys(("asciidoc", "text/asciidoc"), (STRICT, "asciidoctor")),
}
"""From which version on Hugo does not render a language, and what in the configuration lets it."""


def _refusal(name: object, hugo: Version) -> tuple[str, str]:
    """What is wrong with the name of a markup language, "" for nothing; and the word that has to
    be in the configuration where it is not wrong all the same.
    """
    lower = front_fields.text_of(name).lower()
    if lower in _MARKDOWN:
        return "", ""
    if lower in _DENIED:
        since, leave = _DENIED[lower]
        if hugo < since:
            return "", ""
        return "Hugo does not render this unless the configuration allows it", leave
    shown = lower[:40]
    return (f"Hugo knows no markup {shown!r}", lower) if hugo >= STRICT else ("", "")


@rule(
    "H128",
    "markup",
    "error",
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
    message, leave = _refusal(name, post.context.hugo)
    if message and not (leave and mentions(post.context.site, leave)):
        yield front_fields.hit(post, front_fields.Wrong("markup", "", message))
