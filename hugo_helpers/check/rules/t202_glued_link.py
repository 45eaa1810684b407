"""T202: links that other text is glued to, so that they lead elsewhere or nowhere."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_links import JAPANESE, links
from hugo_helpers.check.text_markdown import in_code, runs_at
from hugo_helpers.check.text_places import call_at, shown_at

_GOES_ON = r"(?:[=#_?&~+-]|%[0-9A-Fa-f]{2})$"
_KANJI_OR_KATAKANA = "[\u3005-\u3007\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_WORD = rf"[{JAPANESE}]{{1,40}}"
_LAST = ".,:;!?)'*_~"


@rule(
    "T202",
    what=(
        "Japanese text stands right behind a link that seems to go on in it (`…/wiki/日本`, "
        "`?q=日本`); or, where Markdown makes the links (outside of quotes, and in `{{% … %}}`), "
        "any but ASCII text stands right before a link (`引用元：https://…`)."
    ),
    why=(
        "A link ends at the first Japanese letter, so it may lead to another page than the one "
        "that is meant. Markdown makes no link at all of an address with `：` or `見て` before it. "
        "In a quote `（https://example.org/）を` is read as it is meant, and is no finding."
    ),
    bad='{{<matomeQuote body="https://ja.wikipedia.org/wiki/日本" userName="ann">}}',
    good='{{<matomeQuote body="https://ja.wikipedia.org/wiki/%E6%97%A5%E6%9C%AC" userName="ann">}}',
    how=(
        "If the text belongs to the address, write it with percent escapes, as a browser copies "
        "it; if not, put a space between. `--fix` puts the space before a link."
    ),
)
def glued_link(post: Post) -> Iterator[Hit]:
    text = post.text
    for start, end in links(post):
        behind, before = text[end : end + 1], text[start - 1 : start]
        if behind > "\u3004" and _goes_on(text, start, end) and _counts(post, start):
            word = re.compile(_WORD).match(text, end)
            if word is not None:
                message = "the link before this ends here: is this text a part of its address?"
                yield Hit(*word.span(), message)
        if before > "\x7f" and start > post.front.body_start and _is_markdown(post, start, end):
            stop = start + len(text[start:end].rstrip(_LAST))
            fix = Fix("safe", "put a space before it", (Edit(start, start, " "),))
            yield Hit(start, stop, "the text right before this keeps it from becoming a link", fix)


def _goes_on(text: str, start: int, end: int) -> bool:
    last = text[max(start, end - 3) : end]
    if last.endswith("/"):
        return bool(re.compile(_KANJI_OR_KATAKANA).match(text, end))
    return bool(re.search(_GOES_ON, last))


def _counts(post: Post, start: int) -> bool:
    """Whether a link is made at `start`, by the shortcode or by Markdown."""
    if start < post.front.body_start:
        return False
    return shown_at(post, start) is not None or _is_markdown(post, start, start)


def _is_markdown(post: Post, start: int, end: int) -> bool:
    """Whether Markdown looks for links here: in no code, and not in the text of another link."""
    if post.markup != "markdown":
        return False
    call = call_at(post, start)
    if call is not None:
        return shown_at(post, start) is not None and runs_at(post, call)
    return not in_code(post, start) and "](" not in post.text[start : end + 2]
