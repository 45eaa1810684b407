"""What the terms of a shortcode template may be, and what they read on the way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Final, Protocol

from hugo_helpers.site.template_effects import Effects, Scopes
from hugo_helpers.site.template_nodes import (
    Chain,
    Constant,
    Dot,
    Field,
    Node,
    Pipe,
    Term,
    Tree,
    Variable,
    Word,
)
from hugo_helpers.site.template_values import (
    OTHER,
    PARENT,
    TooMuch,
    Value,
    constant,
    dictionary,
    holds,
    of_params,
    shortcode,
    slice_of,
    union,
)

MAX_STEPS: Final = 20_000


class Others(Protocol):
    """The other templates of the site."""

    def partial(self, name: str) -> Tree | None:
        """The partial that a template calls by this name; None where there is none."""

    def defining(self, name: str) -> Sequence[Tree]:
        """The trees that define what a template uses, but does not hold."""


class Evaluation(ABC):
    """A run through templates, at one of them."""

    def __init__(self, others: Others) -> None:
        self.effects = Effects()
        self.others = others
        self.tree = Tree((), {})
        self.scopes = Scopes(OTHER)
        self._steps = 0

    @abstractmethod
    def body(self, tree: Tree, nodes: tuple[Node, ...], dot: Value) -> None:
        """Run a file, a definition or a partial, once for each value."""

    def pipe(self, pipe: Pipe, dot: Value) -> Value:
        """What a pipe may be; its variables become that."""
        value = self.commands(pipe, dot)
        for name in pipe.variables:
            self.scopes.set(name, value, pipe.declares)
        return value

    def commands(self, pipe: Pipe, dot: Value) -> Value:
        """What a pipe may be, without its variables."""
        value: Value | None = None
        for command in pipe.commands:
            value = self._command(command, dot, value)
        return OTHER if value is None else value

    def _command(self, command: tuple[Term, ...], dot: Value, last: Value | None) -> Value:
        first = command[0]
        name = function_name(first)
        if name in _COMPLAINTS:
            return OTHER
        arguments = [self.term(term, dot) for term in command[1:]]
        if last is not None:
            arguments.append(last)
        if name is not None:
            return self._function(name, arguments)
        if arguments and isinstance(first, (Field, Variable, Chain)):
            return self._method(first, dot, arguments)
        return self.term(first, dot)

    def term(self, term: Term, dot: Value) -> Value:
        """What a term may be."""
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise TooMuch
        if isinstance(term, Dot):
            return dot
        if isinstance(term, Constant):
            return constant(term.value)
        if isinstance(term, Pipe):
            return self.pipe(term, dot)
        if (name := function_name(term)) is not None:
            return self._function(name, [])
        return self._fields(self._base(term, dot), _names(term))

    def _base(self, term: Term, dot: Value) -> Value:
        if isinstance(term, Variable):
            return self.scopes.get(term.name)
        return self.term(term.node, dot) if isinstance(term, Chain) else dot

    def _method(self, term: Term, dot: Value, arguments: list[Value]) -> Value:
        names = _names(term)
        for atom in self._fields(self._base(term, dot), names[:-1]):
            if atom.kind == "shortcode" and names[-1:] == ("Get",):
                self.effects.read(int(atom.value), arguments[0])
            else:
                self.effects.escape(*arguments)
        return OTHER

    def _fields(self, value: Value, names: tuple[str, ...]) -> Value:
        for name in names:
            found: list[Value] = []
            for atom in value:
                if atom.kind == "shortcode" and name == "Params":
                    found.append(of_params("params", int(atom.value)))
                elif atom.kind == "shortcode" and name == "Parent":
                    found.append(shortcode(PARENT))
                elif atom.kind == "params":
                    self.effects.read(int(atom.value), constant(name))
                    found.append(OTHER)
                else:
                    found.append(dict(atom.entries).get(name, OTHER))
            value = union(found)
        return value

    def _function(self, name: str, arguments: list[Value]) -> Value:
        if name in _SLICE:
            return self._kept(slice_of(arguments), arguments)
        if name in _DICT:
            return self._kept(dictionary(arguments), arguments)
        if name in _LOOKS or not arguments:
            return OTHER
        if name in _ANY_OF:
            return union(arguments)
        if name in _COND:
            return union(arguments[1:])
        if name in _INDEX:
            return self._index(arguments)
        if name in _PARTIAL:
            return self._include(arguments)
        self.effects.escape(*(arguments[1:] if name in _REF else arguments))
        return OTHER

    def _kept(self, made: Value | None, arguments: list[Value]) -> Value:
        if made is None:
            self.effects.escape(*arguments)
        return made or OTHER

    def _index(self, arguments: list[Value]) -> Value:
        value = arguments[0]
        for key in arguments[1:]:
            names = {str(atom.value) if atom.kind == "text" else None for atom in key}
            found: list[Value] = []
            for atom in value:
                if atom.kind == "params":
                    self.effects.read(int(atom.value), key)
                if atom.kind == "dict" and None not in names:
                    found += [dict(atom.entries).get(name or "", OTHER) for name in names]
                else:
                    found += [OTHER, *(one for _, one in atom.entries)]
            value = union(found)
        return value

    def _include(self, arguments: list[Value]) -> Value:
        """Run the partial that is called, where the shortcode goes into it."""
        value = arguments[1] if len(arguments) > 1 else OTHER
        if not holds(value):
            return OTHER
        for atom in arguments[0]:
            name = str(atom.value) if atom.kind == "text" else ""
            inline = self.tree.definitions.get(f"partials/{name}")
            found = self.others.partial(name) if name and inline is None else None
            if inline is not None:
                self.body(self.tree, inline, value)
            elif found is not None:
                self.body(found, found.nodes, value)
            else:
                self.effects.escape(value)
        return OTHER


_LOOKS: Final = frozenset(
    {"eq", "ge", "gt", "in", "le", "len", "lt", "ne", "not", "reflect.IsMap", "reflect.IsSlice"}
)
"""These do not hand on what they are given."""
_COMPLAINTS: Final = frozenset({"errorf", "erroridf", "fmt.Errorf", "fmt.Erroridf"})
"""What is read for these only is not taken, but said to be wrong."""
_ANY_OF: Final = frozenset({"and", "compare.Default", "default", "or"})
_COND: Final = frozenset({"compare.Conditional", "cond"})
_INDEX: Final = frozenset({"collections.Index", "collections.IsSet", "index", "isset"})
_PARTIAL: Final = frozenset(
    {"partial", "partialCached", "partials.Include", "partials.IncludeCached"}
)
_SLICE: Final = frozenset({"collections.Slice", "slice"})
_DICT: Final = frozenset({"collections.Dictionary", "dict"})
_REF: Final = frozenset({"ref", "relref", "urls.Ref", "urls.RelRef"})


def function_name(term: Term) -> str | None:
    """The function that a term names, with its namespace."""
    if isinstance(term, Word):
        return term.name
    if isinstance(term, Chain) and isinstance(term.node, Word):
        return ".".join((term.node.name, *term.names))
    return None


def _names(term: Term) -> tuple[str, ...]:
    return term.names if isinstance(term, (Field, Variable, Chain)) else ()
