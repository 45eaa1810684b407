"""Markup in the parameters of a post, read as a browser would read it.

Read so are the names, attributes and ends of tags (WHATWG HTML, "Tokenization"); but what could
start another tag ends one, so that each tag within one that is never closed is seen as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.text_places import Place, given_at, has_raw_values

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

# What nearly every "<" of a post is, a quote's own start and a line break, is passed at once.
_SPOT = r'<(?!br>|(?<=\{\{<)matomeQuote body="|/details *>\}\})[A-Za-z/!ｂＢ]'
_SPOT_IN_RAW = r"<(?!br>)[A-Za-z/!ｂＢ]"
_VALUE = r"(?:\s*+\\?+(?:\"[^\"]*+\"|'[^']*+'))"
_ATTRIBUTES = rf"(?:[^<>\"'=]++|<(?![A-Za-z])|={_VALUE}?+|[\"'])*+"
_TAG = rf"<(/)?([A-Za-z][^\s/<>]*+)((?(1)[^<>]*+|{_ATTRIBUTES}))(>?)"

_NAMES = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big "
    "blink blockquote body br button canvas caption center cite code col colgroup data datalist "
    "dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form "
    "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd "
    "label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript "
    "object ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp "
    "script search section select slot small source span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr "
    "xmp"
)
ELEMENTS = frozenset(_NAMES.split())
"""The elements of HTML, present and past."""
_NEVER_CLOSED = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_NEVER_CLOSED.split())


class Tag(NamedTuple):
    """A tag in a text; offsets count characters of that text."""

    start: int
    end: int
    closing: bool
    name: str
    """In lower case."""
    attributes: str
    """What stands between the name and the end, as written."""
    closed: bool
    """Whether a `>` ends it."""
    close: tuple[int, int] | None = None
    """Start and end of the closing tag that belongs to it."""


@lru_cache(maxsize=1)
def spots(post: Post) -> tuple[tuple[int, Place], ...]:
    """Each `<` before a letter, `/` or `!` in a parameter of ours, but for `<br>`."""
    text = post.text
    pattern = _SPOT_IN_RAW if has_raw_values(post) else _SPOT
    found = [match.start() for match in re.finditer(pattern, text)]
    if not found:
        return ()
    return tuple((at, place) for at in found if (place := given_at(post, at)) is not None)


@lru_cache(maxsize=1)
def tags(post: Post) -> tuple[tuple[Tag, Place], ...]:
    """The tags in parameters of ours, as `read` gives them, but for `<br>`."""
    by_place: dict[Place, list[int]] = {}
    for at, place in spots(post):
        by_place.setdefault(place, []).append(at)
    return tuple(
        (tag, place)
        for place, starts in by_place.items()
        for tag in read(post.text, starts, place.end)
    )


def read(text: str, starts: Iterable[int], end: int) -> list[Tag]:
    """The tags that start at these offsets, up to `end`: opening ones, each with the closing tag
    that belongs to it, and closing ones that belong to none.
    """
    pattern = re.compile(_TAG)
    found: list[Tag] = []
    still_open: dict[str, list[int]] = {}
    for at in starts:
        match = pattern.match(text, at, end)
        if match is None:
            continue
        name = match[2].lower()
        closing = bool(match[1])
        if closing and still_open.get(name):
            index = still_open[name].pop()
            found[index] = found[index]._replace(close=match.span())
            continue
        if not closing and name not in _VOID:
            still_open.setdefault(name, []).append(len(found))
        found.append(Tag(*match.span(), closing, name, match[3], bool(match[4])))
    return found
