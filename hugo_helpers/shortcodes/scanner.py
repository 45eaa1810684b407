"""Reads one tag by Hugo's rules, as watched on the binary.

The rules have odd corners, all kept: a slash starts the name anew; a lone `=` is a value of
whatever stands before it; a backslash outside quotes is skipped; a value without quotes runs
to the next white space, over the end of the tag if it must.
"""

from __future__ import annotations

import re

from hugo_helpers.shortcodes.calls import Delimiter, Fault
from hugo_helpers.shortcodes.faults import fault, named, shown
from hugo_helpers.shortcodes.reading import LEFT, Dialect, Look, end_of, is_word, word_end
from hugo_helpers.shortcodes.recovery import Rescued, rescue, rescue_quote
from hugo_helpers.shortcodes.tokens import CLOSES, INLINE, Kind, Tag, Token

_NAME = re.compile(r"[\w/-]*")
_ANY_NAME = re.compile(r"[\w./-]*")
_PARAM = re.compile(r"[\w.-]*")
_QUOTE_OR_END = re.compile(r'["\n]|\\(?=`)')
_QUOTED = re.compile(r'(?:[^"\\\n]++|\\"|\\(?!`))*+')
_ESCAPED = re.compile(r'(?:[^"\\\n]++|\\(?!["`]))*+')


class Scanner:
    """Reads the tag that begins at `start`; what Hugo refuses in it goes to `faults`."""

    def __init__(self, text: str, look: Look, start: int, seen: set[str], dialect: Dialect) -> None:
        self.text = text
        self.look = look
        self.start = self.position = start
        self.delimiter: Delimiter = "<" if text[start + 2] == "<" else "%"
        self.close = CLOSES[self.delimiter]
        self.seen = seen
        """Names so far. Hugo never forgets one: from then on each may be closed."""
        self.dialect = dialect
        self.tokens: list[Token] = []
        self.faults: list[Fault] = []
        self.refused = self.over = False
        self.complaint: Fault | None = None
        """What Hugo says of a closing tag; the true cause may lie in another tag."""
        self._named: bool | None = None
        self._has_name = self._closing = False

    def scan(self) -> Tag:
        """Read on to the end of the tag, or to where the next one may be looked for."""
        self._add("left", self.start, self.start + 3)
        while not self.over:
            self._step()
        return Tag(self.start, self.position, self.delimiter, tuple(self.tokens), self.refused)

    def _add(self, kind: Kind, start: int, end: int, value: str = "") -> None:
        self.tokens.append(Token(kind, start, end, value, start, end))
        self.position = end

    def _step(self) -> None:
        text = self.text
        start = self.position = end_of(self.dialect.inside, text, self.position)
        if text.startswith(self.close, start):
            self._add("right", start, start + len(self.close))
            self.over = True
            return
        char = text[start : start + 1]
        if not char:
            self._end_of_text()
        elif char == "=":
            self._value()
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
        self._refuse(fault("unclosed-tag", message, self.start, self.start + 3))
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
        self._refuse(fault("unrecognized-character", message, start, self.position))

    def _slash(self) -> None:
        self._add("slash", self.position, self.position + 1)
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
            self._refuse(fault("escaped-backtick", message, start, start + 2))

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
        self._add("name", start, end, name)
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
        self._refuse(fault("period-in-name", message, period, period + 1))

    def _end_of_close(self) -> None:
        start = end_of(self.dialect.closing, self.text, self.position)
        if self.over or self.text.startswith(self.close, start):
            self.position = start
            return
        message = f"Behind the name of a closing tag only spaces and {self.close} may stand"
        self.position = start
        self._refuse(fault("malformed-close", message, start, start + 1))
        if not self.over:
            self._give_up()

    def _mixed(self, start: int, end: int, what: str) -> None:
        shape = "named" if self._named else "positional"
        message = f"This call has {shape} parameters; {what} is none: a call takes one sort only"
        self._refuse(fault("mixed-parameters", message, start, end))

    def _word_param(self) -> None:
        start = self.position
        end = word_end(self.text, start, _PARAM)
        word = self.text[start:end]
        is_named = self.text.startswith("=", end)
        self.position = end
        if self._named is None:
            self._named = is_named
        elif self._named != is_named:
            self._mixed(start, end, shown(word))
            if self.position != end or self.over:
                return
        self._add("param", start, end, word)

    def _quoted_param(self, start: int, *, escaped: bool) -> None:
        if self._named:
            self.position = start
            self._mixed(start, start + 1, "this quoted value")
            if self.position != start or self.over:
                return
        self._named = False
        if self.text[start] == "`":
            self._raw("param", start)
        else:
            self._quoted("param", start, escaped=escaped)

    def _value(self) -> None:
        text = self.text
        start = self.position = end_of(self.dialect.before_value, text, self.position + 1)
        char = text[start : start + 1]
        if char == "`":
            self._raw("value", start)
        elif char == '"':
            self._quoted("value", start, escaped=False)
        elif char == "\\":
            self._before_quote()
        else:
            end = self.look.find(self.dialect.behind_value, start)
            self._add("value", start, end, text[start:end])

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
            self._quoted("value", quote, escaped=True)
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

    def _quoted(self, kind: Kind, start: int, *, escaped: bool) -> None:
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

    def _raw(self, kind: Kind, start: int) -> None:
        end = self.look.find("`", start + 1)
        if end == len(self.text):
            self._unterminated(kind, start, end)
            return
        value = self.text[start + 1 : end]
        self.position = end + 1
        self.tokens.append(Token(kind, start, end + 1, value, start + 1, end, "`"))

    def _unterminated(self, kind: Kind, start: int, end: int) -> None:
        if self.refused:
            self._give_up()
        else:
            self._go_on(rescue_quote(self, kind, start, end), end)

    def _refuse(self, found: Fault) -> None:
        """Hugo stops here. Note the true cause once, then save what can be saved."""
        if not self.refused:
            self._go_on(rescue(self, found), self.position)
        elif found.kind == "unrecognized-character":
            self.faults.append(found)
        elif found.kind not in ("mixed-parameters", "period-in-name"):
            self._give_up()

    def _go_on(self, rescued: Rescued, noticed: int) -> None:
        self.refused = True
        self.faults.append(rescued.fault)
        self.position, self.over = rescued.position, rescued.over
        if not self.look.may_go_back(noticed - rescued.position):
            self.position, self.over = self.look.left(noticed), True

    def _give_up(self) -> None:
        end = self.look.find(self.close, self.position)
        left = self.look.left(self.position)
        self.position = end + len(self.close) if end < left else left
        self.over = True
