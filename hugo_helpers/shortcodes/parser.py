"""Text to a `Document`: the shortcode calls of a page, and what Hugo refuses in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from hugo_helpers.shortcodes.calls import Document, Fault
from hugo_helpers.shortcodes.fast import CLOSE, NAME, tag
from hugo_helpers.shortcodes.faults import fault
from hugo_helpers.shortcodes.nesting import Refusal, nest
from hugo_helpers.shortcodes.templates import Templates
from hugo_helpers.shortcodes.tokens import AnyTag
from hugo_helpers.site.versions import NEWEST, Version

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.lexer import Lexer

__all__ = ["parse"]

PLACEHOLDER = "HAHAHUGOSHORTCODE"


def _untold(_name: str) -> None:
    return None


def _any(_name: str) -> bool:
    return True


def parse(
    text: str,
    start: int = 0,
    inner: Callable[[str], bool | None] = _untold,
    known: Callable[[str], bool] = _any,
    hugo: Version = NEWEST,
) -> Document:
    """Parse the shortcodes of `text` from offset `start` on, where the page's body starts.

    `inner(name)` says whether that shortcode's template evaluates .Inner, None where that
    cannot be told: then a name that is closed somewhere in the text is taken to.
    `known(name)` says whether there is such a template; one that is not known is a fault.
    Both get names as written (`tokens.names_ignore_case` says whether case matters). `hugo` is
    the version that is to build the text: they differ in what they take for white space.

    Never raises. The document has faults if and only if Hugo refuses the text.
    """
    return read(text, start, inner, known, hugo, tag())


def read(
    text: str,
    start: int,
    inner: Callable[[str], bool | None],
    known: Callable[[str], bool],
    hugo: Version,
    pattern: re.Pattern[str],
) -> Document:
    """`parse`, with another pattern for the short way: tests hold the two ways together."""
    tags, lexer = _tags(text, start, hugo, pattern)
    templates = Templates(tags, inner, known)
    complaint = lexer.complaint if lexer else None
    placeholders = _placeholders(text, start) if PLACEHOLDER in text else []
    if lexer is None or not lexer.refused:
        try:
            return Document(nest(tags, templates), tuple(placeholders))
        except Refusal as refusal:
            complaint = refusal.fault
    from hugo_helpers.shortcodes.diagnosis import diagnose

    calls, faults = diagnose(tags, templates)
    if lexer is not None:
        faults += lexer.faults
    if not faults and complaint is not None:
        faults = [complaint]
    return Document(calls, tuple(sorted(faults + placeholders, key=lambda one: one.start)))


def _placeholders(text: str, start: int) -> list[Fault]:
    """Hugo looks for its placeholder in the finished page, and takes any for its own."""
    message = "Hugo takes this text for the place of a shortcode, and fails or hangs"
    found = re.compile(PLACEHOLDER).finditer(text, start)
    return [fault("placeholder-text", message, one.start(), one.end()) for one in found]


def _tags(
    text: str, start: int, hugo: Version, pattern: re.Pattern[str]
) -> tuple[list[AnyTag], Lexer | None]:
    """The tags of the text: those that `pattern` does not read whole are left to a lexer.

    Most texts need none; its modules are not even imported then.
    """
    tags: list[AnyTag] = []
    seen: set[str] = set()
    lexer: Lexer | None = None
    search = pattern.search
    while found := search(text, start):
        last = found.lastindex or 1
        whole = last >= NAME and (last != CLOSE or found[CLOSE] in seen)
        if whole and (lexer is None or lexer.inline is None):
            if last != CLOSE:
                seen.add(found[NAME])
            tags.append(found)
            start = found.end()
            continue
        if lexer is None:
            from hugo_helpers.shortcodes.lexer import Lexer

            lexer = Lexer(text, hugo, seen)
        tag, start = lexer.tag(found.start())
        if tag is not None:
            tags.append(tag)
    return tags, lexer
