"""T102: HTML that the page shows as text."""

import re
from collections.abc import Iterator

from hugo_helpers.check import text_code, text_plain
from hugo_helpers.check.finding import Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_active import active
from hugo_helpers.check.text_places import Place
from hugo_helpers.check.text_tags import ELEMENTS, Tag, spots, tags

_CURLY = r"=\s{0,9}\\?[“”„‟＂‘’]"
_MENTION = r"\s{0,9}(?:タグ|要素|属性|tags?\b|elements?\b)"
_ALONE = frozenset(("p", "hr", "wbr", "br"))
"""Written without a closing tag, and hardly ever as the name of something."""
_LEFT_OVER = "a b i em strong p u s font span blockquote pre code center br"
_STRAY = frozenset(_LEFT_OVER.split())
"""A closing tag of these without its opening one is left over from markup."""


@rule(
    "T102",
    what=(
        "A body or summary holds HTML other than `<br>`: a pair of tags, a tag with attributes, a "
        "paragraph, a comment. Text in angle brackets (`<T>`, `<string>`, `<stdio.h>`, `a < b`), "
        "code between backticks and tags that are only named (`<div>タグ`) are no findings."
    ),
    why=(
        "The page shows all but `<br>` as text, so readers see the tags. Under a template that "
        "trusts the text, the markup would change the page."
    ),
    bad='{{<matomeQuote body="I <i>really</i> mean it" userName="ann">}}',
    good='{{<matomeQuote body="I really mean it" userName="ann">}}',
    how=(
        "Write what the markup meant as text: `<br>` for a paragraph, `**bold**`, code between "
        "backticks, the address of a link. `--unsafe-fixes` does that for common tags. Put "
        "markup that is spoken about between backticks."
    ),
)
def markup_as_text(post: Post) -> Iterator[Hit]:
    acting = {one.start for one in active(post)}
    codes: dict[int, tuple[tuple[int, int], ...]] = {}
    for tag, place in tags(post):
        if tag.start in acting or not _is_markup(post.text, tag):
            continue
        if place.start not in codes:
            codes[place.start] = text_code.spans(post.text[place.start : place.end])
        if not text_code.within(codes[place.start], tag.start - place.start):
            yield _hit(post.text, tag, place)
    yield from _comments(post)


def _comments(post: Post) -> Iterator[Hit]:
    behind = 0
    for at, place in spots(post):
        if at >= behind and post.text.startswith("<!--", at):
            close = post.text.find("-->", at, place.end)
            behind = place.end if close < 0 else close + 3
            yield Hit(at, behind, "an HTML comment is shown as text")


def _is_markup(text: str, tag: Tag) -> bool:
    if tag.name not in ELEMENTS or not tag.closed or re.search(_CURLY, tag.attributes):
        return False
    if tag.closing:
        return tag.name in _STRAY
    if tag.name == "br" and tag.attributes.strip() in ("", "/"):
        return False
    end = tag.end if tag.close is None else tag.close[1]
    if re.compile(_MENTION).match(text, end):
        return False
    return "=" in tag.attributes or tag.close is not None or tag.name in _ALONE


def _hit(text: str, tag: Tag, place: Place) -> Hit:
    sign = f"<{'/' if tag.closing else ''}{tag.name}>"
    pair = f"{sign} and its </{tag.name}>" if tag.close is not None else sign
    shown = "are shown as text" if tag.close is not None else "is shown as text"
    mended = text_plain.edits(text, tag) if place.is_body else ()
    breaks = tag.name == "br"
    fix = Fix("safe" if breaks else "unsafe", "write it as text", mended) if mended else None
    return Hit(tag.start, tag.end, f"{pair} {shown}", fix)
