"""One compiled pattern for the tags that nearly all content is made of.

It finds every opening delimiter, and reads the tag behind it whole when that tag is plain: an
ASCII name, then either one value or named parameters, all in double quotes without a backslash
and set apart by white space. Whatever else stands there is left to `lexer`, which reads every
tag; a property test holds the two together. Runs of characters are possessive, so that a
failing match never walks back through a value.
"""

from __future__ import annotations

import re
from functools import cache

MOST = 10
"""Named parameters that the pattern has room for: matomeQuote takes nine."""

LEFT, NAME, POSITIONAL, NAMED = 1, 2, 3, 4
SLASH = NAMED + 2 * MOST
CLOSE = SLASH + 1
"""The groups of `tag`: `<` or nothing, the name, the value of a lone positional parameter, name
and value of each named one in turn, the slash of a self-closing tag, the name in a closing tag.
A match that has none of them but the first is an opening delimiter before something else."""

_SPACE = r"[ \t\r\n]"
_NAME = r"([A-Za-z0-9_][A-Za-z0-9_-]*+)"
_VALUE = r'"([^"\\\n]*+)"'
_KEY = r"([A-Za-z0-9_-][A-Za-z0-9_.-]*+)"
_END = rf"(?({LEFT})>|%)\}}\}}"


def _named(count: int) -> str:
    return rf"(?:{_SPACE}++{_KEY}={_VALUE}{_named(count - 1)})?" if count else ""


_TAG = (
    r"\{\{(?:(<)|%)(?:"
    rf"{_SPACE}*+{_NAME}(?:{_SPACE}++{_VALUE}|{_named(MOST)})"
    rf'(?:{_SPACE}++|(?<=")|(?=[>%]))(/{_SPACE}*+)?{_END}'
    rf"|{_SPACE}*+/{_SPACE}*+{_NAME}[ \t]*+{_END}"
    r")?"
)


@cache
def tag() -> re.Pattern[str]:
    """The pattern; it takes its time to compile, and a post of the usual shape needs none."""
    return re.compile(_TAG)
