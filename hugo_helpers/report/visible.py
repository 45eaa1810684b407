"""Text and file names from outside, made safe to print: nothing hidden, nothing that commands.

Shown as an escape: control characters and DEL (`\\x1b`, `\\x0a`), C1 controls (`\\u0085`), all
format characters (Unicode category Cf: bidi controls, zero-width, soft hyphen, tags, BOM), other
characters that draw nothing (Default_Ignorable_Code_Point), line and paragraph separators,
surrogates. A byte that was no UTF-8 in a file name (`surrogateescape`) is shown as that byte,
`\\xff`. What starts a command for a CI runner is broken up: `##[` anywhere, `::` at the start.

Left as it is: all else, and of the hidden characters those that writing needs: joiners and
variation selectors inside an emoji sequence (up to four emoji), and one variation selector behind
an ideograph. More of them, or elsewhere, are shown: texts have been smuggled in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_PICTOGRAPH = (
    r"[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
    r"\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_SKIN = r"[\U0001f3fb-\U0001f3ff]"
_EMOJI = rf"{_PICTOGRAPH}[\ufe0e\ufe0f]?{_SKIN}?"
_IDEOGRAPH = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]"

CLUSTER = (
    rf"{_EMOJI}(?:\u200d{_EMOJI}){{0,3}}"
    r"|[0-9#*]\ufe0f\u20e3"
    rf"|{_IDEOGRAPH}[\ufe00-\ufe02\U000e0100-\U000e01ef]"
)
"""Pattern of the sequences whose joiners and selectors stay: one glyph of several characters."""

HIDDEN = (
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    r"\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Pattern of one character that must not be printed as it is."""

_COMMAND = r"(?<=#)#(?=\w{0,16}\[)"
# A runner trims a line before it looks for the command; `:` alone may be followed by a row number.
_LINE_COMMAND = r"\A\s*:(?=:|\Z)"

_PARTS = f"{CLUSTER}|({HIDDEN}|{_COMMAND}|{_LINE_COMMAND})"
_GLYPH = f"{CLUSTER}|({HIDDEN}|{_COMMAND})"


def visible(text: str) -> str:
    """`text` with every hidden or commanding character escaped: one line, safe to print.

    Applied twice it does the same as once.
    """
    # A set alone is found many times faster than one of several patterns.
    if "##" in text or text.lstrip()[:1] == ":" or _pattern(HIDDEN).search(text):
        return _pattern(_PARTS).sub(_replace, text)
    return text


def _replace(match: re.Match[str]) -> str:
    if match.lastindex is None:
        return match[0]
    space = _pattern(HIDDEN).sub(lambda hidden: escape(hidden[0]), match[0][:-1])
    return space + escape(match[0][-1])


def glyphs(text: str, *ends: int) -> list[list[str]]:
    """What is shown for each glyph of the parts of a line that end at these characters in turn.

    A sequence that reaches over the end of a part is shown by its characters, the hidden ones
    escaped. What only counts at the start of a line is not looked for.
    """
    plain = "##" not in text and not any(_pattern(one).search(text) for one in (HIDDEN, _SKIN))
    spans = zip((0, *ends), ends, strict=False)
    return [list(text[a:b] if plain else _glyphs(text, a, b)) for a, b in spans]


def _glyphs(text: str, start: int, stop: int) -> Iterator[str]:
    pattern = _pattern(_GLYPH)
    position = start
    while position < stop:
        match = pattern.match(text, position)
        if match and match.end() <= stop:
            yield match[0] if match.lastindex is None else escape(match[0])
            position = match.end()
        else:
            yield text[position]
            position += 1


def escape(character: str) -> str:
    """One character as the escape that stands for it: `\\x1b`, `\\u202e`, `\\U000e0041`."""
    code = ord(character)
    if code < 0x80:
        return f"\\x{code:02x}"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    # Every command imports this module, and few runs meet hidden characters: compile late.
    return re.compile(pattern)
