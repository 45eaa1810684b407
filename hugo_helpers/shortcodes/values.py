"""Reads the values of one tag, and goes on where Hugo stops: the ground that `scanner` is on."""

from __future__ import annotations

import re

from hugo_helpers.shortcodes.calls import Delimiter, Fault
from hugo_helpers.shortcodes.faults import fault
from hugo_helpers.shortcodes.reading import Dialect, Look, end_of
from hugo_helpers.shortcodes.recovery import Rescued, rescue, rescue_quote
from hugo_helpers.shortcodes.tokens import CLOSES, Kind, Token

_QUOTE_OR_END = re.compile(r'["\n]|\\(?=`)')
_QUOTED = re.compile(r'(?:[^"\\\n]++|\\"|\\(?!`))*+')
_ESCAPED = re.compile(r'(?:[^"\\\n]++|\\(?!["`]))*+')


class Values:
    """One tag that is being read: how far, with what tokens and faults so far."""

    def __init__(self, text: str, look: Look, start: int, dialect: Dialect) -> None:
        self.text = text
        self.look = look
        self.dialect = dialect
        self.start = self.position = start
        self.delimiter: Delimiter = "<" if text[start + 2] == "<" else "%"
        self.close = CLOSES[self.delimiter]
        self.tokens: list[Token] = []
        self.faults: list[Fault] = []
        self.refused = False
        """Whether Hugo stops in this tag."""
        self.over = False
        """Whether nothing more is to be read of it."""

    def add(self, kind: Kind, start: int, end: int, value: str = "") -> None:
        """A token that ends at `end`, where reading goes on."""
        self.tokens.append(Token(kind, start, end, value, start, end))
        self.position = end

    def read_value(self) -> None:
        """What stands behind the equals sign at the position."""
        text = self.text
        start = self.position = end_of(self.dialect.before_value, text, self.position + 1)
        char = text[start : start + 1]
        if char == "`":
            self.read_raw("value", start)
        elif char == '"':
            self.read_quoted("value", start, escaped=False)
        elif char == "\\":
            self._before_quote()
        else:
            end = self.look.find(self.dialect.behind_value, start)
            self.add("value", start, end, text[start:end])

    def read_quoted(self, kind: Kind, start: int, *, escaped: bool) -> None:
        """A quoted string; with `escaped`, one whose quotes have a backslash before them."""
        text = self.text
        end, escapes = self._run(_ESCAPED if escaped else _QUOTED, start + 1)
        if not text.startswith(('"', '\\"'), end):
            self._unterminated(kind, start, end)
            return
        self._refuse_escapes(escapes)
        value = text[start + 1 : end]
        if not escaped and '\\"' in value:
            value = value.replace("\\", "")
        self.position = end + (2 if text[end] == "\\" else 1)
        self.tokens.append(Token(kind, start, self.position, value, start + 1, end, '"'))

    def read_raw(self, kind: Kind, start: int) -> None:
        """A raw string between backticks; it may span lines."""
        end = self.look.find("`", start + 1)
        if end == len(self.text):
            self._unterminated(kind, start, end)
            return
        value = self.text[start + 1 : end]
        self.position = end + 1
        self.tokens.append(Token(kind, start, end + 1, value, start + 1, end, "`"))

    def refuse(self, found: Fault) -> None:
        """Hugo stops for what was found. Note the true cause once, then go on from there."""
        if not self.refused:
            self._go_on(rescue(self, found), self.position)
        elif found.kind == "unrecognized-character":
            self.faults.append(found)
        elif found.kind not in ("mixed-parameters", "period-in-name"):
            self.give_up()

    def give_up(self) -> None:
        """Leave the tag: for its end, or for the next one if that comes first."""
        end = self.look.find(self.close, self.position)
        left = self.look.left(self.position)
        self.position = end + len(self.close) if end < left else left
        self.over = True

    def _before_quote(self) -> None:
        """`=\\"…` Everything up to the quote is thrown away, on the same line."""
        start = self.position
        escapes = []
        quote = self.look.find(_QUOTE_OR_END, start)
        while self.text.startswith("\\", quote):
            escapes.append(quote)
            quote = self.look.find(_QUOTE_OR_END, quote + 2)
        if self.text.startswith('"', quote):
            self._refuse_escapes(escapes)
            self.read_quoted("value", quote, escaped=True)
        else:
            self._unterminated("value", start, quote)

    def _run(self, run: re.Pattern[str], start: int) -> tuple[int, list[int]]:
        """Where a run ends, and the backslashes before backticks that it went over."""
        escapes = []
        end = end_of(run, self.text, start)
        while self.text.startswith("\\`", end):
            escapes.append(end)
            end = end_of(run, self.text, end + 2)
        return end, escapes

    def _refuse_escapes(self, escapes: list[int]) -> None:
        message = "A backslash before a backtick is refused: leave the backslash out"
        self.refused = self.refused or bool(escapes)
        self.faults += [fault("escaped-backtick", message, at, at + 2) for at in escapes]

    def _unterminated(self, kind: Kind, start: int, end: int) -> None:
        if self.refused:
            self.give_up()
        else:
            self._go_on(rescue_quote(self, kind, start, end), end)

    def _go_on(self, rescued: Rescued, noticed: int) -> None:
        self.refused = True
        self.faults.append(rescued.fault)
        self.position, self.over = rescued.position, rescued.over
        if not self.look.may_go_back(noticed - rescued.position):
            self.position, self.over = self.look.left(noticed), True
