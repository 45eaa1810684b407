"""Comments that switch rules off: for the next line, or for a whole file."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.finding import Location
from hugo_helpers.shortcodes.position import Positions

_COMMENT = r"<!--[ \t]*(matome-(?:dis|en)able[A-Za-z-]{0,40})([^<>\n]{0,500}?)-->"
_CODES = r"((?:[ \t,]+[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+)*+)[ \t]*(?:(?::|--+|[–—])[ \t].*)?"
"""Codes and names of rules, and behind a colon or a dash why."""
_HEARD = ("matome-disable-next-line", "matome-disable-file")
MOST = 1_000
"""Comments of one file that are heard."""


class Comment(NamedTuple):
    """`<!-- matome-disable-next-line T203 C101 -->` before a line, or
    `<!-- matome-disable-file T203 -->` anywhere.
    """

    row: int
    """The line whose findings are switched off; 0 for those of the whole file, -1 for none: a
    comment that is like the others and is not understood.
    """
    codes: tuple[str, ...]
    """Codes and prefixes, `T` for all its codes; one empty one where the comment names none.
    Of a comment that is not understood what it says instead.
    """
    used: tuple[str, ...]
    """Those of `codes` that have switched a finding off."""
    location: Location
    end_location: Location


class Suppressions:
    """What the comments of one file switch off, and which of them have done so."""

    def __init__(self, comments: Iterable[Comment]) -> None:
        self._comments = list(comments)
        self._by_row: dict[int, list[int]] = {}
        for index, comment in enumerate(self._comments):
            self._by_row.setdefault(comment.row, []).append(index)
        self._known: dict[tuple[str, int], bool] = {}

    def __bool__(self) -> bool:
        return bool(self._comments)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, in the order of the text, with what they have switched off by now."""
        return tuple(self._comments)

    def cover(self, code: str, row: int) -> bool:
        """Whether a finding of `code` that starts in `row` is switched off; then that is noted."""
        return self._covers(code, 0) | self._covers(code, row)

    def _covers(self, code: str, row: int) -> bool:
        known = self._known.get((code, row))
        if known is None:
            noted = [self._note(index, code) for index in self._by_row.get(row, ())]
            known = self._known[code, row] = any(noted)
        return known

    def _note(self, index: int, code: str) -> bool:
        comment = self._comments[index]
        matching = [c for c in comment.codes if code.startswith(c)]
        if matching:
            used = tuple(dict.fromkeys((*comment.used, *matching)))
            self._comments[index] = comment._replace(used=used)
        return bool(matching)


def read(text: str, lines: Positions) -> list[Comment]:
    """The comments of a text, none of them used yet."""
    if "matome-disable" not in text and "matome-enable" not in text:
        return []
    found = []
    for match in re.finditer(_COMMENT, text):
        start, end = Location(*lines.at(match.start())), Location(*lines.at(match.end()))
        said = re.fullmatch(_CODES, match[2])
        codes: tuple[str, ...]
        if said is None or match[1] not in _HEARD:
            row, codes = -1, (match[1],)
        else:
            row = 0 if match[1] == "matome-disable-file" else end.row + 1
            codes = tuple(map(_code, said[1].replace(",", " ").split())) or ("",)
        found.append(Comment(row, codes, (), start, end))
        if len(found) == MOST:
            break
    return found


def _code(written: str) -> str:
    """A code, in capitals, that is written as such or as the name of a rule."""
    if "-" in written:
        named = [rule.code for rule in RULES if rule.name == written.lower()]
        return named[0] if named else written.upper()
    code = written.upper()
    return "" if code == "ALL" else code
