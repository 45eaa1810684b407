"""What stands in code or in an HTML comment, as Markdown reads the page around the shortcodes.

Hugo puts a sign in the place of each shortcode before Markdown runs; so does this module, and
then looks where the signs come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from hugo_helpers.site.versions import CONTEXT_MARKS, INDENTED_MARKS

if TYPE_CHECKING:
    from markdown_it.token import Token

    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call

Kind = Literal["block", "indented", "inline", "comment", "highlight"]
CODE: Final = frozenset(("block", "indented", "inline", "highlight"))
BARE: Final = "{{__hugo_ctx}}"
_SIGN: Final = "mtmcall"
_DEEPEST: Final = 100


class _Piece(NamedTuple):
    """A part of the text for which a sign stands."""

    start: int
    end: int
    call: Call | None


@lru_cache(maxsize=1)
def hidden_calls(post: Post) -> tuple[tuple[Call, Kind], ...]:
    """The calls in code and in comments, in the order of the text; of nested ones the outermost."""
    starts = places(post)
    return tuple((call, starts[call.start]) for call in post.calls if call.start in starts)


def places(post: Post, spans: tuple[tuple[int, int], ...] = ()) -> dict[int, Kind]:
    """The kind of place by where a call, or one of the further `spans` of the text, starts.

    Only what stands in code or in a comment is listed, and nothing of a post that is no Markdown.
    """
    found: dict[int, Kind] = {}
    if post.markup != "markdown":
        return found
    top = _Piece(post.front.body_start, len(post.text), None)
    waiting = [(top, post.document.calls, 0)]
    while waiting:
        around, calls, depth = waiting.pop()
        start, end = _inside(around)
        pieces = [_Piece(call.start, call.close_end or call.end, call) for call in calls]
        pieces += [_Piece(*span, None) for span in spans if _directly(span, start, end, pieces)]
        pieces.sort()
        if around.call is not None and around.call.name.lower() == "highlight":
            found.update((piece.start, "highlight") for piece in pieces)
            continue
        found.update(_marked(post.text, start, end, pieces))
        for piece in pieces:
            call = piece.call
            shown = piece.start not in found and depth < _DEEPEST
            if call is not None and call.close_start is not None and shown:
                waiting.append((piece, call.children, depth + 1))
    return found


def _inside(piece: _Piece) -> tuple[int, int]:
    call = piece.call
    return (piece.start, piece.end) if call is None else (call.end, call.close_start or call.end)


def _directly(span: tuple[int, int], start: int, end: int, pieces: list[_Piece]) -> bool:
    within = start <= span[0] and span[1] <= end
    return within and not any(p.start <= span[0] < p.end for p in pieces if p.call is not None)


def _marked(text: str, start: int, end: int, pieces: list[_Piece]) -> Iterator[tuple[int, Kind]]:
    """The pieces between `start` and `end` that come out in code or in comments."""
    if not pieces:
        return
    tokens, sign = _parsed(text, start, end, pieces)
    for kind, written in _special(tokens):
        for match in re.finditer(rf"{sign}(\d+)q", written):
            yield pieces[int(match[1])].start, kind


def prose(post: Post, spans: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """The starts of those `spans`, outside all calls, that come out as text of the page."""
    text, start, calls = post.text, post.front.body_start, post.document.calls
    pieces = [_Piece(call.start, call.close_end or call.end, call) for call in calls]
    pieces += [_Piece(*span, None) for span in spans if _directly(span, start, len(text), pieces)]
    pieces.sort()
    tokens, sign = _parsed(text, start, len(text), pieces)
    numbers = (found[1] for one in _texts(tokens) for found in re.finditer(rf"{sign}(\d+)q", one))
    shown = (pieces[int(number)] for number in numbers)
    return frozenset(one.start for one in shown if one.call is None)


def bare_marks(post: Post) -> list[tuple[int, int]]:
    """Where `{{__hugo_ctx}}` stands in the text of a page, at which Hugo stops."""
    if post.context.hugo < CONTEXT_MARKS or BARE not in post.outside or post.markup != "markdown":
        return []
    pattern = re.compile(rf"(?<!\\){re.escape(BARE)}")
    spans = [m.span() for start, end in post.gaps for m in pattern.finditer(post.text, start, end)]
    shown = prose(post, tuple(spans))
    if post.context.hugo >= INDENTED_MARKS:
        kinds = places(post, tuple(spans))
        shown |= {at for at, kind in kinds.items() if kind == "indented" and _begins(post.text, at)}
    return [span for span in spans if span[0] in shown]


def _begins(text: str, at: int) -> bool:
    """Whether nothing but white space stands before `at` in its line."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t")


def _texts(tokens: Iterable[Token]) -> Iterator[str]:
    """The texts of a parsed page, but for addresses that are their own text."""
    address = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            address = token.type == "link_open" and token.markup == "autolink"
        elif token.type == "text" and not address:
            yield token.content
        elif token.children:
            yield from _texts(token.children)


def _parsed(text: str, start: int, end: int, pieces: Sequence[_Piece]) -> tuple[list[Token], str]:
    """The page with a sign and a number in the place of each piece; and the sign."""
    from markdown_it import MarkdownIt

    sign = _SIGN
    while sign in text:
        sign += "x"
    parts: list[str] = []
    at = start
    for number, piece in enumerate(pieces):
        parts += (text[at : piece.start], f"{sign}{number}q")
        at = piece.end
    parts.append(text[at:end])
    return MarkdownIt("commonmark").parse("".join(parts)), sign


def _special(tokens: Iterable[Token]) -> Iterator[tuple[Kind, str]]:
    """The texts of code and comments in a parsed page."""
    for token in tokens:
        if token.type == "fence":
            yield "block", token.content
        elif token.type == "code_block":
            yield "indented", token.content
        elif token.type == "code_inline":
            yield "inline", token.content
        elif token.type in ("html_block", "html_inline"):
            yield from (("comment", comment) for comment in _comments(token.content))
        elif token.children:
            yield from _special(token.children)


def _comments(html: str) -> Iterator[str]:
    start = html.find("<!--")
    while start >= 0:
        end = html.find("-->", start + 4)
        if end < 0:
            return
        yield html[start:end]
        start = html.find("<!--", end)
