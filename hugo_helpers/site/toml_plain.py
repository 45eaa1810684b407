"""The TOML of most front matter, read in one step: keys with texts, lists of texts, truth, dates.

A text of any other shape is left to `toml_text`; a property test holds the two together.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_BASIC = r'"[^"\\\x00-\x1f\x7f]*+"'
_LITERAL = r"'[^'\x00-\x1f\x7f]*+'"
_TEXT = rf"(?:{_BASIC}(?!\")|{_LITERAL}(?!'))"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?"
_LINE = re.compile(
    rf"[ ]*+([A-Za-z0-9_-]++) *+= *+(?:({_TEXT})|(true|false)|({_DATE}(?:[T ]{_CLOCK})?)"
    rf"|\[ *+((?:{_TEXT} *+, *+)*+{_TEXT}?) *+\]) *+(?:\r?\n|\Z)|[ ]*+(?:\r?\n|\Z)"
)
_EACH = re.compile(_TEXT)


def loads(text: str) -> dict[str, object] | None:
    """The values of a text of this shape; None for any other."""
    values: dict[str, object] = {}
    at, end = 0, len(text)
    while at < end:
        line = _LINE.match(text, at)
        if line is None:
            return None
        at = line.end()
        key, written, truth, moment, listed = line.groups()
        if key is None:
            continue
        if key in values:
            return None
        if written is not None:
            values[key] = written[1:-1]
        elif truth is not None:
            values[key] = truth == "true"
        elif moment is not None:
            try:
                values[key] = _moment(moment)
            except ValueError:
                return None
        else:
            values[key] = [one[1:-1] for one in _EACH.findall(listed)]
    return values


def _moment(written: str) -> date:
    if len(written) == len("2025-02-05"):
        return date.fromisoformat(written)
    return datetime.fromisoformat(written)
