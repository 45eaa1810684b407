"""T203: links that were copied as a site displays them, cut at their end."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_links import links
from hugo_helpers.check.text_places import shown_at

_CUT = ("...", "…")


@rule(
    "T203",
    what="A link in a body ends in three dots: it was cut where a site displayed it.",
    why=(
        "Discussion sites shorten long links in what they show. Copied from there, the link leads "
        "nowhere. The page shows such a link as text, so that no reader lands on an error."
    ),
    bad='{{<matomeQuote body="see https://example.org/a/long/pa..." userName="ann">}}',
    good='{{<matomeQuote body="see https://example.org/a/long/path.html" userName="ann">}}',
    how=(
        "Open the thread and copy the link's address instead of its text. Or let "
        "`matome check --fix-links` do it, with the thread's saved page or address."
    ),
)
def cut_link(post: Post) -> Iterator[Hit]:
    for start, end in links(post):
        url = post.text[start:end].rstrip(",;:!?)'")
        if url.endswith(_CUT) and shown_at(post, start):
            message = f"this link is cut off and leads nowhere: {_short(url)}"
            fix, problem = _restored(post, start, url)
            yield Hit(start, start + len(url), f"{message}{problem}", fix)


def _restored(post: Post, start: int, url: str) -> tuple[Fix | None, str]:
    """The fix, where the thread was given; else why there is none."""
    place = shown_at(post, start)
    table = post.context.full_links.of(post) if post.context.full_links else None
    if table is None or place is None:
        return None, ""
    found = table.whole(url, place.call.named.get("userName", ""))
    if not found.url:
        return None, f"; {found.problem}"
    return Fix("safe", "write the whole link", (Edit(start, start + len(url), found.url),)), ""


def _short(url: str) -> str:
    return url if len(url) <= 80 else f"{url[:60]} [{len(url) - 60} more]"
