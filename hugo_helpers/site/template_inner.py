"""Whether a shortcode template takes inner content, by Hugo's own rule.

Hugo walks the parse tree and looks for `.Inner` or `.InnerDeindent` among the names of fields and
variables that are terms of a command: also in a branch that is never taken, and in a definition
that is used. It does not look at names behind parentheses, at what is handed to a definition, nor
into the body of `with (templates.Defer …)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hugo_helpers.site.template_nodes import Branch, Chain, Field, Node, Pipe, Tree, Variable, Word

_INNER = frozenset({"Inner", "InnerDeindent"})


def takes_inner(tree: Tree, elsewhere: Callable[[str], Sequence[Tree]]) -> bool | None:
    """Whether Hugo wants, and allows, a closing tag for the shortcode of this template.

    `elsewhere` finds definitions that the template uses but does not hold, as trees that define
    them. None where such a one is missing, or where Hugo's choice among several is chance.
    """
    used: set[str] = set()
    unsure = False
    waiting: list[Node] = list(tree.nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Pipe):
            if _in_pipe(node):
                return True
        elif isinstance(node, Branch):
            waiting.append(node.pipe)
            waiting += node.otherwise
            if not _deferred(node):
                waiting += node.body
        elif node.name not in used:
            used.add(node.name)
            defined = tree.definitions.get(node.name)
            if defined is None:
                found = elsewhere(node.name)
                unsure |= len(found) != 1
                defined = found[0].definitions[node.name] if len(found) == 1 else ()
            waiting += defined
    return None if unsure else False


def _in_pipe(pipe: Pipe) -> bool:
    for command in pipe.commands:
        for term in command:
            if isinstance(term, (Field, Variable)):
                if not _INNER.isdisjoint(term.names):
                    return True
            elif isinstance(term, Pipe) and _in_pipe(term):
                return True
    return False


def _deferred(branch: Branch) -> bool:
    """Whether this is `with (templates.Defer …)`: its body becomes a template of its own."""
    if branch.kind != "with" or len(branch.pipe.commands) != 1:
        return False
    inner = branch.pipe.commands[0][0]
    if not isinstance(inner, Pipe) or len(inner.commands) != 1 or len(inner.commands[0]) != 2:
        return False
    first = inner.commands[0][0]
    return (
        isinstance(first, Chain)
        and isinstance(first.node, Word)
        and (first.node.name, first.names) == ("templates", ("Defer",))
    )
