"""One way to write each shortcode call: spaces, quotes, order of parameters. No value changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hugo_helpers.shortcodes.calls import Call, Document, Param
from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.tokens import CLOSES
from hugo_helpers.site.versions import NEWEST, Version

ORDER = {
    "matomequote": (
        *("body", "userName", "createdAt", "color"),
        *("id", "replyTo", "url", "avatar", "side"),
    ),
    "matomebubble": ("userName", "createdAt", "color", "id", "replyTo", "url", "avatar", "side"),
    "details": ("summary", "open", "class", "name", "title"),
}
"""The order of parameters, of the shortcodes that have one; others follow as they are written."""
_TYPED = re.compile(r"[-+.\d]|(?:true|false)\Z")
"""Without quotes these may be numbers or truth values to a template: quotes would make them text.
"""


class Rewrite(NamedTuple):
    """A tag that is written another way: characters from `start` up to `end`."""

    start: int
    end: int
    content: str


def rewrites(text: str, document: Document, hugo: Version = NEWEST) -> Iterator[Rewrite]:
    """The tags of a text that are not in the canonical form, in the order of the text.

    Tags that Hugo refuses are left alone, and inline shortcodes, whose names end with a space.
    """
    found = []
    faults = [(fault.start, fault.end) for fault in document.faults]
    for call in document.walk():
        if call.inline or _has_fault(faults, call.start, call.end):
            continue
        opening = text[call.start : call.end]
        written = canonical(call)
        if written != opening and _is_same(opening, written, call, hugo):
            found.append(Rewrite(call.start, call.end, written))
        if call.close_start is not None and call.close_end is not None:
            if _has_fault(faults, call.close_start, call.close_end):
                continue
            closing = text[call.close_start : call.close_end]
            delimiter = call.close_delimiter or call.delimiter
            written = f"{{{{{delimiter} /{call.name} {CLOSES[delimiter]}"
            if written != closing and re.sub(r"\s", "", written) == re.sub(r"\s", "", closing):
                found.append(Rewrite(call.close_start, call.close_end, written))
    yield from sorted(found)


def meaning(document: Document) -> list[object]:
    """What Hugo makes of a text's shortcodes, however they are written: the same for two texts
    that differ in form alone.
    """
    calls = [_meaning(call) for call in document.walk()]
    return [*calls, *sorted(fault.kind for fault in document.faults)]


def _meaning(call: Call) -> tuple[object, ...]:
    typed = [(p.name, p.value, not p.quoting and bool(_TYPED.match(p.value))) for p in call.params]
    in_order = sorted(typed, key=lambda one: one[0] or "")  # stable: positional ones keep theirs
    closed = call.close_start is not None, call.close_delimiter
    return call.name, call.delimiter, call.self_closing, in_order, closed, len(call.children)


def canonical(call: Call) -> str:
    """The opening tag of a call in its canonical form."""
    order = {name: index for index, name in enumerate(ORDER.get(call.name.lower(), ()))}
    params = sorted(call.params, key=lambda param: order.get(param.name or "", len(order)))
    pieces = [call.name, *map(_param, params)]
    if call.self_closing:
        pieces.append("/")
    return f"{{{{{call.delimiter} {' '.join(pieces)} {CLOSES[call.delimiter]}"


def _param(param: Param) -> str:
    value = _quoted(param)
    return value if param.name is None else f"{param.name}={value}"


def _quoted(param: Param) -> str:
    value = param.value
    if not param.quoting and _TYPED.match(value):
        return value
    plain = "\n" not in value and "\\`" not in value and not value.endswith("\\")
    if plain and '"' not in value:
        return f'"{value}"'
    if plain and "\\" not in value:
        escaped = value.replace('"', '\\"')
        return f'"{escaped}"'
    if "`" not in value:
        return f"`{value}`"
    return '"' + value.replace('"', '\\"') + '"'


def _is_same(opening: str, written: str, call: Call, hugo: Version) -> bool:
    """Whether Hugo reads the two tags alike."""
    one, two = (_read(tag, call, hugo) for tag in (opening, written))
    return one is not None and one == two


def _read(tag: str, call: Call, hugo: Version) -> tuple[object, ...] | None:
    # Alone, the tag of a shortcode that is closed further down is read as one that need not be.
    document = parse(tag, 0, lambda _name: call.self_closing, hugo=hugo)
    if document.faults or len(document.calls) != 1:
        return None
    read = document.calls[0]
    if (read.start, read.end) != (0, len(tag)):
        return None
    return _meaning(read)


def _has_fault(faults: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(one < end and start < two for one, two in faults)
