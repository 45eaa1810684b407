"""H130: a file among the content that Hugo does not take as content."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from hugo_helpers.check.finding import Location
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule
from hugo_helpers.check.site_settings import mentions
from hugo_helpers.site.versions import Version

_SINCE: dict[str, Version] = {
    ".html": (0, 162, 0),
    ".htm": (0, 162, 0),
    ".org": (0, 166, 0),
}
MOST = 1_000
"""Files that are told."""


def nothing(_post: Post) -> Iterator[Fact]:
    yield from ()


@site_rule(
    "H130",
    "refused-file-type",
    "error",
    what="A file of HTML or Org stands among the content, whatever is in it.",
    why=(
        "Since 0.162 Hugo stops at HTML, since 0.166 at Org: `not whitelisted in policy "
        "security.allowContent`. Older versions take such files for pages."
    ),
    bad="content/posts/old.html",
    good="static/posts/old.html",
    how=(
        "Move the file to static/, or write it as Markdown. If every such file is your own, allow "
        "them: `[security] allowContent = ['.*']`."
    ),
    collect=nothing,
)
def refused_file_type(_facts: Sequence[SiteFact], context: Context) -> Iterator[SiteHit]:
    endings = tuple(ending for ending, since in _SINCE.items() if context.hugo >= since)
    found = sorted(_files(context.site.content, endings)) if endings else []
    if not found or any(mentions(context.site, key) for key in ("allowContent", "ignoreFiles")):
        return
    start = Location(1, 1)
    for path in found[:MOST]:
        message = f"Hugo stops at a file of this type: move it to static/, or allow {path.suffix}"
        yield SiteHit(SiteFact(context.site.name(path), None, start, start), message)


def _files(folders: Sequence[Path], endings: tuple[str, ...]) -> Iterator[Path]:
    """What Hugo reads of these folders: not what begins with a dot or `#`."""
    for folder in folders:
        for parent, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            for name in names:
                if name.lower().endswith(endings) and name[0] not in ".#":
                    yield Path(parent, name)
