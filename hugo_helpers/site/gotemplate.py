"""The parse tree of a Go template: as much of text/template as tells what a template uses.

The grammar is Go's, https://pkg.go.dev/text/template, with any word taken for a function.
"""

from __future__ import annotations

from typing import Final

from hugo_helpers.site.template_lexer import Token, Wrong, action, token, unquote, whole
from hugo_helpers.site.template_nodes import (
    Branch,
    BranchKind,
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

__all__ = ["parse"]

MAX_CHARACTERS: Final = 1_000_000
MAX_DEPTH: Final = 100

_BRANCHES: Final[dict[str, BranchKind]] = {"if": "if", "with": "with", "range": "range"}
_KEYWORDS: Final = frozenset(
    {*_BRANCHES, "block", "break", "continue", "define", "else", "end", "template"}
)
_NO_TOKEN: Final = Token("close", "", False, 0, 0)


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


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._token = _NO_TOKEN
        self._definitions: dict[str, tuple[Node, ...]] = {}
        self._defined: set[str] = set()
        """The definitions that are not empty: those cannot be replaced."""
        self._blank = True
        """No text was seen since this was set."""

    def tree(self) -> Tree:
        nodes, end = self._nodes(top=True)
        if end:
            raise Wrong(f"{{{{ {end} }}}} without a beginning", self._token.at)
        return Tree(nodes, self._definitions)

    # Actions.

    def _nodes(self, top: bool = False) -> tuple[tuple[Node, ...], str]:
        """Nodes up to `end` or `else`, which is returned, or up to the end of the text."""
        self._deeper()
        nodes: list[Node] = []
        end = ""
        while not end and (found := action(self._text, self._at)) is not None:
            self._at, blank = found
            self._blank = self._blank and blank
            one = self._next()
            if one.kind == "word" and one.text in {"end", "else"}:
                end = one.text
            elif (node := self._action(one, top)) is not None:
                nodes.append(node)
        self._depth -= 1
        return tuple(nodes), end

    def _action(self, one: Token, top: bool) -> Node | None:
        word = one.text if one.kind == "word" else ""
        if word not in _KEYWORDS:
            pipe = self._pipe()
            self._close()
            return pipe
        self._next()
        if word in _BRANCHES:
            return self._branch(_BRANCHES[word])
        if word in {"template", "block"}:
            return self._use(word)
        if word == "define":
            if not top:
                raise Wrong("a definition inside another action", one.at)
            name = self._name()
            self._close()
            self._define(name)
            return None
        self._close()
        return None

    def _use(self, word: str) -> Use:
        name = self._name()
        pipe = None if self._token.kind == "close" else self._pipe()
        if word == "block" and pipe is None:
            raise Wrong("a block without a value", self._token.at)
        self._close()
        if word == "block":
            self._define(name)
        return Use(name, pipe)

    def _name(self) -> str:
        one = self._token
        if one.kind != "string":
            raise Wrong("the name of a template must be a string", one.at)
        self._next()
        return unquote(one.text)

    def _define(self, name: str) -> None:
        start = self._at
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
        start = self._at
        end = "else"
        while end == "else":
            pipe = self._pipe()
            self._close()
            body, end = self._nodes()
            chain.append((pipe, body))
            if end != "else":
                break
            one = self._next()
            if kind != "range" and (one.kind, one.text) == ("word", kind):
                self._next()
                continue
            self._close()
            otherwise, end = self._nodes()
            break
        self._finish(end, f"{{{{ {kind} }}}}", start)
        for pipe, body in reversed(chain[1:]):
            otherwise = (Branch(kind, pipe, body, otherwise),)
        return Branch(kind, *chain[0], otherwise)

    def _finish(self, end: str, what: str, start: int) -> None:
        if end != "end":
            raise Wrong(f"{what} that is not ended", start)
        self._next()
        self._close()

    # Inside an action.

    def _next(self) -> Token:
        self._token = token(self._text, self._at)
        self._at = self._token.end
        return self._token

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Wrong("nested too deeply", self._at)

    def _close(self) -> None:
        """Leave the action, which must end here."""
        if self._token.kind != "close":
            raise Wrong(f"{self._token.text!r} where the action should end", self._token.at)

    def _pipe(self) -> Pipe:
        variables, declares = self._variables()
        commands = [self._command()]
        while self._token.text == "|" and self._token.kind == "sign":
            one = self._next()
            # Go lets a pipe end in the sign.
            if one.kind == "close" or one.text == ")":
                break
            commands.append(self._command())
        return Pipe(variables, declares, tuple(commands))

    def _variables(self) -> tuple[tuple[str, ...], bool]:
        names: list[str] = []
        before = self._at, self._token
        while self._token.kind == "variable" and len(names) < 2:
            names.append(self._token.text)
            sign = self._next()
            if sign.text in {":=", "="}:
                self._next()
                return tuple(names), sign.text == ":="
            if sign.text != ",":
                break
            self._next()
        self._at, self._token = before
        return (), False

    def _command(self) -> tuple[Term, ...]:
        terms = [self._term()]
        while self._token.kind != "close" and self._token.text not in {")", "|"}:
            if not self._token.spaced:
                raise Wrong(f"{self._token.text!r} right behind another term", self._token.at)
            terms.append(self._term())
        return tuple(terms)

    def _term(self) -> Term:
        one = self._token
        node = self._start_of_term(one)
        names: list[str] = []
        while self._token.kind == "field" and not self._token.spaced:
            names.append(self._token.text[1:])
            self._next()
        if not names:
            return node
        if isinstance(node, Field):
            return Field((*node.names, *names))
        if isinstance(node, Variable):
            return Variable(node.name, tuple(names))
        if isinstance(node, (Dot, Constant)):
            raise Wrong("a field behind a constant or a dot", one.at)
        return Chain(node, tuple(names))

    def _start_of_term(self, one: Token) -> Term:
        kind, text = one.kind, one.text
        if text == "(" and kind == "sign":
            return self._parenthesis()
        if kind in {"close", "sign"} or (kind == "word" and text in _KEYWORDS):
            raise Wrong(f"{text!r} where a value should be", one.at)
        self._next()
        if kind == "field":
            return Field((text[1:],))
        if kind == "word":
            return Constant(None) if text in {"true", "false", "nil"} else Word(text)
        if kind == "variable":
            return Variable(text, ())
        if kind == "string":
            return Constant(unquote(text))
        if kind == "dot":
            return Dot()
        return Constant(whole(text) if kind == "number" else None)

    def _parenthesis(self) -> Pipe:
        self._deeper()
        opened = self._next()
        pipe = self._pipe()
        if self._token.text != ")":
            raise Wrong("a parenthesis that is not closed", opened.at)
        self._depth -= 1
        self._next()
        return pipe
