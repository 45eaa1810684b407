"""H130: a content file in a language that Hugo does not render."""

from collections.abc import Iterator

from hugo_helpers.check.front_markup import refusal
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.site import markup


@rule(
    "H130",
    what=(
        "A file of HTML, Org, AsciiDoc, reStructuredText or Pandoc stands among the content, and "
        "the configuration does not allow it."
    ),
    why=(
        "Since 0.162 Hugo stops at HTML, since 0.166 at Org: `not whitelisted in policy "
        "security.allowContent`. AsciiDoc, reStructuredText and (since 0.163.1) Pandoc need a "
        "program that `security.exec.allow` names. What is allowed is read as content: its "
        "shortcodes, quotes and front matter are checked."
    ),
    bad="content/posts/old.html",
    good="static/posts/old.html",
    how=(
        "Move the file to static/, or write it as Markdown. If every such file is your own, allow "
        "them: `[security] allowContent = ['.*']`, and `[security.exec]` for the program."
    ),
)
def refused_file_type(post: Post) -> Iterator[Hit]:
    if post.fields.get("markup"):
        return  # H128 tells of what that names
    name = post.page.path.name
    message = refusal(post, markup.language(name, post.context.hugo) or "markdown")
    if message:
        yield Hit(0, 0, f"Hugo stops at a file of this type: {message}")
