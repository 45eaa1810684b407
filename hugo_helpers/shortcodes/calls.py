"""The values that parsing makes. Offsets count characters of the file's text, from 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Delimiter = Literal["<", "%"]
Quoting = Literal['"', "`", ""]


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a call, as Hugo reads it."""

    name: str | None
    """None for a positional parameter."""
    value: str
    """What `.Get` returns: escapes undone as Hugo undoes them."""
    start: int
    """Where the parameter starts: its name, or its value when positional."""
    value_start: int
    """Where the written value starts, behind the opening quote."""
    value_end: int
    """Where the written value ends, before the closing quote."""
    end: int
    quoting: Quoting


@dataclass(frozen=True, slots=True)
class Call:
    """A shortcode call: an opening tag, and the closing one that Hugo pairs with it, if any."""

    name: str
    delimiter: Delimiter
    params: tuple[Param, ...]
    start: int
    """Offset of the opening `{{`."""
    end: int
    """Offset behind the `}}` of the opening tag."""
    name_start: int
    self_closing: bool = False
    inline: bool = False
    """An inline shortcode: its name ends in `.inline`."""
    close_start: int | None = None
    """Offset of the `{{` of the closing tag; None where there is none."""
    close_end: int | None = None
    close_delimiter: Delimiter | None = None
    children: tuple[Call, ...] = ()

    def get(self, name: str) -> str | None:
        """The value of the named parameter; of one given twice the last, as in Hugo."""
        found = self.param(name)
        return None if found is None else found.value

    def param(self, name: str) -> Param | None:
        """The named parameter; of one given twice the last, as in Hugo."""
        for param in reversed(self.params):
            if param.name == name:
                return param
        return None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that Hugo refuses, at the place of its true cause."""

    kind: str
    """A word for the kind of fault: the key that the H1 rules select by."""
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """All shortcode calls of a text, outermost first in the order of the text, and its faults."""

    calls: tuple[Call, ...]
    faults: tuple[Fault, ...]
