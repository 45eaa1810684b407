"""Which parameters a shortcode template reads, from its parse tree.

The template is run on sets of what each term may be: the shortcode itself, its parameters, a
constant, a dict or a slice that holds such, or something else. Where the shortcode itself is handed
to what may read anything of it, it is open.
"""

from __future__ import annotations

from typing import Final

from hugo_helpers.site.template import Reads
from hugo_helpers.site.template_effects import Scopes
from hugo_helpers.site.template_evaluation import Evaluation, Others, function_name
from hugo_helpers.site.template_nodes import Branch, Node, Pipe, Tree, Use, Variable
from hugo_helpers.site.template_values import (
    OTHER,
    OWN,
    PARENT,
    TooMuch,
    Value,
    elements,
    holds,
    is_empty,
    kinds,
    shortcode,
    union,
)

MAX_CALLS: Final = 12


def reads(tree: Tree, others: Others) -> tuple[Reads, Reads]:
    """What a shortcode's template reads: of its own parameters, and of those of its parents."""
    run = _Run(others)
    try:
        run.body(tree, tree.nodes, shortcode(OWN))
    except (TooMuch, RecursionError):
        run.effects.escape(shortcode(OWN))
    return run.effects.found(OWN), run.effects.found(PARENT)


class _Run(Evaluation):
    def __init__(self, others: Others) -> None:
        super().__init__(others)
        self._calls = 0
        self._done: dict[tuple[int, Value], tuple[Node, ...]] = {}

    def body(self, tree: Tree, nodes: tuple[Node, ...], dot: Value) -> None:
        """Run a file, a definition or a partial, once for each value."""
        key = id(nodes), dot
        if not nodes or key in self._done:
            return
        self._done[key] = nodes
        if self._calls >= MAX_CALLS:
            raise TooMuch
        before = self.tree, self.scopes
        self.tree, self.scopes = tree, Scopes(dot)
        self._calls += 1
        self._nodes(nodes, dot)
        self._calls -= 1
        self.tree, self.scopes = before

    def _nodes(self, nodes: tuple[Node, ...], dot: Value) -> None:
        with self.scopes.block():
            for node in nodes:
                if isinstance(node, Pipe):
                    value = self.pipe(node, dot)
                    if not node.variables:
                        self.effects.escape(value)
                elif isinstance(node, Use):
                    self._use(node, dot)
                else:
                    with self.scopes.block():
                        self._branch(node, dot)

    def _branch(self, node: Branch, dot: Value) -> None:
        if node.kind == "range":
            self._range(node, dot)
            self._nodes(node.otherwise, dot)
            return
        value = self.pipe(node.pipe, dot)
        known = self._membership(node.pipe, dot) if node.kind == "if" else None
        inside = value if node.kind == "with" else dot
        for nodes, holding, at in ((node.body, True, inside), (node.otherwise, False, dot)):
            with self.scopes.block():
                if known is not None and known[2] is holding:
                    self.scopes.know(known[0], known[1])
                    at = OTHER if "item" in kinds(at) else at
                self._nodes(nodes, at)

    def _membership(self, pipe: Pipe, dot: Value) -> tuple[str, Value, bool] | None:
        """Of `in $list $key`, `eq $key …` or its `not`: the loop's key, the names, if it holds."""
        if len(pipe.commands) != 1:
            return None
        first, *rest = pipe.commands[0]
        name = function_name(first)
        if name == "not" and len(rest) == 1 and isinstance(rest[0], Pipe):
            found = self._membership(rest[0], dot)
            return None if found is None else (found[0], found[1], not found[2])
        if name not in {"in", "eq"} or len(rest) < 2:
            return None
        key = rest[1] if name == "in" else rest[0]
        others = [self.term(term, dot) for term in rest if term is not key]
        names = elements(others[0])[1] if name == "in" else union(others)
        if not isinstance(key, Variable) or kinds(names) != {"text"}:
            return None
        levels = {int(a.value) for a in self.scopes.get(key.name) if a.kind == "key"}
        for level in levels:
            self.effects.read(level, names)
        return (key.name, names, True) if levels else None

    def _range(self, node: Branch, dot: Value) -> None:
        value = self.commands(node.pipe, dot)
        if is_empty(value):
            return
        keys, items = elements(value)
        names = node.pipe.variables
        values = (keys, items) if len(names) == 2 else (items,)
        for name, one in zip(names, values, strict=False):
            self.scopes.set(name, one, node.pipe.declares)
        # What one turn of the loop assigns, the next one reads.
        for _ in range(2 if _assigns(node.body) else 1):
            self._nodes(node.body, items)

    def _use(self, node: Use, dot: Value) -> None:
        value = OTHER if node.pipe is None else self.pipe(node.pipe, dot)
        if node.name in self.tree.definitions:
            self.body(self.tree, self.tree.definitions[node.name], value)
        elif holds(value):
            found = self.others.defining(node.name)
            for tree in found:
                self.body(tree, tree.definitions[node.name], value)
            if not found:
                self.effects.escape(value)


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
