"""The text of data/matome/colors.json: the exceptions of all threads, one line for each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final, NoReturn

from hugo_helpers.colors.slot import SLOTS

MOST_CHARACTERS: Final = 20_000_000
"""Over twenty times what the largest site known needs."""

ADVICE = "mend it, or settle all colours anew: matome colors --reset"
_SHOWN = 60
_SPACE = re.compile(r"[ \t\r\n]*")
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=\s|$)", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def dump(settled: Mapping[str, Mapping[str, int]]) -> str:
    """JSON text of slots by name by thread: sorted, one line for each thread that has any."""
    lines = [f"  {_json(key)}: {_object(settled[key])}" for key in sorted(settled) if settled[key]]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def load(text: str) -> dict[str, dict[str, int]]:
    """Slots (0 to 35) by name by thread, from JSON text however it is laid out.

    Raises ValueError, with line and column (in characters, from 1) and what to do, for a text
    that is cut short, that holds a merge conflict, a thread or a name twice, anything that is no
    slot, or more than `MOST_CHARACTERS`.
    """
    if len(text) > MOST_CHARACTERS:
        raise ValueError(
            f"more than {MOST_CHARACTERS:,} characters: no file of colours; settle all"
            " colours anew: matome colors --reset"
        )
    conflict = _CONFLICT.search(text)
    if conflict:
        _refuse(
            text,
            conflict.start(),
            "a merge conflict; delete the marker lines, keep one line for each thread (either"
            " will do), and see that all but the last thread end in a comma",
        )
    return _Reader(text).threads()


class _Reader:
    """Reads the outer object by hand, for the places; each thread's is left to `json`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 1 if text.startswith("\ufeff") else 0
        self.decoder = json.JSONDecoder(object_pairs_hook=_Pairs)

    def threads(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        self.take("{", "an object of threads must start here with {")
        if not self.skip("}"):
            while True:
                start = self.space()
                key = self.value()
                if not isinstance(key, str):
                    self.refuse(start, "the path of a thread, in double quotes, must stand here")
                if key in found:
                    self.refuse(start, f"the thread {_shown(key)} stands here a second time")
                self.take(":", "a colon must stand behind the path of a thread")
                found[key] = self.slots(key)
                if not self.skip(","):
                    break
            self.take("}", "a comma before the next thread, or } at the end, must stand here")
        if self.space() < len(self.text):
            self.refuse(self.at, "nothing may stand behind the closing }")
        return found

    def slots(self, key: str) -> dict[str, int]:
        start = self.space()
        pairs = self.value()
        if not isinstance(pairs, _Pairs):
            self.refuse(start, f"the thread {_shown(key)} must have an object of names and slots")
        slots: dict[str, int] = {}
        for name, slot in pairs:
            if type(slot) is not int or not 0 <= slot < SLOTS:
                what = f"the slot of {_shown(name)} is no whole number from 0 to {SLOTS - 1}"
                self.refuse(start, f"in the thread {_shown(key)} {what}")
            if name in slots:
                self.refuse(start, f"in the thread {_shown(key)} stands {_shown(name)} twice")
            slots[name] = slot
        return slots

    def value(self) -> object:
        start = self.space()
        try:
            value, self.at = self.decoder.raw_decode(self.text, start)
        except json.JSONDecodeError as error:
            endless = error.msg.startswith("Unterminated string")
            self.refuse(len(self.text) if endless else error.pos, f"no valid JSON: {error.msg}")
        except (ValueError, RecursionError):
            self.refuse(start, "numbers too long or brackets too deep to read")
        return value

    def space(self) -> int:
        blank = _SPACE.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.at

    def skip(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.space())
        self.at += found
        return found

    def take(self, sign: str, otherwise: str) -> None:
        if not self.skip(sign):
            self.refuse(self.at, otherwise)

    def refuse(self, at: int, what: str) -> NoReturn:
        if at >= len(self.text.rstrip()):
            what = "the file ends before its end: it was cut short"
        _refuse(self.text, at, f"{what}; {ADVICE}")


class _Pairs(list[tuple[str, object]]):
    """The members of an object in their order, those given twice as well."""


def _refuse(text: str, at: int, what: str) -> NoReturn:
    row = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    raise ValueError(f"line {row}, column {column}: {what}") from None


def _shown(name: str) -> str:
    return repr(name if len(name) <= _SHOWN else name[:_SHOWN] + "…")


def _object(slots: Mapping[str, int]) -> str:
    return "{" + ", ".join([f"{_json(name)}: {slots[name]}" for name in sorted(slots)]) + "}"


def _json(name: str) -> str:
    """`name` as a JSON string; lone surrogates, which no file can hold, as escapes."""
    written = json.dumps(name, ensure_ascii=False)
    return _SURROGATE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", written)
