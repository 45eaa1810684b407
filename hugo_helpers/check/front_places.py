"""Where the keys and values of a front matter are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hugo_helpers.site.frontmatter import FrontMatter

_TABLE = r"(?m)^[ \t]*\["
_KEYS = {
    "toml": r"(?m)^[ \t]*([\"']?)([\w-]{1,100})\1[ \t]*=",
    "yaml": r"(?m)^([\"']?)([\w.-]{1,100})\1[ \t]*:",
    "json": r"()\"([^\"\\\n]{1,100})\"[ \t\r\n]*:",
}
_MOST_LOST = 100


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


def items(
    front: FrontMatter, text: str, key: str, values: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """Start and end of each of the texts that the list of `key` holds, given in its order.

    Of one that is written in some other way, as with escapes, the place of the whole list.
    """
    start, end = front.locate(text, key)
    at, lost = start, 0
    for value in values:
        # Each search that fails may read all of the front matter.
        found = text.find(value, at, front.end) if value and lost < _MOST_LOST else -1
        if found < 0:
            lost += 1
            yield start, end
        else:
            at = found + len(value)
            yield found, at
