"""The pieces that a tag falls into."""

import re
from typing import Literal, NamedTuple

from hugo_helpers.shortcodes.calls import Delimiter, Quoting
from hugo_helpers.site.versions import Version

Kind = Literal["left", "right", "slash", "name", "param", "value"]

CLOSES: dict[Delimiter, str] = {"<": ">}}", "%": "%}}"}
INLINE = ".inline"


def names_ignore_case(hugo: Version) -> bool:
    """Whether that version finds the template `quote` for a shortcode `Quote`."""
    return hugo >= (0, 146, 0)


class Token(NamedTuple):
    """A piece of a tag; for a name, parameter or value, `value` is what Hugo reads."""

    kind: Kind
    start: int
    end: int
    value: str = ""
    value_start: int = 0
    value_end: int = 0
    quoting: Quoting = ""


class Tag(NamedTuple):
    """Everything from a `{{<` to its `>}}`, both included."""

    start: int
    end: int
    delimiter: Delimiter
    tokens: tuple[Token, ...]
    refused: bool = False
    """Hugo stops in this tag: its tokens are what could be saved of it."""


AnyTag = Tag | re.Match[str]
"""A tag as the lexer read it, or a match of `fast.tag`."""
