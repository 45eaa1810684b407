"""H214: text on the line that closes the front matter."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H214",
    what="Something stands behind the `---` or `+++` that closes the front matter, on its line.",
    why=(
        "Hugo closes the front matter at any line that begins with its delimiter, also at `----` "
        "or `---x`, and takes the rest of the line for content. What was front matter to its "
        "author is then text on the page."
    ),
    bad="---\ntitle: Cats\n----\nAll about cats.",
    good="---\ntitle: Cats\n---\nAll about cats.",
    how="End the front matter with the delimiter alone on its line, and begin no other line so.",
)
def text_behind_front_matter(post: Post) -> Iterator[Hit]:
    front, text = post.front, post.text
    start = front.body_start
    if front.kind not in ("toml", "yaml") or front.problem or text[start - 1 : start] == "\n":
        return
    end = text.find("\n", start)
    rest = text[start : len(text) if end < 0 else end]
    if rest.strip():
        end = start + len(rest.rstrip())
        message = f"the front matter ends here, and {rest.strip()[:30]!r} is content"
        yield Hit(start - 3, end, message)
