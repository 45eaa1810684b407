"""Markup that could act in a reader's browser: scripts, event handlers, dangerous addresses.

What counts follows the WHATWG HTML standard (elements that run or load, event handler content
attributes, `javascript:` URLs) and what browsers ignore inside an address: control characters,
tabs and line breaks (WHATWG URL, "basic URL parser").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check import text_tags
from hugo_helpers.check.finding import Edit
from hugo_helpers.check.text_places import Place, given_at, holding
from hugo_helpers.check.text_tags import Tag

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.text_entities import Decoded

_ALWAYS = frozenset(("script", "style", "iframe"))
_WITH_ATTRIBUTES = frozenset(
    (
        "object",
        "embed",
        "applet",
        "base",
        "link",
        "meta",
        "form",
        "frame",
        "frameset",
        "fencedframe",
    )
)
_HANDLER = r"[\s/\"']([oO][nN][A-Za-z]{3,30})\s*+="
_SCHEMES = ("javascript:", "vbscript:", "livescript:")
_DATA = ("text/html", "text/xml", "image/svg", "application/xhtml", "application/xml")
_DANGEROUS = (*_SCHEMES, *(f"data:{kind}" for kind in _DATA))
_IGNORED = r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]++"
_OPENING = r"[\s\"'\\<“”„‘’＂]*+"
_ENDS = tuple(one[-1] for one in _DANGEROUS)
_UNLIKELY = r"[A-Za-z0-9/#?.](?<![jJvVlLdD])"
_LINK = r"\](?:\(|:)(?!https?://|\{\{)"
_ADDRESS = r"(?:[^()\s\"]|\([^()\s\"]{0,300}\)){0,300}+"
_ENCODED = r"&(?:lt|LT|#0*+60|#[xX]0*+3[cC])|<&"


class Active(NamedTuple):
    """A piece of active markup in a file's text."""

    start: int
    end: int
    what: str
    edits: tuple[Edit, ...]
    """What makes visible text of it."""


@lru_cache(maxsize=1)
def active(post: Post) -> tuple[Active, ...]:
    """All active markup in the parameters of matomeQuote, matomeBubble and details, in order."""
    found: dict[int, Active] = {}
    if text_tags.spots(post):
        for tag, _ in text_tags.tags(post):
            if what := why(tag):
                found[tag.start] = Active(tag.start, tag.end, what, _widen(tag))
    for one in _links(post):
        found.setdefault(one.start, one)
    if "&" in post.text and re.search(_ENCODED, post.text):
        for place in holding(post, "&"):
            for one in _encoded(post.text, place):
                found.setdefault(one.start, one)
    return tuple(sorted(found.values())) if found else ()


def why(tag: Tag) -> str:
    """What makes a tag act; the empty string for one that does not."""
    if tag.closing:
        return ""
    if tag.name in _ALWAYS or (tag.name in _WITH_ATTRIBUTES and "=" in tag.attributes):
        return f"<{tag.name}>"
    handler = re.search(_HANDLER, tag.attributes)
    if handler is not None:
        return f"the event handler {handler[1].lower()}"
    for match in re.finditer("=", tag.attributes):
        if name := scheme(tag.attributes, match.end()):
            return f"an address with {name}"
    # What Markdown would make a link of: <javascript:...>.
    name = "" if tag.name.isalnum() else scheme(tag.name)
    return f"an address with {name}" if name else ""


def scheme(text: str, at: int = 0) -> str:
    """The dangerous scheme that the address at this offset starts with, whether in quotes, with
    entities in it, in other letter case, or with characters that browsers pass over; the empty
    string where none.
    """
    start = re.compile(_OPENING).match(text, at)
    at = at if start is None else start.end()
    # Nearly all addresses end here.
    if re.compile(_UNLIKELY).match(text, at):
        return ""
    from hugo_helpers.check.text_entities import ENTITY, undo

    plain = ""
    for unit in re.compile(rf"{_IGNORED}|{ENTITY}|(?s:.)").finditer(text, at):
        sign = undo(unit[0]) if unit[0][0] == "&" else unit[0]
        plain += re.sub(_IGNORED, "", sign).lower()
        if plain.endswith(_ENDS) and plain.startswith(_DANGEROUS):
            return plain.partition(":")[0] + ":"
        if not any(one.startswith(plain) for one in _DANGEROUS):
            break
    return ""


def _widen(tag: Tag) -> tuple[Edit, ...]:
    """Full-width signs for the tag's own and those of its closing tag."""
    spans = [(tag.start, tag.end, tag.closed)]
    if tag.close is not None:
        spans.append((*tag.close, True))
    return tuple(
        edit
        for start, end, closed in spans
        for edit in (
            Edit(start, start + 1, "＜"),
            *((Edit(end - 1, end, "＞"),) if closed else ()),
        )
    )


def _links(post: Post) -> Iterator[Active]:
    """Links and link definitions of Markdown."""
    text = post.text
    for match in re.finditer(_LINK, text):
        at = match.end()
        name = scheme(text, at)
        place = given_at(post, at) if name else None
        if place is None:
            continue
        rest = re.compile(_ADDRESS).match(text, at, place.end)
        end = at if rest is None else rest.end()
        edits = [Edit(at - 1, at, "（" if text[at - 1] == "(" else "：")]
        if text[end : end + 1] == ")":
            edits.append(Edit(end, end + 1, "）"))
            end += 1
        yield Active(at, end, f"a link with {name}", tuple(edits))


def _encoded(text: str, place: Place) -> Iterator[Active]:
    """Tags that are active once their entities are undone."""
    from hugo_helpers.check.text_entities import decode

    decoded = decode(text, place.start, place.end)
    starts = [match.start() for match in re.finditer(r"<(?!br>)[A-Za-z/!]", decoded.text)]
    for tag in text_tags.read(decoded.text, starts, len(decoded.text)):
        if what := why(tag):
            start = decoded.start(tag.start)
            end = decoded.span(tag.end - 1)[1]
            yield Active(start, end, f"{what}, written with entities", _widened(tag, decoded))


def _widened(tag: Tag, decoded: Decoded) -> tuple[Edit, ...]:
    return tuple(
        Edit(decoded.span(edit.start)[0], decoded.span(edit.start)[1], edit.content)
        for edit in _widen(tag)
    )
