"""Names that were meant by others: one slip of the finger away."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 4
"""Characters of a name in which a slip can be told from another name."""


def slipped(name: str, known: Iterable[str]) -> str | None:
    """The only one of `known` that is one slip away from `name`, whatever the case.

    A slip is one letter more, less or other, or two that have changed places (the optimal string
    alignment distance of 1). None where there are two such names, or none.
    """
    if len(name) < _LEAST:
        return None
    found = {one for one in known if abs(len(one) - len(name)) <= 1 and is_slip(name, one)}
    return found.pop() if len(found) == 1 else None


def is_slip(name: str, meant: str) -> bool:
    """Whether one slip makes `name` of `meant`."""
    one, two = name.lower(), meant.lower()
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    rest, other = one[start:], two[start:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
    )
