"""The nodes of a Go template's parse tree, without the text between the actions."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

BranchKind: TypeAlias = Literal["if", "with", "range"]


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

    node: "Term"
    names: tuple[str, ...]


class Pipe(NamedTuple):
    """Commands, each handing its value to the next; variables that take the last one's value."""

    variables: tuple[str, ...]
    declares: bool
    """`:=` and not `=`."""
    commands: "tuple[tuple[Term, ...], ...]"


class Branch(NamedTuple):
    """`if`, `with` or `range`, to its `end`."""

    kind: BranchKind
    pipe: Pipe
    body: "tuple[Node, ...]"
    otherwise: "tuple[Node, ...]"


class Use(NamedTuple):
    """`template` or `block`: the use of a definition."""

    name: str
    pipe: Pipe | None


Term: TypeAlias = Dot | Word | Constant | Field | Variable | Chain | Pipe
Node: TypeAlias = Pipe | Branch | Use


class Tree(NamedTuple):
    """A parsed template: its nodes, and what it defines."""

    nodes: tuple[Node, ...]
    definitions: Mapping[str, tuple[Node, ...]]
