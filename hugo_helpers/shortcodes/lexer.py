"""Text to tags and their tokens, as Hugo's lexer makes them, with offsets in characters.

The rules are those of Hugo's `parser/pageparser`, each held against the binary. Where Hugo
stops at its first error, this lexer notes a fault, finds a place to go on from, and goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.faults import fault, shown
from hugo_helpers.shortcodes.reading import LEFT, WHITES, Look, dialect, end_of
from hugo_helpers.shortcodes.scanner import Scanner
from hugo_helpers.shortcodes.tokens import CLOSES, INLINE, Tag
from hugo_helpers.site.versions import NEWEST, Version

_INLINE_CLOSE = re.compile(rf"\{{\{{[<%]\s*+/\s*+([\w/-]++\{INLINE})")


class _Inline(NamedTuple):
    name: str
    start: int
    end: int


class Lexer:
    """Reads the tags of one text, one after the other, and collects their faults."""

    def __init__(self, text: str, hugo: Version = NEWEST, seen: set[str] | None = None) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.refused = False
        """Whether Hugo stops before the end of the text."""
        self.complaint: Fault | None = None
        """What Hugo says first of a closing tag, if its true cause is still to be found."""
        self.seen = set() if seen is None else seen
        """Names so far. Hugo never forgets one: from then on each may be closed."""
        self.inline: _Inline | None = None
        """The inline shortcode that is open."""
        self._dialect = dialect(hugo)
        self._look = Look(text)
        self._inline_closes: dict[str, int] | None = None

    def tags(self, start: int = 0) -> Iterator[Tag]:
        """The tags from offset `start` on, in order. Comments are none."""
        while found := LEFT.search(self.text, start):
            tag, start = self.tag(found.start())
            if tag is not None:
                yield tag

    def tag(self, start: int) -> tuple[Tag | None, int]:
        """Read the tag that begins at `start`, a `{{<` or `{{%`.

        Returns it, or None for a comment, and the offset to look for the next one from.
        """
        text = self.text
        if self.inline is not None:
            self._check_nesting(start, self.inline)
        if text.startswith("/*", start + 3):
            return None, self._comment(start)
        scanner = Scanner(text, self._look, start, self.seen, self._dialect)
        tag = scanner.scan()
        self.faults += scanner.faults
        self.refused = self.refused or scanner.refused
        self.complaint = self.complaint or scanner.complaint
        if any(token.kind == "slash" for token in tag.tokens):
            self.inline = None
        else:
            for token in tag.tokens:
                if token.kind == "name" and token.value.endswith(INLINE):
                    self.inline = _Inline(token.value, tag.start, tag.end)
        return tag, tag.end

    def _comment(self, start: int) -> int:
        close = CLOSES["<" if self.text[start + 2] == "<" else "%"]
        end = self._look.find("*/" + close, start + 3)
        if start + 5 <= end < len(self.text):
            return end + 2 + len(close)
        self.refused = True
        message = f"This comment is not closed: end it with */{close}"
        self.faults.append(fault("unclosed-comment", message, start, start + 5))
        end = self._look.find(close, start + 5)
        return end + len(close) if end < self._look.left(start + 5) else start + 5

    def _check_nesting(self, start: int, inline: _Inline) -> None:
        """Inside an inline shortcode only its own close may stand, with a space behind."""
        slash = end_of(WHITES, self.text, start + 3)
        if self.text.startswith("/", slash):
            name = end_of(WHITES, self.text, slash + 1)
            if self.text.startswith(inline.name, name):
                return  # without the space behind it, the scanner refuses the name
        self.refused = True
        if self._inline_closes is None:
            closes = _INLINE_CLOSE.finditer(self.text)
            self._inline_closes = {close[1]: close.start() for close in closes}
        if self._inline_closes.get(inline.name, -1) > start:
            message = f"No other shortcode can stand inside the inline {shown(inline.name)}"
            self.faults.append(fault("nested-inline", message, start, start + 3))
            return
        message = (
            f"The inline shortcode {shown(inline.name)} is not closed: end it with "
            f"{{{{< /{shown(inline.name)} >}}}}, with a space behind the name"
        )
        self.faults.append(fault("unclosed-inline", message, inline.start, inline.end))
        self.inline = None
