"""Tags to nested calls, exactly as Hugo pairs them.

Hugo trusts the template: a shortcode that evaluates .Inner stays open until the next closing
tag, whatever name that bears; any other is over at its `>}}`. Hugo walks through the tokens
recursively; here a list of open calls does, so that depth costs nothing but memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hugo_helpers.shortcodes.calls import Call, Delimiter, Fault
from hugo_helpers.shortcodes.fast import CLOSE, LEFT, NAME, SLASH
from hugo_helpers.shortcodes.faults import (
    forbidden,
    mixed_param,
    nameless,
    stray,
    unclosed,
    unknown,
)
from hugo_helpers.shortcodes.opened import Open, as_param
from hugo_helpers.shortcodes.templates import Templates, closed_name
from hugo_helpers.shortcodes.tokens import INLINE, AnyTag, Tag, Token


class Refusal(ValueError):
    """Hugo refuses how the tags are nested. Only `parser` sees it."""

    def __init__(self, found: Fault) -> None:
        super().__init__(found.message)
        self.fault = found


def nest(tags: Iterable[AnyTag], templates: Templates) -> tuple[Call, ...]:
    """The calls that Hugo makes of the tags, outermost first, in the order of the text.

    Raises Refusal where Hugo gives up. The tags must be free of lexical faults.
    """
    nesting = _Nesting(templates)
    for tag in tags:
        if isinstance(tag, re.Match):
            nesting.plain(tag)
        else:
            nesting.tag(tag)
    nesting.end()
    return tuple(nesting.calls)


class _Nesting:
    def __init__(self, templates: Templates) -> None:
        self.calls: list[Call] = []
        self._needs = templates.needs_close
        self._open: list[Open] = []
        self._level = self.calls
        """Where the next finished call goes: the innermost open one's children."""

    def plain(self, match: re.Match[str]) -> None:
        """A tag as the fast pattern reads it: the short way through `tag`."""
        delimiter: Delimiter = "%" if match[LEFT] is None else "<"
        name, start, end = match[NAME], match.start(), match.end()
        if name is None:
            if not self._open:
                raise Refusal(stray(match[CLOSE], start, end))
            self._finish(self._open.pop().closed(start, end, delimiter))
            return
        needs = self._needs(name)
        slash = match.start(SLASH)
        if needs is None:
            raise Refusal(unknown(name, match.start(NAME)))
        if not needs and slash >= 0:
            raise Refusal(forbidden(name, slash, slash + 1))
        if not needs or slash >= 0:
            call = Call(name, delimiter, match, start, end, match.start(NAME), slash >= 0)
            self._level.append(call)
            return
        opened = Open(start)
        opened.name, opened.name_start, opened.end = name, match.start(NAME), end
        opened.delimiter, opened.params, opened.needs = delimiter, match, True
        opened.begun = True
        self._push(opened)

    def tag(self, tag: Tag) -> None:
        """Any tag, token by token, as Hugo does it."""
        tokens = tag.tokens
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if not self._open:
                if token.kind != "left":
                    index += 1  # Hugo lets it pass as text
                    continue
                self._push(Open(token.start))
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            index += self._token(tag, token, following)

    def _token(self, tag: Tag, token: Token, following: Token | None) -> int:
        """Take one token in; return how many were used up."""
        top = self._open[-1]
        if token.kind == "left":
            return self._left(tag, top, token, following)
        if token.kind == "right":
            if not top.inline and top.needs is None:
                raise Refusal(nameless(tag.start, tag.end))
            if top.end is None:
                top.end = token.end
            if not top.inline and not top.needs:
                self._open.pop()
                self._finish(top.void(top.end))
        elif token.kind == "slash":
            return self._slash(tag, top, token, following)
        elif token.kind == "name":
            self._name(top, token)
        elif token.kind == "param":
            return self._param(top, token, following)
        return 1

    def _left(self, tag: Tag, top: Open, token: Token, following: Token | None) -> int:
        if following is not None and following.kind == "right":
            raise Refusal(nameless(tag.start, tag.end))
        if following is not None and following.kind == "slash":
            return 1
        if top.begun:
            top = Open(token.start)
            self._push(top)
        top.begun, top.delimiter, top.start = True, tag.delimiter, token.start
        return 1

    def _slash(self, tag: Tag, top: Open, token: Token, following: Token | None) -> int:
        if not top.inline and not top.needs:
            if not top.name:
                raise Refusal(stray(closed_name(tag) or "", tag.start, tag.end))
            raise Refusal(forbidden(top.name, token.start, token.end))
        self._open.pop()
        if top.end is None:
            self._finish(top.void(tag.end, self_closing=True))
        else:
            self._finish(top.closed(tag.start, tag.end, tag.delimiter))
        return 2 if following is not None and following.kind == "right" else 3

    def _name(self, top: Open, token: Token) -> None:
        top.name, top.name_start = token.value, token.start
        if token.value.endswith(INLINE):
            top.inline = True
            return
        top.needs = self._needs(token.value)
        if top.needs is None:
            raise Refusal(unknown(token.value, token.start))

    def _param(self, top: Open, token: Token, following: Token | None) -> int:
        value = following if following is not None and following.kind == "value" else None
        param = as_param(token, value)
        if isinstance(top.params, re.Match):
            top.params = []
        if top.params and (top.params[0].name is None) != (param.name is None):
            raise Refusal(mixed_param(param))
        top.params.append(param)
        return 1 if value is None else 2

    def end(self) -> None:
        """The end of the text. An inline shortcode may stay open; it swallows the rest."""
        for opened in reversed(self._open):
            if opened.needs and not opened.inline:
                raise Refusal(unclosed(opened.name, opened.start, opened.end or opened.start))
        while self._open:
            top = self._open.pop()
            self._finish(top.left_open())

    def _push(self, opened: Open) -> None:
        self._open.append(opened)
        self._level = opened.children

    def _finish(self, call: Call) -> None:
        """Put a call that was just taken off the open ones where it belongs."""
        self._level = self._open[-1].children if self._open else self.calls
        self._level.append(call)
