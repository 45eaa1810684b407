"""F109: a quoted first line that is not the title."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_FIRST = r"\s{0,200}(>[ \t]{0,9})([^\n]{1,1000})(?:\n|\Z)(?!>)"


@rule(
    "F109",
    what="A post with quotes begins with a quoted line, as digests do, but its title is another.",
    why="One of the two was edited, and the other was forgotten.",
    bad=(
        "+++\ntitle = 'S1 beats R1?'\n+++\n\n> S2 beats R1?\n\n"
        '{{<matomeQuote body="Hello" userName="ann">}}'
    ),
    good=(
        "+++\ntitle = 'S1 beats R1?'\n+++\n\n> S1 beats R1?\n\n"
        '{{<matomeQuote body="Hello" userName="ann">}}'
    ),
    how="Write the same in both places. The fix writes the title into the text.",
)
def title_against_quote(post: Post) -> Iterator[Hit]:
    if post.front.problem or not post.columns.bodies:
        return
    found = re.compile(_FIRST).match(post.text, post.front.body_start)
    title = post.fields.get("title")
    if found is None or not isinstance(title, str) or not title.strip():
        return
    quoted = found[2].rstrip()
    if _plain(quoted) == _plain(title) or "{{" in quoted:
        return
    start = found.start(2)
    end = start + len(quoted)
    yield Hit(start, end, f"the title is another: {title[:60]!r}", _fix(start, end, title))


def _fix(start: int, end: int, title: str) -> Fix | None:
    if "{{" in title:
        return None
    return Fix("unsafe", "write the title here", (Edit(start, end, " ".join(title.split())),))


def _plain(text: str) -> str:
    """Without what Markdown and HTML write differently."""
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return re.sub(r"[\\*_`\s]", "", text)
