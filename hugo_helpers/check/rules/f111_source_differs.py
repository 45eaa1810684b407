"""F111: a source link that shows another address than it leads to."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.front_source import source
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F111",
    what="The link to the source shows one address and leads to another.",
    why="One of the two was edited, and the other was forgotten. Readers are misled.",
    bad="Source: [https://example.org/1](https://example.org/2)\n\n"
    '{{<matomeQuote body="Hello" userName="ann">}}',
    good="Source: [https://example.org/1](https://example.org/1)\n\n"
    '{{<matomeQuote body="Hello" userName="ann">}}',
    how="Write the same address in both places. The fix takes the one that the link leads to.",
)
def source_differs(post: Post) -> Iterator[Hit]:
    found = source(post) if post.columns.bodies else None
    if found is None or found.text is None:
        return
    shown, url = post.text[slice(*found.text)], post.text[slice(*found.url)]
    if not re.match(r"https?://", shown) or _same(shown, url):
        return
    message = f"this link shows another address than the one that it leads to: {url[:80]}"
    fix = Fix("unsafe", "show the address that it leads to", (Edit(*found.text, url),))
    yield Hit(*found.text, message, None if re.search(r"[\[\]{}]", url) else fix)


def _same(shown: str, url: str) -> bool:
    if shown == url:
        return True
    one, other = _plain(shown), _plain(url)
    for cut in ("...", "…"):
        if one.endswith(cut):
            return other.startswith(one.removesuffix(cut))
    return one == other


def _plain(address: str) -> str:
    from html import unescape
    from urllib.parse import unquote

    return unquote(unescape(address)).strip().rstrip("/").replace("\\", "")
