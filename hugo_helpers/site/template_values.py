"""What a term of a shortcode template may be, as far as it matters for the parameters read."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

OWN: Final = 0
"""The level of the shortcode's own parameters."""
PARENT: Final = 1
"""The level of those of the shortcodes that it stands in."""
MAX_DEPTH: Final = 8
MAX_ENTRIES: Final = 200


class Atom(NamedTuple):
    """One thing that a term may be."""

    kind: Literal["shortcode", "params", "text", "number", "dict", "slice", "other"]
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


def params(level: int) -> Value:
    """Its `.Params`."""
    return frozenset({Atom("params", level, holds=frozenset({level}))})


def constant(value: str | int | None) -> Value:
    """A string or a whole number; None for any other constant."""
    if value is None:
        return OTHER
    return frozenset({Atom("text" if isinstance(value, str) else "number", value)})


def holds(value: Value) -> frozenset[int]:
    """The levels of parameters that can be read by whoever has this."""
    return frozenset().union(*(atom.holds for atom in value))


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


def _collection(
    kind: Literal["dict", "slice"], entries: tuple[tuple[str, Value], ...]
) -> Value | None:
    depth = 1 + max((atom.depth for _, value in entries for atom in value), default=0)
    if depth > MAX_DEPTH or len(entries) > MAX_ENTRIES:
        return None
    levels = frozenset().union(*(holds(value) for _, value in entries))
    return frozenset({Atom(kind, 0, entries, levels, depth)})
