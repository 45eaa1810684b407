"""What stands inside an action of a Go template: pipes, commands and their terms."""

from __future__ import annotations

from typing import Final

from hugo_helpers.site.template_lexer import Token, Wrong, token, unquote, whole
from hugo_helpers.site.template_nodes import (
    Chain,
    Constant,
    Dot,
    Field,
    Pipe,
    Term,
    Variable,
    Word,
)

MAX_DEPTH: Final = 100

KEYWORDS: Final = frozenset(
    {"block", "break", "continue", "define", "else", "end", "if", "range", "template", "with"}
)


class Terms:
    """A parser at a token of an action."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        """Where the next token, or the text behind the action, starts."""
        self.depth = 0
        self.token = Token("close", "", False, 0, 0)

    def next(self) -> Token:
        """Go on to the next token."""
        self.token = token(self.text, self.at)
        self.at = self.token.end
        return self.token

    def deeper(self) -> None:
        """Go one level down; there is a limit to that."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Wrong("nested too deeply", self.at)

    def close(self) -> None:
        """Leave the action, which must end here."""
        if self.token.kind != "close":
            raise Wrong(f"{self.token.text!r} where the action should end", self.token.at)

    def pipe(self) -> Pipe:
        """The pipe that starts at the token; the token behind it is the next."""
        variables, declares = self._variables()
        commands = [self._command()]
        while self.token.text == "|" and self.token.kind == "sign":
            one = self.next()
            # Go lets a pipe end in the sign.
            if one.kind == "close" or one.text == ")":
                break
            commands.append(self._command())
        return Pipe(variables, declares, tuple(commands))

    def _variables(self) -> tuple[tuple[str, ...], bool]:
        names: list[str] = []
        before = self.at, self.token
        while self.token.kind == "variable" and len(names) < 2:
            names.append(self.token.text)
            sign = self.next()
            if sign.text in {":=", "="}:
                self.next()
                return tuple(names), sign.text == ":="
            if sign.text != ",":
                break
            self.next()
        self.at, self.token = before
        return (), False

    def _command(self) -> tuple[Term, ...]:
        terms = [self._term()]
        while self.token.kind != "close" and self.token.text not in {")", "|"}:
            if not self.token.spaced:
                raise Wrong(f"{self.token.text!r} right behind another term", self.token.at)
            terms.append(self._term())
        return tuple(terms)

    def _term(self) -> Term:
        one = self.token
        node = self._start_of_term(one)
        names: list[str] = []
        while self.token.kind == "field" and not self.token.spaced:
            names.append(self.token.text[1:])
            self.next()
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
        if kind in {"close", "sign"} or (kind == "word" and text in KEYWORDS):
            raise Wrong(f"{text!r} where a value should be", one.at)
        self.next()
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
        self.deeper()
        opened = self.next()
        pipe = self.pipe()
        if self.token.text != ")":
            raise Wrong("a parenthesis that is not closed", opened.at)
        self.depth -= 1
        self.next()
        return pipe
