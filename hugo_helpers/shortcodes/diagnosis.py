"""Why Hugo refuses how the tags of a text are nested, at the true causes.

Hugo counts opens and closes without looking at their names, so it notices a missing close at
the end of the file and blames the outermost opener. Here tags are paired by their names, as
their writer meant them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from hugo_helpers.shortcodes import faults
from hugo_helpers.shortcodes.calls import Call, Delimiter, Fault, Param
from hugo_helpers.shortcodes.fast import CLOSE, LEFT, NAME, SLASH
from hugo_helpers.shortcodes.opened import Open, as_param
from hugo_helpers.shortcodes.templates import Templates
from hugo_helpers.shortcodes.tokens import INLINE, AnyTag, Tag


class _Meant(NamedTuple):
    """What the writer of a tag meant by it."""

    closing: bool
    name: str
    name_start: int
    start: int
    end: int
    delimiter: Delimiter
    params: list[Param] | re.Match[str]
    slash: int | None
    refused: bool


def diagnose(tags: Sequence[AnyTag], templates: Templates) -> tuple[tuple[Call, ...], list[Fault]]:
    """The calls as they were meant, and the faults of their nesting, in the order of the text."""
    diagnosis = _Diagnosis([_meant(tag) for tag in tags], templates)
    diagnosis.run()
    return tuple(diagnosis.calls), diagnosis.faults


class _Diagnosis:
    def __init__(self, tags: Sequence[_Meant], templates: Templates) -> None:
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self._tags = tags
        self._needs = templates.needs_close
        self._open: list[Open] = []
        self._open_names: Counter[str] = Counter()
        self._opened: set[str] = set()
        self._crossed: Counter[str] = Counter()
        """Names of calls that a close of an outer one has ended, their own being yet to come."""
        self._misspelt = 0
        """Openers without a template whose close has not come: theirs may be spelt right."""
        self._last_close = {tag.name: tag.start for tag in tags if tag.closing}

    def run(self) -> None:
        for tag in self._tags:
            if tag.closing:
                self._close(tag)
            else:
                self._begin(tag)
        while self._open:
            self._abandon()

    def _begin(self, tag: _Meant) -> None:
        if not tag.name:
            if not tag.refused:
                self.faults.append(faults.nameless(tag.start, tag.end))
            return
        self._opened.add(tag.name)
        inline = tag.name.endswith(INLINE)
        needs = False if inline else self._needs(tag.name)
        if needs is None and "." not in tag.name:
            self.faults.append(faults.unknown(tag.name, tag.name_start))
            self._misspelt += tag.slash is None and tag.name not in self._last_close
        if needs is False and not inline and tag.slash is not None:
            self.faults.append(faults.forbidden(tag.name, tag.slash, tag.slash + 1))
        if isinstance(tag.params, list) and not tag.refused:
            odd = [p for p in tag.params if (p.name is None) != (tag.params[0].name is None)]
            self.faults += [faults.mixed_param(param) for param in odd[:1]]
        opened = Open(tag.start)
        opened.name, opened.name_start, opened.end = tag.name, tag.name_start, tag.end
        opened.delimiter, opened.params, opened.needs = tag.delimiter, tag.params, needs
        opened.inline = inline
        stays = needs or inline or (needs is None and tag.name in self._last_close)
        if tag.refused and self._last_close.get(tag.name, -1) < tag.start:
            stays = False  # the slash that closed it may be lost
        if not stays or tag.slash is not None:
            self._add(opened.void(tag.end, self_closing=tag.slash is not None))
        else:
            self._open.append(opened)
            self._open_names[tag.name] += 1

    def _close(self, tag: _Meant) -> None:
        name = tag.name
        if self._open_names[name]:
            while self._open[-1].name != name:
                self._abandon(tag)
            self._pop(tag)
        elif not name and self._open:
            self._pop(tag)
        elif self._crossed[name]:
            self._crossed[name] -= 1
        elif name in self._opened and self._needs(name) is False:
            self.faults.append(faults.forbidden(name, tag.start, tag.end))
        elif self._closes_innermost(tag):
            if name not in self._opened:
                opened = self._open[-1].name
                self.faults.append(faults.misnamed(name, opened, tag.start, tag.end))
            self._pop(tag)
        elif self._misspelt:
            self._misspelt -= 1
        else:
            self.faults.append(faults.stray(name, tag.start, tag.end))

    def _closes_innermost(self, tag: _Meant) -> bool:
        """Whether the innermost open call has no other close than this, in another name."""
        return bool(self._open) and self._last_close.get(self._open[-1].name, -1) < tag.start

    def _pop(self, tag: _Meant) -> None:
        opened = self._open.pop()
        self._open_names[opened.name] -= 1
        self._add(opened.closed(tag.start, tag.end, tag.delimiter))

    def _abandon(self, closing: _Meant | None = None) -> None:
        """The innermost call is left open, or closed only behind `closing`, an outer's close."""
        opened = self._open.pop()
        self._open_names[opened.name] -= 1
        if closing is not None and self._last_close.get(opened.name, -1) > closing.start:
            self._crossed[opened.name] += 1
        elif opened.needs:
            self.faults.append(faults.unclosed(opened.name, opened.start, opened.end or 0))
        self._add(opened.left_open())

    def _add(self, call: Call) -> None:
        (self._open[-1].children if self._open else self.calls).append(call)


def _meant(tag: AnyTag) -> _Meant:
    if isinstance(tag, re.Match):
        closing = tag[NAME] is None
        group = CLOSE if closing else NAME
        slash = None if tag[SLASH] is None else tag.start(SLASH)
        delimiter: Delimiter = "%" if tag[LEFT] is None else "<"
        name, place = tag[group], (tag.start(group), tag.start(), tag.end())
        return _Meant(closing, name, *place, delimiter, tag, slash, refused=False)
    kinds = [token.kind for token in tag.tokens]
    slash = tag.tokens[kinds.index("slash")].start if "slash" in kinds else None
    at = kinds.index("name") if "name" in kinds else None
    closing = slash is not None and (at is None or tag.tokens[at].start > slash)
    if tag.refused and kinds[-2:] != ["slash", "right"]:
        slash = None
    name, name_start = ("", tag.start) if at is None else tag.tokens[at][3:5]
    place = (name_start, tag.start, tag.end)
    return _Meant(closing, name, *place, tag.delimiter, _params(tag), slash, tag.refused)


def _params(tag: Tag) -> list[Param]:
    params, tokens = [], tag.tokens
    for index, token in enumerate(tokens):
        if token.kind == "slash":
            break
        if token.kind == "param":
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            is_value = following is not None and following.kind == "value"
            params.append(as_param(token, following if is_value else None))
    return params
