"""Which parameters a shortcode template reads, from its parse tree.

The template is run on sets of what each term may be: the shortcode itself, its parameters, a
constant, a dict or a slice that holds such, or something else. Where the shortcode itself is handed
to what may read anything of it, it is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

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
    Value,
    constant,
    dictionary,
    holds,
    params,
    shortcode,
    slice_of,
)

MAX_STEPS: Final = 20_000
MAX_CALLS: Final = 12
MAX_VALUES: Final = 64


class Reads(NamedTuple):
    """What is read of a shortcode's parameters."""

    named: frozenset[str]
    positional: int
    """How many positions are read: the highest index and one."""
    open: bool
    """Any parameter may be read."""


NO_READS: Final = Reads(frozenset(), 0, False)


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
    except (_TooMuch, RecursionError):
        run.open = {OWN, PARENT}
    return run.found(OWN), run.found(PARENT)


class _TooMuch(Exception):
    """More than an honest template does."""


class _Run:
    def __init__(self, others: Others) -> None:
        self.open: set[int] = set()
        self._named: tuple[set[str], set[str]] = (set(), set())
        self._positional = [0, 0]
        self._others = others
        self._steps = 0
        self._calls = 0
        self._done: dict[tuple[int, Value], tuple[Node, ...]] = {}
        self._tree = Tree((), {})
        self._scopes: list[dict[str, Value]] = []

    def found(self, level: int) -> Reads:
        names = frozenset(self._named[level])
        return Reads(names, self._positional[level], level in self.open)

    # Nodes.

    def body(self, tree: Tree, nodes: tuple[Node, ...], dot: Value) -> None:
        """Run a file, a definition or a partial, once for each value."""
        key = id(nodes), dot
        if not nodes or key in self._done:
            return
        self._done[key] = nodes
        if self._calls >= MAX_CALLS:
            raise _TooMuch
        before = self._tree, self._scopes
        self._tree, self._scopes = tree, [{"$": dot}]
        self._calls += 1
        self._nodes(nodes, dot)
        self._calls -= 1
        self._tree, self._scopes = before

    def _nodes(self, nodes: tuple[Node, ...], dot: Value) -> None:
        self._scopes.append({})
        for node in nodes:
            if isinstance(node, Pipe):
                value = self._pipe(node, dot)
                if not node.variables:
                    self.escape(value)
            elif isinstance(node, Branch):
                self._branch(node, dot)
            else:
                self._use(node, dot)
        self._scopes.pop()

    def _branch(self, node: Branch, dot: Value) -> None:
        self._scopes.append({})
        if node.kind == "range":
            self._range(node, dot)
        else:
            value = self._pipe(node.pipe, dot)
            self._nodes(node.body, value if node.kind == "with" else dot)
        self._nodes(node.otherwise, dot)
        self._scopes.pop()

    def _range(self, node: Branch, dot: Value) -> None:
        keys, elements = self._elements(self._commands(node.pipe, dot))
        names = node.pipe.variables
        values = (keys, elements) if len(names) == 2 else (elements,)
        for name, one in zip(names, values, strict=False):
            self._set(name, one, node.pipe.declares)
        # What one turn of the loop assigns, the next one reads.
        for _ in range(2 if _assigns(node.body) else 1):
            self._nodes(node.body, elements)

    def _use(self, node: Use, dot: Value) -> None:
        value = OTHER if node.pipe is None else self._pipe(node.pipe, dot)
        if node.name in self._tree.definitions:
            self.body(self._tree, self._tree.definitions[node.name], value)
        elif holds(value):
            found = self._others.defining(node.name)
            for tree in found:
                self.body(tree, tree.definitions[node.name], value)
            if not found:
                self.escape(value)

    # Terms.

    def _pipe(self, pipe: Pipe, dot: Value) -> Value:
        value = self._commands(pipe, dot)
        for name in pipe.variables:
            self._set(name, value, pipe.declares)
        return value

    def _commands(self, pipe: Pipe, dot: Value) -> Value:
        value: Value | None = None
        for command in pipe.commands:
            value = self._command(command, dot, value)
        return OTHER if value is None else value

    def _command(self, command: tuple[Term, ...], dot: Value, last: Value | None) -> Value:
        first = command[0]
        arguments = [self._term(term, dot) for term in command[1:]]
        if last is not None:
            arguments.append(last)
        if (name := _function_name(first)) is not None:
            return self._function(name, arguments)
        if arguments and isinstance(first, (Field, Variable, Chain)):
            return self._method(first, dot, arguments)
        return self._term(first, dot)

    def _term(self, term: Term, dot: Value) -> Value:
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise _TooMuch
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
            return self._get(term.name)
        return self._term(term.node, dot) if isinstance(term, Chain) else dot

    def _method(self, term: Term, dot: Value, arguments: list[Value]) -> Value:
        names = _names(term)
        value = self._fields(self._base(term, dot), names[:-1])
        for atom in value:
            if atom.kind == "shortcode" and names[-1:] == ("Get",):
                self.read(int(atom.value), arguments[0])
            else:
                self.escape(*arguments)
        return OTHER

    def _fields(self, value: Value, names: tuple[str, ...]) -> Value:
        for name in names:
            found: set[Value] = set()
            for atom in value:
                if atom.kind == "shortcode" and name in {"Params", "Parent"}:
                    found.add(params(int(atom.value)) if name == "Params" else shortcode(PARENT))
                elif atom.kind == "params":
                    self.read(int(atom.value), constant(name))
                    found.add(OTHER)
                else:
                    found.add(dict(atom.entries).get(name, OTHER))
            value = self._union(found)
        return value

    def _elements(self, value: Value) -> tuple[Value, Value]:
        """The keys and the elements of what is ranged over."""
        keys: set[Value] = set()
        elements: set[Value] = set()
        for atom in value:
            if atom.kind == "params":
                self.escape(value)
            if atom.kind in {"dict", "slice"}:
                keys |= {constant(key) if key else OTHER for key, _ in atom.entries}
                elements |= {one for _, one in atom.entries}
            else:
                keys.add(OTHER)
                elements.add(OTHER)
        return self._union(keys), self._union(elements)

    def _union(self, values: Iterable[Value]) -> Value:
        value: Value = frozenset().union(*values)
        if len(value) > MAX_VALUES:
            raise _TooMuch
        return value

    # Variables.

    def _get(self, name: str) -> Value:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        return OTHER

    def _set(self, name: str, value: Value, declares: bool) -> None:
        if not declares:
            for scope in reversed(self._scopes):
                if name in scope:
                    scope[name] = self._union((scope[name], value))
                    return
        self._scopes[-1][name] = value

    # Effects.

    def read(self, level: int, key: Value) -> None:
        """Note that a parameter is read by this key; any, where the key is no constant."""
        for atom in key:
            if atom.kind == "text":
                self._named[level].add(str(atom.value))
            elif atom.kind == "number":
                self._positional[level] = max(self._positional[level], int(atom.value) + 1)
            else:
                self.open.add(level)

    def escape(self, *values: Value) -> None:
        """Note that something reads whatever it likes of what these values hold."""
        for value in values:
            self.open |= holds(value)

    # Functions.

    def _function(self, name: str, arguments: list[Value]) -> Value:
        if name in _LOOKS or not arguments:
            return OTHER
        if name in _ANY_OF:
            return self._union(arguments)
        if name in _COND:
            return self._union(arguments[1:] or (OTHER,))
        if name in _INDEX:
            return self._index(arguments)
        if name in _PARTIAL:
            return self._include(arguments)
        if name in _SLICE:
            return self._kept(slice_of(arguments), arguments)
        if name in _DICT:
            return self._kept(dictionary(arguments), arguments)
        self.escape(*(arguments[1:] if name in _REF else arguments))
        return OTHER

    def _kept(self, made: Value | None, arguments: list[Value]) -> Value:
        if made is None:
            self.escape(*arguments)
        return made or OTHER

    def _index(self, arguments: list[Value]) -> Value:
        value = arguments[0]
        for key in arguments[1:]:
            names = {str(atom.value) if atom.kind == "text" else None for atom in key}
            found: set[Value] = set()
            for atom in value:
                if atom.kind == "params":
                    self.read(int(atom.value), key)
                if atom.kind == "dict" and None not in names:
                    found |= {dict(atom.entries).get(name or "", OTHER) for name in names}
                else:
                    found |= {OTHER, *(one for _, one in atom.entries)}
            value = self._union(found)
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
                self.escape(value)
        return OTHER


_LOOKS: Final = frozenset(
    {"eq", "ge", "gt", "le", "len", "lt", "ne", "not", "reflect.IsMap", "reflect.IsSlice"}
)
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
