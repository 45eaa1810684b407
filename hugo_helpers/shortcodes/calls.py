"""The values that parsing makes. Offsets count characters of the file's text, from 0."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from hugo_helpers.shortcodes.fast import NAMED, POSITIONAL, SLASH

Delimiter = Literal["<", "%"]
Quoting = Literal['"', "`", ""]
_PAIRS = [(0, 0, *range(NAMED, last + 1)) for last in range(SLASH)]
"""Groups to ask a match for whose last one is `last`; two at least, so that it gives a tuple."""


class Param(NamedTuple):
    """One parameter of a call, as Hugo reads it."""

    name: str | None
    """None for a positional parameter."""
    value: str
    """What `.Get` returns: escapes undone as Hugo undoes them."""
    start: int
    """Where the parameter starts: its name, or its value (with its quote) when positional."""
    value_start: int
    """Where the written value starts, behind the opening quote."""
    value_end: int
    """Where the written value ends, before the closing quote."""
    end: int
    quoting: Quoting


class Call:
    """A shortcode call: an opening tag, and the closing one that Hugo pairs with it, if any.

    Not to be changed once made. Parameters are read from the match only when asked for:
    most calls of a site are never looked at parameter by parameter.
    """

    __slots__ = (
        "_named",
        "_params",
        "children",
        "close_delimiter",
        "close_end",
        "close_start",
        "delimiter",
        "end",
        "inline",
        "name",
        "name_start",
        "self_closing",
        "start",
    )

    def __init__(
        self,
        name: str,
        delimiter: Delimiter,
        params: tuple[Param, ...] | re.Match[str],
        start: int,
        end: int,
        name_start: int,
        self_closing: bool = False,
        inline: bool = False,
        close_start: int | None = None,
        close_end: int | None = None,
        close_delimiter: Delimiter | None = None,
        children: "tuple[Call, ...]" = (),
    ) -> None:
        self.name = name
        self.delimiter: Delimiter = delimiter
        self._params = params
        self._named: dict[str, str] | None = None
        self.start = start
        """Offset of the opening `{{`."""
        self.end = end
        """Offset behind the `}}` of the opening tag."""
        self.name_start = name_start
        self.self_closing = self_closing
        self.inline = inline
        """An inline shortcode: its name ends in `.inline`."""
        self.close_start = close_start
        """Offset of the `{{` of the closing tag; None where there is none."""
        self.close_end = close_end
        self.close_delimiter: Delimiter | None = close_delimiter
        self.children = children

    @property
    def params(self) -> tuple[Param, ...]:
        """The parameters in the order of the text."""
        params = self._params
        if isinstance(params, re.Match):
            params = self._params = _from_match(params)
        return params

    @property
    def named(self) -> dict[str, str]:
        """Values of the named parameters; of one given twice the last, as in Hugo."""
        named = self._named
        if named is None:
            params = self._params
            if isinstance(params, re.Match):
                # The last group that matched is the last value, but where a slash follows.
                last = params.lastindex or 1
                pairs = params.group(*_PAIRS[last if last < SLASH else SLASH - 1])
                named = dict(zip(pairs[2::2], pairs[3::2], strict=True))
                named.pop(None, None)  # type: ignore[call-overload]
            else:
                named = {param.name: param.value for param in params if param.name is not None}
            self._named = named
        return named

    def get(self, name: str) -> str | None:
        """The value of the named parameter; of one given twice the last, as in Hugo."""
        return self.named.get(name)

    def param(self, name: str) -> Param | None:
        """The named parameter; of one given twice the last, as in Hugo."""
        params = self._params
        if isinstance(params, re.Match):
            return _one_from_match(params, name)
        for param in reversed(params):
            if param.name == name:
                return param
        return None

    def _key(self) -> tuple[object, ...]:
        return (
            *(self.name, self.delimiter, self.params, self.start, self.end, self.name_start),
            *(self.self_closing, self.inline),
            *(self.close_start, self.close_end, self.close_delimiter),
            *(child.start for child in self.children),
        )

    def __eq__(self, other: object) -> bool:
        """Same place, name and parameters; of the children only where they start.

        Comparing children would recurse, and a hostile file nests thousands deep.
        """
        return self._key() == other._key() if isinstance(other, Call) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.start, self.name))

    def __repr__(self) -> str:
        return (
            f"Call({self.name!r}, {self.delimiter!r}, {self.start}..{self.end}, "
            f"params={[(p.name, p.value) for p in self.params]!r}, close={self.close_start}, "
            f"children={len(self.children)})"
        )


class Fault(NamedTuple):
    """Something that Hugo refuses, at the place of its true cause."""

    kind: str
    """A word for the kind of fault, from `faults.KINDS`: the key that the H1 rules select by."""
    message: str
    start: int
    end: int


class Document(NamedTuple):
    """All shortcode calls of a text, outermost first in the order of the text, and its faults."""

    calls: tuple[Call, ...]
    faults: tuple[Fault, ...]

    def walk(self) -> Iterator[Call]:
        """Every call, those inside others too, in the order of the text."""
        waiting = [iter(self.calls)]
        while waiting:
            call = next(waiting[-1], None)
            if call is None:
                waiting.pop()
            else:
                yield call
                if call.children:
                    waiting.append(iter(call.children))


def _from_match(match: re.Match[str]) -> tuple[Param, ...]:
    if match[POSITIONAL] is not None:
        start, end = match.span(POSITIONAL)
        return (Param(None, match[POSITIONAL], start - 1, start, end, end + 1, '"'),)
    groups = range(NAMED, SLASH, 2)
    return tuple(_named(match, group) for group in groups if match[group] is not None)


def _one_from_match(match: re.Match[str], name: str) -> Param | None:
    last = min(match.lastindex or 1, SLASH - 1)
    for group in range(last - 1, NAMED - 1, -2):
        if match[group] == name:
            return _named(match, group)
    return None


def _named(match: re.Match[str], group: int) -> Param:
    start, end = match.span(group + 1)
    return Param(match[group], match[group + 1], match.start(group), start, end, end + 1, '"')
