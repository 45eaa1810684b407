"""Where the keys and values of a front matter are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hugo_helpers.site.frontmatter import FrontMatter

_TABLE = r"(?m)^[ \t]*\["
_KEYS = {
    "toml": r"(?m)^[ \t]*([\"']?)([\w-]{1,100})\1[ \t]*=",
    "yaml": r"(?m)^([\"']?)([\w.-]{1,100})\1[ \t]*:",
    "json": r"()\"([^\"\\\n]{1,100})\"[ \t\r\n]*:",
}


class Key(NamedTuple):
    """A key of the top level as it is written."""

    name: str
    start: int
    end: int


def keys(front: FrontMatter, text: str) -> Iterator[Key]:
    """The keys of the top level, in order; of JSON those of lower levels too."""
    pattern = _KEYS.get(front.kind)
    if pattern is None:
        return
    end = front.end
    if front.kind == "toml":
        table = re.compile(_TABLE).search(text, front.start, end)
        end = table.start() if table else end
    for found in re.compile(pattern).finditer(text, front.start, end):
        yield Key(found[2], *found.span(2))


def item(front: FrontMatter, text: str, key: str, value: str, nth: int) -> tuple[int, int]:
    """Start and end of the `nth` time, from 1, that `value` stands in the list of `key`.

    Where it is written in some other way, the place of the whole value.
    """
    start, end = front.locate(text, key)
    at = start - 1
    for _ in range(nth):
        at = text.find(value, at + 1, front.end) if value else -1
        if at < 0:
            return start, end
    return at, at + len(value)
