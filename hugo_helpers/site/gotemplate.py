"""The parse tree of a Go template: as much of text/template as tells what a template uses.

The grammar is Go's, https://pkg.go.dev/text/template, with any word taken for a function.
"""

from __future__ import annotations

from typing import Final

from hugo_helpers.site.template_lexer import Token, Wrong, action, unquote
from hugo_helpers.site.template_nodes import Branch, BranchKind, Node, Pipe, Tree, Use
from hugo_helpers.site.template_terms import KEYWORDS, Terms

__all__ = ["parse"]

MAX_CHARACTERS: Final = 1_000_000

_BRANCHES: Final[dict[str, BranchKind]] = {"if": "if", "with": "with", "range": "range"}


def parse(text: str) -> Tree:
    """The parse tree of a template.

    Raises ValueError, with the row, for a text that is no Go template, or that is larger or
    deeper than any honest one.
    """
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"more than {MAX_CHARACTERS:,} characters of template")
    try:
        return _Parser(text).tree()
    except Wrong as wrong:
        row = text.count("\n", 0, wrong.at) + 1
        raise ValueError(f"{wrong} (at line {row})") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None


class _Parser(Terms):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._definitions: dict[str, tuple[Node, ...]] = {}
        self._defined: set[str] = set()
        """The definitions that are not empty: those cannot be replaced."""
        self._blank = True
        """No text was seen since this was set."""

    def tree(self) -> Tree:
        nodes, end = self._nodes(top=True)
        if end:
            raise Wrong(f"{{{{ {end} }}}} without a beginning", self.token.at)
        return Tree(nodes, self._definitions)

    def _nodes(self, top: bool = False) -> tuple[tuple[Node, ...], str]:
        """Nodes up to `end` or `else`, which is returned, or up to the end of the text."""
        self.deeper()
        nodes: list[Node] = []
        end = ""
        while not end and (found := action(self.text, self.at)) is not None:
            self.at, blank = found
            self._blank = self._blank and blank
            one = self.next()
            if one.kind == "word" and one.text in {"end", "else"}:
                end = one.text
            elif (node := self._action(one, top)) is not None:
                nodes.append(node)
        self.depth -= 1
        return tuple(nodes), end

    def _action(self, one: Token, top: bool) -> Node | None:
        word = one.text if one.kind == "word" else ""
        if word not in KEYWORDS:
            pipe = self.pipe()
            self.close()
            return pipe
        self.next()
        if word in _BRANCHES:
            return self._branch(_BRANCHES[word])
        if word in {"template", "block"}:
            return self._use(word)
        if word == "define":
            if not top:
                raise Wrong("a definition inside another action", one.at)
            name = self._name()
            self.close()
            self._define(name)
            return None
        self.close()
        return None

    def _use(self, word: str) -> Use:
        name = self._name()
        pipe = None if self.token.kind == "close" else self.pipe()
        if word == "block" and pipe is None:
            raise Wrong("a block without a value", self.token.at)
        self.close()
        if word == "block":
            self._define(name)
        return Use(name, pipe)

    def _name(self) -> str:
        one = self.token
        if one.kind != "string":
            raise Wrong("the name of a template must be a string", one.at)
        self.next()
        return unquote(one.text)

    def _define(self, name: str) -> None:
        start = self.at
        self._blank = True
        nodes, end = self._nodes()
        self._finish(end, f"definition {name!r}", start)
        if self._blank and not nodes:
            self._definitions.setdefault(name, nodes)
        elif name in self._defined:
            raise Wrong(f"a second definition of {name!r}", start)
        else:
            self._defined.add(name)
            self._definitions[name] = nodes

    def _branch(self, kind: BranchKind) -> Branch:
        # `else if` shares its `end` with the `if` before it: a chain, not a nest.
        chain: list[tuple[Pipe, tuple[Node, ...]]] = []
        otherwise: tuple[Node, ...] = ()
        start = self.at
        end = "else"
        while end == "else":
            pipe = self.pipe()
            self.close()
            body, end = self._nodes()
            chain.append((pipe, body))
            if end != "else":
                break
            one = self.next()
            if kind != "range" and (one.kind, one.text) == ("word", kind):
                self.next()
                continue
            self.close()
            otherwise, end = self._nodes()
            break
        self._finish(end, f"{{{{ {kind} }}}}", start)
        for pipe, body in reversed(chain[1:]):
            otherwise = (Branch(kind, pipe, body, otherwise),)
        return Branch(kind, *chain[0], otherwise)

    def _finish(self, end: str, what: str, start: int) -> None:
        if end != "end":
            raise Wrong(f"{what} that is not ended", start)
        self.next()
        self.close()
