"""What a term of a shortcode template may be, as far as it matters for the parameters read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

OWN: Final = 0
"""The level of the shortcode's own parameters."""
PARENT: Final = 1
"""The level of those of the shortcodes that it stands in."""
MAX_VALUES: Final = 64
MAX_DEPTH: Final = 8
MAX_ENTRIES: Final = 200

Kind: TypeAlias = Literal[
    "shortcode", "params", "key", "item", "text", "number", "dict", "slice", "other"
]


class TooMuch(Exception):
    """More than an honest template does."""


class Atom(NamedTuple):
    """One thing that a term may be.

    `key` and `item` are the name and the value of any parameter, in a loop over all of them.
    """

    kind: Kind
    value: int | str = 0
    """The level, the text or the number."""
    entries: tuple[tuple[str, Value], ...] = ()
    """Of a dict or slice; a slice has no keys, but empty ones."""
    holds: frozenset[int] = frozenset()
    """The levels that can be read by whoever has this."""
    depth: int = 0


Value: TypeAlias = frozenset[Atom]
"""All that a term may be: never empty."""

OTHER: Final[Value] = frozenset({Atom("other")})


def shortcode(level: int) -> Value:
    """The shortcode itself, its `.`."""
    return frozenset({Atom("shortcode", level, holds=frozenset({level, PARENT}))})


def of_params(kind: Literal["params", "key", "item"], level: int) -> Value:
    """Its `.Params`, or the name or the value of any of them. To have a name reads none."""
    return frozenset(
        {Atom(kind, level, holds=frozenset() if kind == "key" else frozenset({level}))}
    )


def constant(value: str | int | None) -> Value:
    """A string or a whole number; None for any other constant."""
    if value is None:
        return OTHER
    return frozenset({Atom("text" if isinstance(value, str) else "number", value)})


def union(values: Iterable[Value]) -> Value:
    """All that any of the values may be; what nothing may be is something else."""
    value: Value = frozenset().union(*values)
    if len(value) > MAX_VALUES:
        raise TooMuch
    return value or OTHER


def holds(value: Value) -> frozenset[int]:
    """The levels of parameters that can be read by whoever has this."""
    return frozenset().union(*(atom.holds for atom in value))


def kinds(value: Value) -> frozenset[Kind]:
    """The kinds of all that this may be."""
    return frozenset(atom.kind for atom in value)


def slice_of(elements: list[Value]) -> Value | None:
    """A slice; None for one that is too large to follow."""
    return _collection("slice", tuple(("", one) for one in dict.fromkeys(elements)))


def dictionary(arguments: list[Value]) -> Value | None:
    """What `dict` makes of keys and values; None where the keys are no constants."""
    entries: list[tuple[str, Value]] = []
    for key, value in zip(arguments[::2], arguments[1::2], strict=False):
        atom = next(iter(key))
        if len(key) > 1 or atom.kind != "text":
            return None
        entries.append((str(atom.value), value))
    return _collection("dict", tuple(entries))


def is_empty(value: Value) -> bool:
    """Whether this can only be a dict or a slice without elements."""
    return all(atom.kind in {"dict", "slice"} and not atom.entries for atom in value)


def elements(value: Value) -> tuple[Value, Value]:
    """The keys and the elements of what is ranged over."""
    keys: list[Value] = []
    found: list[Value] = []
    for atom in value:
        if atom.kind in {"dict", "slice"}:
            keys += [constant(key) if key else OTHER for key, _ in atom.entries]
            found += [one for _, one in atom.entries]
        elif atom.kind == "params":
            keys.append(of_params("key", int(atom.value)))
            found.append(of_params("item", int(atom.value)))
        else:
            keys.append(OTHER)
            found.append(OTHER)
    return union(keys), union(found)


def _collection(
    kind: Literal["dict", "slice"], entries: tuple[tuple[str, Value], ...]
) -> Value | None:
    depth = 1 + max((atom.depth for _, value in entries for atom in value), default=0)
    if depth > MAX_DEPTH or len(entries) > MAX_ENTRIES:
        return None
    levels = frozenset().union(*(holds(value) for _, value in entries))
    return frozenset({Atom(kind, 0, entries, levels, depth)})
