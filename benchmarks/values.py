"""What parsing makes of a site, to tell what fixes have changed from what they speak of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.position import Positions
from hugo_helpers.site import content
from hugo_helpers.site.content import Page

Place = tuple[int, int]
"""Row and column, from 1."""


class Value(NamedTuple):
    """A value that Hugo reads, and where it is written."""

    what: str
    value: object
    start: Place
    end: Place


def values(path: Path) -> list[Value]:
    """The values of a post: keys of the front matter, calls, and their parameters, in order.

    Raises ValueError for a post that Hugo refuses.
    """
    page = content.read(path, path.name)
    if not isinstance(page, Page) or page.front.problem:
        raise ValueError(f"{path}: unreadable")
    text, front = page.text, page.front
    at = Positions(text).at
    found = [
        Value(key, value, *map(at, front.locate(text, key))) for key, value in front.values.items()
    ]
    document = parse(
        text, front.body_start, lambda name: name.lower() in ("details", "matomebubble")
    )
    if document.faults:
        raise ValueError(f"{path}: {document.faults[0].message}")
    for call in document.walk():
        closed = call.close_start is not None
        found.append(Value(call.name, (call.delimiter, closed), at(call.start), at(call.end)))
        for param in call.params:
            place = at(param.value_start), at(param.value_end)
            found.append(Value(f"{call.name} {param.name}", param.value, *place))
    return found


def unnamed(before: list[Value], after: list[Value], edits: list[tuple[Place, Place]]) -> list[str]:
    """The values that are not what they were, though no edit stands in them."""
    wrong = []
    for one, two in zip_longest(before, after):
        if one is not None and two is not None and one[:2] == two[:2]:
            continue
        if one is None or two is None or one.what != two.what:
            return [*wrong, f"{one} has become {two}"]
        if not any(one.start <= start and end <= one.end for start, end in edits):
            wrong.append(f"{one} has become {two}")
    return wrong


def edits_of(report: str, kinds: tuple[str, ...]) -> dict[str, list[tuple[Place, Place]]]:
    """The edits of all fixes of these kinds, by file; `report`: the JSON of `matome check`."""
    found: dict[str, list[tuple[Place, Place]]] = {}
    for finding in json.loads(report):
        fix = finding["fix"]
        if fix is not None and fix["applicability"] in kinds:
            found.setdefault(finding["filename"], []).extend(_places(fix["edits"]))
    return found


def _places(edits: list[dict[str, Any]]) -> Iterator[tuple[Place, Place]]:
    for edit in edits:
        start, end = edit["location"], edit["end_location"]
        yield (start["row"], start["column"]), (end["row"], end["column"])
