"""A call in the making."""

from __future__ import annotations

import re

from hugo_helpers.shortcodes.calls import Call, Delimiter, Param
from hugo_helpers.shortcodes.tokens import Token


class Open:
    """A shortcode that is being read, or that waits for its close."""

    __slots__ = (
        "begun",
        "children",
        "delimiter",
        "end",
        "inline",
        "name",
        "name_start",
        "needs",
        "params",
        "start",
    )

    def __init__(self, start: int) -> None:
        self.start = self.name_start = start
        self.end: int | None = None
        """The end of the opening tag, once that was read."""
        self.name = ""
        self.delimiter: Delimiter = "<"
        self.params: list[Param] | re.Match[str] = []
        self.needs: bool | None = None
        """Whether its template evaluates .Inner; None until its name was read."""
        self.inline = False
        self.begun = False
        """Whether its own opening delimiter was read."""
        self.children: list[Call] = []

    def void(self, end: int, *, self_closing: bool = False) -> Call:
        """The call, over with its opening tag."""
        return self._call(end, self_closing, None, None, None)

    def left_open(self) -> Call:
        """The call, whose close is missing."""
        return self._call(self.start + 3 if self.end is None else self.end, False, None, None, None)

    def closed(self, start: int, end: int, delimiter: Delimiter) -> Call:
        """The call, with the closing tag from `start` to `end`."""
        return self._call(self.end or start, False, start, end, delimiter)

    def _call(
        self,
        end: int,
        self_closing: bool,
        close_start: int | None,
        close_end: int | None,
        close_delimiter: Delimiter | None,
    ) -> Call:
        params = self.params if isinstance(self.params, re.Match) else tuple(self.params)
        return Call(
            *(self.name, self.delimiter, params, self.start, end, self.name_start),
            *(self_closing, self.inline, close_start, close_end, close_delimiter),
            tuple(self.children),
        )


def as_param(token: Token, value: Token | None) -> Param:
    """A parameter of one token, or of the token of its name and the one of its value."""
    if value is None:
        places = (token.start, token.value_start, token.value_end, token.end)
        return Param(None, token.value, *places, token.quoting)
    places = (token.start, value.value_start, value.value_end, value.end)
    return Param(token.value, value.value, *places, value.quoting)
