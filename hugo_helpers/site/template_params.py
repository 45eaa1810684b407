"""Which parameters a shortcode template reads, from its parse tree.

The template is run on sets of what each term may be: the shortcode itself, its parameters, a
constant, a dict or a slice that holds such, or something else. Where the shortcode itself is handed
to what may read anything of it, it is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from hugo_helpers.site.template_effects import Effects, Reads, Scopes
from hugo_helpers.site.template_nodes import (
    Branch,
    Chain,
    Constant,
    Dot,
    Field,
    Node,
    Pipe,
    Term,
    Tree,
    Use,
    Variable,
    Word,
)
from hugo_helpers.site.template_values import (
    OTHER,
    OWN,
    PARENT,
    TooMuch,
    Value,
    constant,
    dictionary,
    elements,
    holds,
    is_empty,
    kinds,
    of_params,
    shortcode,
    slice_of,
    union,
)

MAX_STEPS: Final = 20_000
MAX_CALLS: Final = 12


class Others(Protocol):
    """The other templates of the site."""

    def partial(self, name: str) -> Tree | None:
        """The partial that a template calls by this name; None where there is none."""

    def defining(self, name: str) -> Sequence[Tree]:
        """The trees that define what a template uses, but does not hold."""


def reads(tree: Tree, others: Others) -> tuple[Reads, Reads]:
    """What a shortcode's template reads: of its own parameters, and of those of its parents."""
    run = _Run(others)
    try:
        run.body(tree, tree.nodes, shortcode(OWN))
    except (TooMuch, RecursionError):
        run.effects.escape(shortcode(OWN))
    return run.effects.found(OWN), run.effects.found(PARENT)


class _Run:
    def __init__(self, others: Others) -> None:
        self.effects = Effects()
        self._others = others
        self._steps = 0
        self._calls = 0
        self._done: dict[tuple[int, Value], tuple[Node, ...]] = {}
        self._tree = Tree((), {})
        self._scopes = Scopes(OTHER)

    # Nodes.

    def body(self, tree: Tree, nodes: tuple[Node, ...], dot: Value) -> None:
        """Run a file, a definition or a partial, once for each value."""
        key = id(nodes), dot
        if not nodes or key in self._done:
            return
        self._done[key] = nodes
        if self._calls >= MAX_CALLS:
            raise TooMuch
        before = self._tree, self._scopes
        self._tree, self._scopes = tree, Scopes(dot)
        self._calls += 1
        self._nodes(nodes, dot)
        self._calls -= 1
        self._tree, self._scopes = before

    def _nodes(self, nodes: tuple[Node, ...], dot: Value) -> None:
        with self._scopes.block():
            for node in nodes:
                if isinstance(node, Pipe):
                    value = self._pipe(node, dot)
                    if not node.variables:
                        self.effects.escape(value)
                elif isinstance(node, Use):
                    self._use(node, dot)
                else:
                    with self._scopes.block():
                        self._branch(node, dot)

    def _branch(self, node: Branch, dot: Value) -> None:
        if node.kind == "range":
            self._range(node, dot)
            self._nodes(node.otherwise, dot)
            return
        value = self._pipe(node.pipe, dot)
        known = self._membership(node.pipe, dot) if node.kind == "if" else None
        inside = value if node.kind == "with" else dot
        for nodes, holding, at in ((node.body, True, inside), (node.otherwise, False, dot)):
            with self._scopes.block():
                if known is not None and known[2] is holding:
                    self._scopes.know(known[0], known[1])
                    at = OTHER if "item" in kinds(at) else at
                self._nodes(nodes, at)

    def _membership(self, pipe: Pipe, dot: Value) -> tuple[str, Value, bool] | None:
        """Of `in $list $key`, `eq $key …` or its `not`: the loop's key, the names, if it holds."""
        if len(pipe.commands) != 1:
            return None
        first, *rest = pipe.commands[0]
        name = _function_name(first)
        if name == "not" and len(rest) == 1 and isinstance(rest[0], Pipe):
            found = self._membership(rest[0], dot)
            return None if found is None else (found[0], found[1], not found[2])
        if name not in {"in", "eq"} or len(rest) < 2:
            return None
        key = rest[1] if name == "in" else rest[0]
        others = [self._term(term, dot) for term in rest if term is not key]
        names = elements(others[0])[1] if name == "in" else union(others)
        if not isinstance(key, Variable) or kinds(names) != {"text"}:
            return None
        levels = {int(a.value) for a in self._scopes.get(key.name) if a.kind == "key"}
        for level in levels:
            self.effects.read(level, names)
        return (key.name, names, True) if levels else None

    def _range(self, node: Branch, dot: Value) -> None:
        value = self._commands(node.pipe, dot)
        if is_empty(value):
            return
        keys, items = elements(value)
        names = node.pipe.variables
        values = (keys, items) if len(names) == 2 else (items,)
        for name, one in zip(names, values, strict=False):
            self._scopes.set(name, one, node.pipe.declares)
        # What one turn of the loop assigns, the next one reads.
        for _ in range(2 if _assigns(node.body) else 1):
            self._nodes(node.body, items)

    def _use(self, node: Use, dot: Value) -> None:
        value = OTHER if node.pipe is None else self._pipe(node.pipe, dot)
        if node.name in self._tree.definitions:
            self.body(self._tree, self._tree.definitions[node.name], value)
        elif holds(value):
            found = self._others.defining(node.name)
            for tree in found:
                self.body(tree, tree.definitions[node.name], value)
            if not found:
                self.effects.escape(value)

    # Terms.

    def _pipe(self, pipe: Pipe, dot: Value) -> Value:
        value = self._commands(pipe, dot)
        for name in pipe.variables:
            self._scopes.set(name, value, pipe.declares)
        return value

    def _commands(self, pipe: Pipe, dot: Value) -> Value:
        value: Value | None = None
        for command in pipe.commands:
            value = self._command(command, dot, value)
        return OTHER if value is None else value

    def _command(self, command: tuple[Term, ...], dot: Value, last: Value | None) -> Value:
        first = command[0]
        name = _function_name(first)
        if name in _COMPLAINTS:
            return OTHER
        arguments = [self._term(term, dot) for term in command[1:]]
        if last is not None:
            arguments.append(last)
        if name is not None:
            return self._function(name, arguments)
        if arguments and isinstance(first, (Field, Variable, Chain)):
            return self._method(first, dot, arguments)
        return self._term(first, dot)

    def _term(self, term: Term, dot: Value) -> Value:
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise TooMuch
        if isinstance(term, Dot):
            return dot
        if isinstance(term, Constant):
            return constant(term.value)
        if isinstance(term, Pipe):
            return self._pipe(term, dot)
        if (name := _function_name(term)) is not None:
            return self._function(name, [])
        return self._fields(self._base(term, dot), _names(term))

    def _base(self, term: Term, dot: Value) -> Value:
        if isinstance(term, Variable):
            return self._scopes.get(term.name)
        return self._term(term.node, dot) if isinstance(term, Chain) else dot

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

    # Functions.

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
            inline = self._tree.definitions.get(f"partials/{name}")
            found = self._others.partial(name) if name and inline is None else None
            if inline is not None:
                self.body(self._tree, inline, value)
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


def _function_name(term: Term) -> str | None:
    if isinstance(term, Word):
        return term.name
    if isinstance(term, Chain) and isinstance(term.node, Word):
        return ".".join((term.node.name, *term.names))
    return None


def _names(term: Term) -> tuple[str, ...]:
    return term.names if isinstance(term, (Field, Variable, Chain)) else ()


def _assigns(nodes: tuple[Node, ...]) -> bool:
    """Whether an action below sets a variable that was declared before."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Pipe):
            if node.variables and not node.declares:
                return True
        elif isinstance(node, Branch):
            waiting += (node.pipe, *node.body, *node.otherwise)
    return False
