"""What a shortcode template has read so far, and the variables that it has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hugo_helpers.site.template import Reads
from hugo_helpers.site.template_values import OTHER, Value, holds, kinds, union


class Effects:
    """What is read, for each level of parameters."""

    def __init__(self) -> None:
        self._named: tuple[set[str], set[str]] = (set(), set())
        self._positional = [0, 0]
        self._open: set[int] = set()

    def found(self, level: int) -> Reads:
        """All that was read of a level."""
        names = frozenset(self._named[level])
        return Reads(names, self._positional[level], level in self._open)

    def read(self, level: int, key: Value) -> None:
        """A parameter is read by this key: by any, where the key is no constant."""
        for atom in key:
            if atom.kind == "text":
                self._named[level].add(str(atom.value))
            elif atom.kind == "number":
                self._positional[level] = max(self._positional[level], int(atom.value) + 1)
            else:
                self._open.add(level)

    def escape(self, *values: Value) -> None:
        """Something reads whatever it likes of what these values hold."""
        for value in values:
            self._open |= holds(value)


class Scopes:
    """The variables of one template, in the blocks that it is in."""

    def __init__(self, dot: Value) -> None:
        self._scopes: list[dict[str, Value]] = [{"$": dot}]

    @contextmanager
    def block(self) -> Iterator[None]:
        """A block: what is declared in it ends with it."""
        self._scopes.append({})
        yield
        self._scopes.pop()

    def get(self, name: str) -> Value:
        """All that a variable may be."""
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        return OTHER

    def set(self, name: str, value: Value, declares: bool) -> None:
        """Declare a variable, or let one be this too."""
        if not declares:
            for scope in reversed(self._scopes):
                if name in scope:
                    scope[name] = union((scope[name], value))
                    return
        self._scopes[-1][name] = value

    def know(self, key: str, names: Value) -> None:
        """For this block, a loop's key is one of these names, and its items are theirs."""
        items = [n for s in self._scopes for n, value in s.items() if "item" in kinds(value)]
        self._scopes[-1].update({**dict.fromkeys(items, OTHER), key: names})
