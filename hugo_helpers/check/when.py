"""When a rule is asked about a post: what must be there for it to have anything to say.

Each is told by one quick look, which all rules that wait for the same thing share. Most posts hold
little of it, and what is never asked is not even loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from hugo_helpers.check.front_dates import moment_of
from hugo_helpers.check.text_rare import rare
from hugo_helpers.check.text_tags import spots

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

When = Callable[["Post"], bool]


def always(_post: Post) -> bool:
    return True


def never(_post: Post) -> bool:
    """For what the runner tells itself."""
    return False


def odd(post: Post) -> bool:
    """A post of the usual shape (see `shortcodes.plain`) holds nothing of the kind."""
    return post.plain is None


@cache
def holding(*marks: str) -> When:
    """One of these stands anywhere in the text."""
    return lambda post: any(mark in post.text for mark in marks)


@cache
def outside(*marks: str) -> When:
    """One of these stands around the shortcodes, each of which is a NUL there."""
    return lambda post: any(mark in post.outside for mark in marks)


@cache
def given(*fields: str) -> When:
    """One of these fields, in lower case, stands in the front matter."""
    return lambda post: not post.fields.keys().isdisjoint(fields)


@cache
def with_rare(signs: str) -> When:
    """One of the rare `signs`, the inside of a set (see `text_rare`), stands in the text."""
    return lambda post: bool(found := rare(post)) and re.search(f"[{signs}]", found) is not None


def broken_front(post: Post) -> bool:
    return post.front.problem is not None


def odd_front(post: Post) -> bool:
    """Any but the usual front matter: TOML with a title, a date and tags, perhaps with an image,
    `draft` and other taxonomies, each of its right type and said once.
    """
    front, fields = post.front, post.fields
    title, draft = fields.get("title"), fields.get("draft", False)
    if not (
        front.kind == "toml"
        and front.problem is None
        and len(front.values) == len(fields)
        and isinstance(title, str)
        and title.strip()
        and isinstance(draft, bool)
        and isinstance(fields.get("featureimage", ""), str)
        and fields.get("tags")
        and post.date is not None
        and moment_of(fields.get("date")) is not None
    ):
        return True
    plurals = {plural.lower() for plural in post.context.site.taxonomies.values()}
    others = fields.keys() - _USUAL
    return not others <= plurals or any(
        map(_odd_terms, map(fields.get, plurals.intersection(fields)))
    )


_USUAL = frozenset(("title", "date", "draft", "featureimage"))


def _odd_terms(terms: object) -> bool:
    """Whether terms of a taxonomy are not one text, or a list of different texts."""
    if isinstance(terms, str):
        return re.search("[,、，]", terms) is not None
    if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
        return True
    if len(terms) == 1:
        return _odd_terms(terms[0])
    return len({term.lower() for term in terms}) < len(terms)


def unended_front(post: Post) -> bool:
    """Something stands in the line of the front matter's end."""
    start = post.front.body_start
    return post.text[start - 1 : start] != "\n"


def tagged(post: Post) -> bool:
    """What could be a tag stands in a parameter of ours."""
    return "＜" in post.text or bool(spots(post))


def two_colors(post: Post) -> bool:
    return bool(post.colors)


def untimed(post: Post) -> bool:
    """A `createdAt` says no moment."""
    return None in post.times.moments


def two_styles(post: Post) -> bool:
    """Times are written in more than one style."""
    return len(post.times.styles) > 1


def repeated(post: Post) -> bool:
    """Two quotes have the same body."""
    bodies = post.columns.bodies
    return len(set(bodies)) < len(bodies)


def long(post: Post) -> bool:
    return len(post.columns.calls) > post.context.most_unfolded


def folding(post: Post) -> bool:
    return bool(post.plain.folds if post.plain is not None else post.thread.folds)


def hiding(post: Post) -> bool:
    """Markdown may take a place of a shortcode for code or a comment."""
    if post.markup != "markdown" or not post.names:
        return False
    around = post.outside
    marks = ("`", "~~~", "<!--", "    \0", "\t\0")
    return any(mark in around for mark in marks) or "highlight" in post.names
