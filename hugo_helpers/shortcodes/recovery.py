"""Where Hugo stops in a tag: what the true cause is, and where to read on.

Hugo blames the place where it noticed. A missing quote, though, is noticed at the next quote,
and a missing end of a tag anywhere behind it. The aim is one fault for one mistake.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.faults import fault, shown
from hugo_helpers.shortcodes.reading import LEFT, Look
from hugo_helpers.shortcodes.tokens import Kind, Token

_LAST_KEY = re.compile(r"[ \t\r\n]([\w-]++)=\Z")
_CLOSING_QUOTE = re.compile(r'"(?=[ \t\r\n]*+(?:[\w-]++=|/?[>%]\}\}))')
_BEFORE_KEY = re.compile(r'[^\w"`<>%{}]{1,8}+(?:[\w-]++=|/?[>%]\}\})')
_HALF_CLOSE = re.compile(r"[>%]?[ \t]*+\}\}?")


class Rescued(NamedTuple):
    """The fault to report, and where to go on reading."""

    fault: Fault
    position: int
    over: bool


class Scan(Protocol):
    """What is known of the tag that is being read."""

    text: str
    look: Look
    start: int
    position: int
    close: str
    tokens: list[Token]


def rescue(scan: Scan, found: Fault) -> Rescued:
    """The true cause of `found`, which Hugo noticed at `found.start`."""
    return (
        _swallowed(scan)
        or _quote_in_value(scan, found)
        or _no_opening_quote(scan, found)
        or _wrong_delimiter(scan, found)
        or _unclosed(scan, found)
        or Rescued(found, scan.position, over=False)
    )


def rescue_quote(scan: Scan, kind: Kind, start: int, end: int) -> Rescued:
    """The quote at `start` is not ended before `end`, a line break or the end of the text."""
    text, close = scan.text, scan.close
    raw = text[start] == "`"
    closed = text.find(close, start + 1, end)
    left = scan.look.left(start + 1)
    if raw:
        found = _unterminated(scan, start, start + 1)
        if 0 <= closed < left:
            return Rescued(found, closed + len(close), over=True)
        return Rescued(found, left, over=True)
    if closed >= 0:
        return Rescued(_unterminated(scan, start, closed), closed + len(close), over=True)
    closing = _CLOSING_QUOTE.search(text, end, left)
    if closing is not None:
        value = text[start + 1 : closing.start()]
        token = Token(kind, start, closing.end(), value, start + 1, closing.start(), '"')
        scan.tokens.append(token)
        return Rescued(_unterminated(scan, start, end), closing.end(), over=False)
    closed = scan.look.find(close, end)
    position = closed + len(close) if closed < left else min(left, max(end, start + 1))
    return Rescued(_unterminated(scan, start, end), position, over=True)


def _unterminated(scan: Scan, start: int, end: int) -> Fault:
    if scan.text[start] == "`":
        message = "This raw string is not ended: its closing backtick is missing"
        return fault("unterminated-raw-string", message, start, end)
    message = 'This value is not ended: its closing " is missing'
    if scan.text.startswith("\n", end):
        message += "; for a line break inside a value, use backticks"
    return fault("unterminated-quote", message, start, end)


def _swallowed(scan: Scan) -> Rescued | None:
    """A value that holds the end of the tag, and perhaps the start of the next one."""
    text, close = scan.text, scan.close
    for index, token in enumerate(scan.tokens):
        if token.kind not in ("param", "value"):
            continue
        closed = text.find(close, token.value_start, token.value_end)
        if closed < 0:
            continue
        position = closed + len(close)
        if not token.quoting:
            written = shown(text[token.start : closed].strip("'‘’“”"))
            message = f'This value swallows the {close}: write "{written}", in quotes'
            cut = token._replace(end=closed, value=text[token.start : closed], value_end=closed)
            scan.tokens[index:] = [cut]
            found = fault("unquoted-value", message, token.start, position)
            return Rescued(found, position, over=True)
        opened = LEFT.search(text, token.value_start, token.value_end)
        if opened is not None and opened.start() > closed:
            del scan.tokens[index:]
            return Rescued(_unterminated(scan, token.start, closed), position, over=True)
    return None


def _quote_in_value(scan: Scan, found: Fault) -> Rescued | None:
    """What Hugo refuses stands behind the quote that ends a value: that quote is the mistake."""
    last = scan.tokens[-1]
    if last.quoting != '"' or _BEFORE_KEY.match(scan.text, found.start):
        return None
    sticks = last.end == found.start
    key = _LAST_KEY.search(last.value)
    if sticks and key is not None and last.value_end - last.value_start == len(last.value):
        start = last.value_start + key.start()
        cut = last._replace(end=start, value=last.value[: key.start()], value_end=start)
        scan.tokens[-1] = cut
        return Rescued(_unterminated(scan, last.start, start), start, over=False)
    closing = _closing_quote(scan, found.start, at_once=not sticks)
    if closing is None:
        return None
    _lengthen(scan, last.value_start, closing)
    message = 'This " ends the value: inside a value write \\", or put the value in backticks'
    where = fault("unescaped-quote", message, last.value_end, last.end)
    return Rescued(where, closing + 1, over=False)


def _no_opening_quote(scan: Scan, found: Fault) -> Rescued | None:
    """A value without an opening quote ends at its first space; its closing quote is there."""
    last = scan.tokens[-1]
    if last.kind != "value" or last.quoting:
        return None
    closing = _closing_quote(scan, found.start, at_once=True)
    if closing is None:
        return None
    _lengthen(scan, last.value_start, closing)
    message = 'This value ends at its first space: its opening " is missing'
    where = fault("unquoted-value", message, last.start, closing + 1)
    return Rescued(where, closing + 1, over=False)


def _closing_quote(scan: Scan, start: int, *, at_once: bool) -> int | None:
    """The next quote on the line behind which a parameter or the end of the tag follows.

    With `at_once`, only if there is no other quote before it.
    """
    end = min(scan.look.find("\n", start), scan.look.left(start))
    closing = _CLOSING_QUOTE.search(scan.text, start, end)
    if closing is None or (at_once and scan.text.find('"', start) != closing.start()):
        return None
    return closing.start()


def _lengthen(scan: Scan, start: int, end: int) -> None:
    """Let the value that was read last reach to the quote at `end`."""
    value = scan.text[start:end]
    scan.tokens[-1] = scan.tokens[-1]._replace(end=end + 1, value=value, value_end=end)


def _wrong_delimiter(scan: Scan, found: Fault) -> Rescued | None:
    text, look, start = scan.text, scan.look, found.start
    half = _HALF_CLOSE.match(text, start)
    end = half.end() if half else start + 1
    if half is None:
        rest = min(look.left(start), look.find("\n", start))
        if not text.startswith(scan.close[0], start) or look.find(scan.close, start) < rest:
            return None
    message = f"This tag ends in {shown(text[start:end])}: end it with {scan.close}"
    return Rescued(fault("wrong-delimiter", message, start, end), end, over=True)


def _unclosed(scan: Scan, found: Fault) -> Rescued | None:
    """The tag has run on into the text behind it, up to the next tag or the end."""
    text, look = scan.text, scan.look
    at = max(found.start, scan.start + 3)
    left = look.left(at)
    if look.find(scan.close, at) < left:
        return None
    on_a_line = text.find("\n", scan.start, at) < 0
    if on_a_line and left != at and found.kind != "unclosed-tag":
        return None
    message = f"This tag is not closed: end it with {scan.close}"
    where = fault("unclosed-tag", message, scan.start, scan.start + 3)
    return Rescued(where, left, over=True)
