"""The addresses that a post takes: its own, and those that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from hugo_helpers.check.front_places import items

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

Kind = Literal["path", "url", "alias"]


class Address(NamedTuple):
    """An address, and where it is written; offsets count characters of the file's text."""

    path: str
    """With a slash before it and none behind."""
    kind: Kind
    """Made of the file's name or the slug; written as `url`; one of the `aliases`."""
    start: int
    end: int


def addresses(post: Post) -> Iterator[Address]:
    """All addresses that Hugo writes a post to, as far as front matter and file name tell.

    Drafts have none.
    """
    fields, front = post.fields, post.front
    if fields.get("draft") is True:
        return
    url, slug = fields.get("url"), fields.get("slug")
    if isinstance(url, str) and url.strip("/"):
        yield Address(_plain(url), "url", *front.locate(post.text, "url"))
    else:
        path = post.work
        place = (front.start, front.start)
        if isinstance(slug, str) and slug and not post.page.path.name.startswith("_index."):
            path = f"{path.rpartition('/')[0]}/{slug}"
            place = front.locate(post.text, "slug")
        # Hugo writes paths in lower case, and a hyphen for each space.
        yield Address(_plain("-".join(path.lower().split())), "path", *place)
    aliases = fields.get("aliases")
    texts = aliases if isinstance(aliases, list) and _texts(aliases) else []
    for alias, place in zip(texts, items(front, post.text, "aliases", texts), strict=True):
        if alias.startswith("/") and alias.strip("/"):
            yield Address(_plain(alias), "alias", *place)


def _texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _plain(path: str) -> str:
    return "/" + path.strip().removesuffix("index.html").strip("/")
