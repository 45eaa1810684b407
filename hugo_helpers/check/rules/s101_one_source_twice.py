"""S101: two posts that digest one thread."""

import re
from collections.abc import Iterable, Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, site_rule

_SOURCE = r"(?m)^(?:引用元|出典|Source)[ \t]*[：:][ \t]*\[[^\]\n]{0,500}\]\(([^()\s]{1,500})\)"


@site_rule(
    "S101",
    "one-source-twice",
    "warning",
    what="Two posts name the same thread as their source.",
    why="Readers meet the same thread twice, and search engines see a copy.",
    bad="Two posts with: 引用元：[https://example.org/1](https://example.org/1)",
    good="One post for one thread.",
    how="Delete one of the posts, or merge them.",
)
def one_source_twice(posts: Iterable[Post]) -> Iterator[tuple[Post, Hit]]:
    first: dict[str, Post] = {}
    for post in posts:
        found = re.compile(_SOURCE).search(post.text, post.front.body_start)
        if found is None:
            continue
        other = first.setdefault(found[1], post)
        if other.work != post.work:
            message = f"{other.page.name} has this source already"
            yield post, Hit(found.start(1), found.end(1), message)
