"""The parts of a glob pattern: read, and not yet matched with anything. See `globs`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_DEEPEST = 20

Of = Callable[[str], bool]


class Text(NamedTuple):
    """Signs that stand for themselves."""

    signs: str


class Some(NamedTuple):
    """`*`: any signs of a name; or `**`, which takes `/`, too."""

    all: bool


class One(NamedTuple):
    """One sign: `?`, or one of a set or a range between brackets."""

    of: Of


class Either(NamedTuple):
    """One of several ways."""

    ways: list[list[Part]]
    size: int | None = None
    """The signs that each way must take; None for any number."""


Part = Text | Some | One | Either


def parse(pattern: str, *, lenient: bool) -> list[Part]:
    """The parts of a pattern. Raises ValueError for what is none.

    `lenient`: the end closes a `{`, and a backslash before it is nothing.
    """
    return _Parser(pattern, lenient).parts()


def in_name(sign: str) -> bool:
    """Whether a sign is part of a name and no `/`."""
    return sign != "/"


class _Parser:
    def __init__(self, pattern: str, lenient: bool) -> None:
        self._pattern = pattern
        self._lenient = lenient
        self._at = 0

    def parts(self, depth: int = 0) -> list[Part]:
        """The parts up to the end, or to the `,` or `}` that ends this way of several."""
        found: list[Part] = []
        while self._at < len(self._pattern):
            sign = self._pattern[self._at]
            if depth and sign in ",}":
                break
            if sign in "*?[{":
                self._at += 1
            if sign == "*":
                every = self._is_next("*")
                if not (every and found and found[-1] == Some(True)):
                    found.append(Some(every))
            elif sign == "?":
                found.append(One(in_name))
            elif sign == "[":
                found.append(One(self._set()))
            elif sign == "{":
                found.append(self._either(depth + 1))
            else:
                found.append(Text(self._text("?*[{,}" if depth else "?*[{")))
        return found

    def _either(self, depth: int) -> Either:
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        ways = [self.parts(depth)]
        while self._is_next(","):
            ways.append(self.parts(depth))
        if not self._is_next("}") and not self._lenient:
            raise ValueError("an open {")
        return Either(ways)

    def _is_next(self, sign: str) -> bool:
        if not self._pattern.startswith(sign, self._at):
            return False
        self._at += 1
        return True

    def _text(self, ends: str) -> str:
        signs = []
        while self._at < len(self._pattern) and self._pattern[self._at] not in ends:
            if self._is_next("\\") and self._at == len(self._pattern):
                if self._lenient:
                    break
                raise ValueError("a backslash before nothing")
            signs.append(self._pattern[self._at])
            self._at += 1
        return "".join(signs)

    def _set(self) -> Callable[[str], bool]:
        without = self._is_next("!")
        first, dash, last = (self._pattern[self._at + n : self._at + n + 1] for n in range(3))
        if dash == "-":
            self._at += 3
            signs = ""
        else:
            signs = self._text("]")
            if not signs:
                raise ValueError("no sign between brackets")
        if not self._is_next("]"):
            raise ValueError("an open [")
        if dash == "-":
            if first > last:
                raise ValueError("a range from a later sign to an earlier one")
            return lambda sign: (first <= sign <= last) != without
        return lambda sign: (sign in signs) != without
