"""The link to the thread that a post digests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

_LABELS = (
    "引用元|出典|ソース|元スレ|元スレッド|元記事|引用|参照元|参考|转载自|来源|출처"
    "|Source|Sources|Via|From|Thread|Original|Discussion"
)
_LINK = r"\[([^\[\]\n]{0,500})\]\(([^()\s]{1,1500})\)"
_LABELLED = rf"(?im)^[ \t>*-]{{0,9}}(?:{_LABELS})[ \t　]{{0,9}}[：:][ \t　]{{0,9}}"
_BARE = r"<?(https?://[^\s<>()]{1,1500})"
_TRACKING = (
    r"(?:utm_\w{1,40}|(?:fb|g|d|y|tw|tt)clid|msclkid|igsh(?:id)?|mc_[ce]id|ref_src|ref_url"
    r"|share_id)"
)
_FARTHEST = 4_000
"""So many characters before the first quote, and behind the last one, are looked at."""


class Source(NamedTuple):
    """A link; offsets count characters of the file's text."""

    text: tuple[int, int] | None
    """Where the text of the link is written; None for a bare address."""
    url: tuple[int, int]


def source(post: Post) -> Source | None:
    """The link behind a word like `引用元：` or `Source:`, before the quotes or behind them."""
    for start, end in _around(post):
        found = re.compile(rf"{_LABELLED}(?:{_LINK}|{_BARE})").search(post.text, start, end)
        if found is not None:
            if found[3] is not None:
                return Source(None, found.span(3))
            return Source(found.span(1), found.span(2))
    return None


def thread_of(url: str) -> str:
    """What addresses of one thread share.

    They may differ in http and https, in `www.`, in a slash at the end, in what follows readers
    about (`utm_source`), and in the comment that they lead to (`#c2`); `#!/t/1` is an address.
    """
    rest, _, fragment = url.strip().replace("&amp;", "&").partition("#")
    found = re.match(r"(?i)https?://(?:www\.)?([^/?]{1,300})(.*)", rest)
    host, rest = (found[1].lower(), found[2]) if found else ("", rest)
    path, _, query = rest.partition("?")
    kept = [one for one in query.split("&") if one and not re.match(f"(?i){_TRACKING}(?:=|$)", one)]
    host = re.sub(r":(?:80|443)$", "", host)
    shown = f"{host}{path.rstrip('/')}" + (f"?{'&'.join(kept)}" if kept else "")
    return shown + (f"#{fragment}" if "/" in fragment else "")


def has_link(post: Post) -> bool:
    """Whether any web address stands before the quotes or behind them."""
    return any(
        re.compile(r"https?://\w").search(post.text, start, end) for start, end in _around(post)
    )


def _around(post: Post) -> tuple[tuple[int, int], tuple[int, int]]:
    start, end = post.front.body_start, len(post.text)
    calls, quotes = post.columns.calls, len(post.columns.bodies)
    first, last = (calls[0].start, calls[quotes - 1].end) if quotes else (end, end)
    return (start, min(first, start + _FARTHEST)), (max(last, end - _FARTHEST), end)
