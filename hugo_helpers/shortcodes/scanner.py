"""Reads one tag by Hugo's rules, as watched on the binary.

The rules have odd corners, all kept: a slash starts the name anew; a lone `=` is a value of
whatever stands before it; a backslash outside quotes is skipped; a value without quotes runs
to the next white space, over the end of the tag if it must.
"""

from __future__ import annotations

import re

from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.faults import fault, mixed, named, shown
from hugo_helpers.shortcodes.reading import LEFT, Dialect, Look, end_of, is_word, word_end
from hugo_helpers.shortcodes.tokens import INLINE, Tag
from hugo_helpers.shortcodes.values import Values

_NAME = re.compile(r"[\w/-]*")
_ANY_NAME = re.compile(r"[\w./-]*")
_PARAM = re.compile(r"[\w.-]*")


class Scanner(Values):
    """Reads the tag that begins at `start`; what Hugo refuses in it goes to `faults`."""

    def __init__(self, text: str, look: Look, start: int, seen: set[str], dialect: Dialect) -> None:
        super().__init__(text, look, start, dialect)
        self.seen = seen
        """Names so far. Hugo never forgets one: from then on each may be closed."""
        self.complaint: Fault | None = None
        """What Hugo says of a closing tag; the true cause may lie in another tag."""
        self._named: bool | None = None
        self._has_name = self._closing = False

    def scan(self) -> Tag:
        """Read on to the end of the tag, or to where the next one may be looked for."""
        self.add("left", self.start, self.start + 3)
        while not self.over:
            self._step()
        return Tag(self.start, self.position, self.delimiter, tuple(self.tokens), self.refused)

    def _step(self) -> None:
        text = self.text
        start = self.position = end_of(self.dialect.inside, text, self.position)
        if text.startswith(self.close, start):
            self.add("right", start, start + len(self.close))
            self.over = True
            return
        char = text[start : start + 1]
        if not char:
            self._end_of_text()
        elif char == "=":
            self.read_value()
        elif char == "/":
            self._slash()
        elif char == "\\":
            self._backslash()
        elif self._has_name and char in '"`':
            self._quoted_param(start, escaped=False)
        elif self._has_name and (is_word(char) or char == "-"):
            self._word_param()
        elif is_word(char):
            self._name()
        else:
            self._unrecognized()

    def _end_of_text(self) -> None:
        message = f"This tag is not closed: end it with {self.close}"
        self.refuse(fault("unclosed-tag", message, self.start, self.start + 3))
        self.over = True

    def _unrecognized(self) -> None:
        start = self.position
        if self.refused and LEFT.match(self.text, start):
            self.over = True
            return
        char = self.text[start]
        self.position = start + 1
        while self.text.startswith(char, self.position) and char != "{":
            self.position += 1
        message = f"{named(char)} may not stand here: put the value in quotes"
        if char.isspace():
            message = f"{named(char)} is no space to Hugo: write a plain one"
        elif not char.isprintable():
            message = f"{named(char)} may not stand here: delete it"
        elif char in "“”„‟＂":
            message = f'{named(char)} is no quote to Hugo: write "'
        self.refuse(fault("unrecognized-character", message, start, self.position))

    def _slash(self) -> None:
        self.add("slash", self.position, self.position + 1)
        self._closing, self._has_name = True, False
        if not self.seen:
            self._complain("close-without-open", "Nothing is open that this tag could close")

    def _complain(self, kind: str, message: str) -> None:
        self.refused = True
        if self.complaint is None:
            self.complaint = fault(kind, message, self.start, self.position)

    def _backslash(self) -> None:
        start = self.position
        self.position = start + 1
        if self.text.startswith('"', start + 1):
            self._quoted_param(start + 1, escaped=True)
        elif self.text.startswith("`", start + 1):
            self.position = start + 2
            message = "A backslash before a backtick is refused: leave the backslash out"
            self.refuse(fault("escaped-backtick", message, start, start + 2))

    def _name(self) -> None:
        text, start = self.text, self.position
        end = word_end(text, start, _NAME)
        if text.startswith(INLINE + " ", end):
            end += len(INLINE)
        elif text.startswith(".", end):
            period, end = end, word_end(text, end, _ANY_NAME)
            self.position = end
            self._period(period)
            if self.over or self.position != end:
                return
        name = text[start:end]
        self._has_name = True
        self.add("name", start, end, name)
        if not self._closing:
            self.seen.add(name)
            return
        if name not in self.seen:
            self._complain("close-mismatch", f"No {shown(name)} was opened before")
        self._closing = False
        self._end_of_close()

    def _period(self, period: int) -> None:
        message = "A period may stand in the name of an inline shortcode only (name.inline)"
        if self.text.startswith(INLINE, period):
            message = f"Hugo wants a space behind {INLINE}"
        self.refuse(fault("period-in-name", message, period, period + 1))

    def _end_of_close(self) -> None:
        start = end_of(self.dialect.closing, self.text, self.position)
        if self.over or self.text.startswith(self.close, start):
            self.position = start
            return
        message = f"Behind the name of a closing tag only spaces and {self.close} may stand"
        self.position = start
        self.refuse(fault("malformed-close", message, start, start + 1))
        if not self.over:
            self.give_up()

    def _word_param(self) -> None:
        start = self.position
        end = word_end(self.text, start, _PARAM)
        word = self.text[start:end]
        is_named = self.text.startswith("=", end)
        self.position = end
        if self._named is None:
            self._named = is_named
        elif self._named != is_named:
            self.refuse(mixed(shown(word), start, end, named=is_named))
            if self.position != end or self.over:
                return
        self.add("param", start, end, word)

    def _quoted_param(self, start: int, *, escaped: bool) -> None:
        if self._named:
            self.position = start
            self.refuse(mixed("This value", start, start + 1, named=False))
            if self.position != start or self.over:
                return
        self._named = False
        if self.text[start] == "`":
            self.read_raw("param", start)
        else:
            self.read_quoted("param", start, escaped=escaped)
