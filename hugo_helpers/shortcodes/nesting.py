"""Tags to nested calls, exactly as Hugo pairs them.

Hugo trusts the template: a shortcode that evaluates .Inner stays open until the next closing
tag, whatever name that bears; any other is over at its `>}}`. Hugo walks through the tokens
recursively; here a list of open calls does, so that depth costs nothing but memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from hugo_helpers.shortcodes.calls import Call, Delimiter, Fault, Param
from hugo_helpers.shortcodes.fast import CLOSE, LEFT, NAME, SLASH
from hugo_helpers.shortcodes.faults import fault, shown
from hugo_helpers.shortcodes.tokens import INLINE, Tag, Token

AnyTag = Tag | re.Match[str]
"""A tag as the lexer read it, or a match of `fast.TAG`."""


class Templates:
    """What is known of the shortcodes' templates, each asked for once."""

    def __init__(
        self,
        tags: list[AnyTag],
        inner: Callable[[str], bool | None],
        known: Callable[[str], bool],
    ) -> None:
        self._tags = tags
        self._inner = inner
        self._known = known
        self._paired: set[str] | None = None
        self._cache: dict[str, bool | None] = {}

    def needs_close(self, name: str) -> bool | None:
        """Whether the template evaluates .Inner; None when there is no template.

        Where that cannot be told, a name that is closed anywhere in the text is taken to.
        """
        if name in self._cache:
            return self._cache[name]
        needs: bool | None = None
        if self._known(name):
            needs = self._inner(name)
            if needs is None:
                needs = name.lower() in self._closed_names()
        self._cache[name] = needs
        return needs

    def _closed_names(self) -> set[str]:
        if self._paired is None:
            self._paired = {name.lower() for tag in self._tags if (name := closed_name(tag))}
        return self._paired


def closed_name(tag: AnyTag) -> str | None:
    """The name that a closing or self-closing tag closes."""
    if isinstance(tag, re.Match):
        if tag[SLASH] is not None:
            return tag[NAME]
        return tag[CLOSE]
    if not any(token.kind == "slash" for token in tag.tokens):
        return None
    names = [token.value for token in tag.tokens if token.kind == "name"]
    return names[-1] if names else None


class Refusal(ValueError):
    """Hugo refuses how the tags are nested. Only `parser` sees it."""

    def __init__(self, found: Fault) -> None:
        super().__init__(found.message)
        self.fault = found


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
                raise _stray(match[CLOSE], start, end)
            self._finish(self._open.pop().closed(start, end, delimiter))
            return
        needs = self._needs(name)
        slash = match.start(SLASH)
        if needs is None:
            raise _unknown(name, match.start(NAME))
        if not needs and slash >= 0:
            raise _forbidden(name, slash, slash + 1)
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
                raise _stray(closed_name(tag) or "", tag.start, tag.end)
            raise _forbidden(top.name, token.start, token.end)
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
            raise _unknown(token.value, token.start)

    def _param(self, top: Open, token: Token, following: Token | None) -> int:
        value = following if following is not None and following.kind == "value" else None
        param = as_param(token, value)
        if isinstance(top.params, re.Match):
            top.params = []
        if top.params and (top.params[0].name is None) != (param.name is None):
            raise Refusal(mixed(param))
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


def as_param(token: Token, value: Token | None) -> Param:
    """A parameter of one token, or of the token of its name and the one of its value."""
    if value is None:
        places = (token.start, token.value_start, token.value_end, token.end)
        return Param(None, token.value, *places, token.quoting)
    places = (token.start, value.value_start, value.value_end, value.end)
    return Param(token.value, value.value, *places, value.quoting)


def mixed(param: Param) -> Fault:
    sort = "positional" if param.name is None else "named"
    message = f"This parameter is {sort}, the ones before are not: a call takes one sort only"
    return fault("mixed-parameters", message, param.start, param.end)


def nameless(start: int, end: int) -> Fault:
    return fault("no-name", "This shortcode has no name", start, end)


def unclosed(name: str, start: int, end: int) -> Fault:
    message = f"{shown(name)} is not closed: end it with {{{{< /{shown(name)} >}}}}"
    return fault("unclosed-shortcode", message, start, end)


def unknown(name: str, start: int) -> Fault:
    message = f"There is no template for a shortcode named {shown(name)}"
    if name.endswith("/"):
        message += "; before the slash of a self-closing tag put a space"
    return fault("unknown-shortcode", message, start, start + len(name))


def forbidden(name: str, start: int, end: int) -> Fault:
    message = f"{shown(name)} must not be closed: its template does not use .Inner"
    return fault("forbidden-close", message, start, end)


def stray(name: str, start: int, end: int) -> Fault:
    message = f"No {shown(name)} is open that this tag could close" if name else "Nothing is open"
    return fault("close-without-open", message, start, end)


def _unknown(name: str, start: int) -> Refusal:
    return Refusal(unknown(name, start))


def _forbidden(name: str, start: int, end: int) -> Refusal:
    return Refusal(forbidden(name, start, end))


def _stray(name: str, start: int, end: int) -> Refusal:
    return Refusal(stray(name, start, end))
