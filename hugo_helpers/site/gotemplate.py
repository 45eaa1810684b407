"""The parse tree of a Go template: as much of text/template as tells what a template uses.

The grammar is Go's: https://pkg.go.dev/text/template, with Hugo's functions taken as any word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

MAX_CHARACTERS: Final = 1_000_000
MAX_DEPTH: Final = 100

_Kind: TypeAlias = Literal["if", "with", "range"]


class Dot(NamedTuple):
    """`.`"""


class Word(NamedTuple):
    """The name of a function."""

    name: str


class Constant(NamedTuple):
    """A string or a whole number; None for any other constant."""

    value: str | int | None


class Field(NamedTuple):
    """`.A.B`: the names."""

    names: tuple[str, ...]


class Variable(NamedTuple):
    """`$x.A.B`: the variable with its `$`, and the names behind it."""

    name: str
    names: tuple[str, ...]


class Chain(NamedTuple):
    """`(…).A.B` or `word.A`: names behind something in parentheses or behind a function."""

    node: Term
    names: tuple[str, ...]


class Pipe(NamedTuple):
    """Commands, each handing its value to the next; variables that take the last one's value."""

    variables: tuple[str, ...]
    declares: bool
    """`:=` and not `=`."""
    commands: tuple[tuple[Term, ...], ...]


class Branch(NamedTuple):
    """`if`, `with` or `range`, to its `end`."""

    kind: _Kind
    pipe: Pipe
    body: tuple[Node, ...]
    otherwise: tuple[Node, ...]


class Use(NamedTuple):
    """`template` or `block`: the use of a definition."""

    name: str
    pipe: Pipe | None


Term: TypeAlias = Dot | Word | Constant | Field | Variable | Chain | Pipe
Node: TypeAlias = Pipe | Branch | Use


class Tree(NamedTuple):
    """A parsed template: its nodes without the text between them, and what it defines."""

    nodes: tuple[Node, ...]
    definitions: Mapping[str, tuple[Node, ...]]


class _Token(NamedTuple):
    kind: str
    text: str
    spaced: bool
    """White space stands before it."""
    at: int


_END = r"(?=[ \t\r\n.,|:()]|\}\}|\Z)"
_TOKEN = re.compile(
    r"[ \t\r\n]*+(?:"
    rf"(?P<field>\.[^\W\d]\w*+{_END})"
    rf"|(?P<word>[^\W\d]\w*+{_END})"
    rf"|(?P<variable>\$\w*+{_END})"
    r'|(?P<string>"(?:[^"\\\n]++|\\[^\n])*+"|`[^`]*+`)'
    r"|(?P<close>-?\}\})"
    r"|(?P<number>[+-]?\.?\d(?:[\d_a-zA-Z.]|(?<=[eEpP])[+-])*+)"
    r"|(?P<sign>:=|[=|(),])"
    rf"|(?P<dot>\.{_END})"
    r"|(?P<char>'(?:[^'\\\n]++|\\[^\n])*+')"
    r")"
)
_COMMENT_CLOSE = re.compile(r"\*/(?:[ \t\r\n]-)?\}\}")
_ESCAPE = re.compile(
    r'\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([abfnrtv\\"]))'
)
_LETTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_KINDS: Mapping[str, _Kind] = {
    "if": "if",
    "with": "with",
    "range": "range",
}
_BLANK = frozenset(" \t\r\n")


def parse(text: str) -> Tree:
    """The parse tree of a template.

    Raises ValueError, with the row, for a text that is no Go template, or that is larger or
    deeper than any honest one.
    """
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"more than {MAX_CHARACTERS:,} characters of template")
    parser = _Parser(text)
    try:
        return parser.tree()
    except _Wrong as wrong:
        row = text.count("\n", 0, wrong.at) + 1
        raise ValueError(f"{wrong} (at line {row})") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None


class _Wrong(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._token = _Token("close", "", False, 0)
        self._definitions: dict[str, tuple[Node, ...]] = {}
        self._defined: set[str] = set()
        """The definitions that are not empty: those cannot be replaced."""
        self._blank = True
        """No text was seen since this was set."""

    def tree(self) -> Tree:
        nodes, end = self._nodes(top=True)
        if end is not None:
            raise _Wrong(f"{{{{ {end} }}}} without a beginning", self._token.at)
        return Tree(nodes, self._definitions)

    # Actions.

    def _nodes(self, top: bool = False) -> tuple[tuple[Node, ...], str | None]:
        """Nodes up to `end` or `else`, which is returned, or up to the end of the text."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Wrong("nested too deeply", self._at)
        nodes: list[Node] = []
        end: str | None = None
        while self._open():
            token = self._token
            if token.kind == "word" and token.text in {"end", "else"}:
                end = token.text
                break
            node = self._action(token, top)
            if node is not None:
                nodes.append(node)
        self._depth -= 1
        return tuple(nodes), end

    def _open(self) -> bool:
        """Go into the next action that is no comment, onto its first token."""
        text = self._text
        while (start := text.find("{{", self._at)) >= 0:
            self._blank = self._blank and not text[self._at : start].strip()
            self._at = start + 2
            if text.startswith("-", self._at) and text[self._at + 1 : self._at + 2] in _BLANK:
                self._at += 2
                # A trim mark takes exactly one blank; a comment stands right behind it.
            if not text.startswith("/*", self._at):
                self._next()
                return True
            close = text.find("*/", self._at + 2)
            found = _COMMENT_CLOSE.match(text, close) if close >= 0 else None
            if found is None:
                raise _Wrong("a comment that is not closed", start)
            self._at = found.end()
        return False

    def _action(self, token: _Token, top: bool) -> Node | None:
        word = token.text if token.kind == "word" else ""
        if word in _KINDS:
            self._next()
            return self._branch(_KINDS[word])
        if word == "define":
            if not top:
                raise _Wrong("a definition inside another action", token.at)
            self._next()
            name = self._name()
            self._close()
            self._define(name)
            return None
        if word in {"template", "block"}:
            return self._use(word)
        if word in {"break", "continue"}:
            self._next()
            self._close()
            return None
        pipe = self._pipe()
        self._close()
        return pipe

    def _use(self, word: str) -> Use:
        self._next()
        name = self._name()
        pipe = None if self._token.kind == "close" else self._pipe()
        if word == "block" and pipe is None:
            raise _Wrong("a block without a value", self._token.at)
        self._close()
        if word == "block":
            self._define(name)
        return Use(name, pipe)

    def _name(self) -> str:
        token = self._token
        if token.kind != "string":
            raise _Wrong("the name of a template must be a string", token.at)
        self._next()
        return _unquote(token.text)

    def _define(self, name: str) -> None:
        start = self._at
        self._blank = True
        nodes, end = self._nodes()
        if end != "end":
            raise _Wrong(f"definition {name!r} that is not ended", start)
        self._next()
        self._close()
        if self._blank and not nodes:
            self._definitions.setdefault(name, nodes)
        elif name in self._defined:
            raise _Wrong(f"a second definition of {name!r}", start)
        else:
            self._defined.add(name)
            self._definitions[name] = nodes

    def _branch(self, kind: _Kind) -> Branch:
        # `else if` shares its `end` with the `if` before it: a chain, not a nest.
        chain: list[tuple[_Kind, Pipe, tuple[Node, ...]]] = []
        otherwise: tuple[Node, ...] = ()
        start = self._at
        while True:
            pipe = self._pipe()
            self._close()
            body, end = self._nodes()
            chain.append((kind, pipe, body))
            if end != "else":
                break
            token = self._next()
            if token.kind == "word" and token.text in _KINDS:
                kind = _KINDS[token.text]
                self._next()
                continue
            self._close()
            otherwise, end = self._nodes()
            break
        if end != "end":
            raise _Wrong(f"{{{{ {kind} }}}} that is not ended", start)
        self._next()
        self._close()
        for kind, pipe, body in reversed(chain[1:]):
            otherwise = (Branch(kind, pipe, body, otherwise),)
        kind, pipe, body = chain[0]
        return Branch(kind, pipe, body, otherwise)

    # Inside an action.

    def _next(self) -> _Token:
        found = _TOKEN.match(self._text, self._at)
        if found is None or found.lastgroup is None:
            raise _Wrong("an action that is not closed, or a sign it cannot have", self._at)
        kind = found.lastgroup
        start = found.start(kind)
        token = _Token(kind, found[kind], start > self._at, start)
        if kind == "close" and token.text == "-}}" and not token.spaced:
            raise _Wrong("a trim mark without a space before it", start)
        self._at = found.end()
        self._token = token
        return token

    def _close(self) -> None:
        """Leave the action, which must end here."""
        if self._token.kind != "close":
            raise _Wrong(f"{self._token.text!r} where the action should end", self._token.at)

    def _pipe(self) -> Pipe:
        variables, declares = self._variables()
        commands: list[tuple[Term, ...]] = []
        while True:
            commands.append(self._command())
            if self._token.text != "|" or self._token.kind != "sign":
                return Pipe(variables, declares, tuple(commands))
            self._next()

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
                raise _Wrong(f"{self._token.text!r} right behind another term", self._token.at)
            terms.append(self._term())
        return tuple(terms)

    def _term(self) -> Term:
        token = self._token
        node = self._start_of_term(token)
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
            raise _Wrong("a field behind a constant or a dot", token.at)
        return Chain(node, tuple(names))

    def _start_of_term(self, token: _Token) -> Term:
        kind, text = token.kind, token.text
        if text == "(":
            return self._parenthesis(token)
        self._next_term(token)
        if kind == "field":
            return Field((text[1:],))
        if kind == "word":
            return Constant(None) if text in {"true", "false", "nil"} else Word(text)
        if kind == "variable":
            return Variable(text, ())
        if kind == "string":
            return Constant(_unquote(text))
        if kind == "dot":
            return Dot()
        return Constant(_whole(text)) if kind == "number" else Constant(None)

    def _next_term(self, token: _Token) -> None:
        if token.kind in {"close", "sign"}:
            raise _Wrong(f"{token.text!r} where a value should be", token.at)
        self._next()

    def _parenthesis(self, token: _Token) -> Pipe:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Wrong("nested too deeply", token.at)
        self._next()
        pipe = self._pipe()
        if self._token.text != ")":
            raise _Wrong("a parenthesis that is not closed", token.at)
        self._depth -= 1
        self._next()
        return pipe


def _unquote(text: str) -> str:
    inside = text[1:-1]
    if text[0] == "`":
        return inside.replace("\r", "")
    return _ESCAPE.sub(_character, inside) if "\\" in inside else inside


def _character(found: re.Match[str]) -> str:
    if letter := found[5]:
        return _LETTERS.get(letter, letter)
    code = int(found[4], 8) if found[4] else int(found[1] or found[2] or found[3], 16)
    return chr(code) if code < 0x110000 else "\ufffd"


def _whole(text: str) -> int | None:
    """The value of a whole number as Go writes it; None for any other number."""
    digits = text.replace("_", "")
    try:
        return int(digits, 0)
    except ValueError:
        return int(digits, 8) if re.fullmatch(r"[+-]?0[0-7]{1,20}", digits) else None
