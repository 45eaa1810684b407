"""TOML, YAML and JSON from outside, bounded in size, depth and time."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Literal

Format = Literal["toml", "yaml", "json"]

MAX_CHARACTERS = 1_000_000
MAX_DOTS = 500
_STRINGS = r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"


def parse(text: str, kind: Format) -> dict[str, object]:
    """The mapping that `text` holds; an empty text is an empty one.

    Raises ValueError, with one line that says what is wrong and where, for text that is not of
    that format, is no mapping, or is larger or deeper than any honest file.
    """
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"more than {MAX_CHARACTERS:,} characters of {kind.upper()}")
    try:
        found = _PARSERS[kind](text)
    except RecursionError:
        raise ValueError(f"{kind.upper()} nested too deeply") from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{kind.upper()} that is not a list of keys and values")
    return found


def error_row(error: ValueError) -> int | None:
    """The row, from 1, that the message of a parser names; None when it names none."""
    found = re.search(r"\bline (\d+)", str(error))
    return int(found[1]) if found else None


def _toml(text: str) -> object:
    # tomllib takes quadratic time for a key of many parts: no honest key has hundreds.
    if text.count(".") > MAX_DOTS:
        bare = re.sub(_STRINGS, "s", text)
        for row, line in enumerate(bare.split("\n"), 1):
            if line.count(".") > MAX_DOTS:
                raise ValueError(f"a key of more than {MAX_DOTS} parts (at line {row})")
    return tomllib.loads(text.replace("\r\n", "\n"))


def _yaml(text: str) -> object:
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        found: object = YAMLHandler().load(text)
    except yaml.MarkedYAMLError as error:
        row = f" (at line {error.problem_mark.line + 1})" if error.problem_mark else ""
        raise ValueError(f"{error.problem or 'not YAML'}{row}") from None
    except yaml.YAMLError as error:
        raise ValueError(str(error).splitlines()[0]) from None
    except (AttributeError, LookupError, TypeError) as error:
        # PyYAML's constructors take a tag at its word: `!!timestamp foo` is no time.
        raise ValueError(f"a value that is not what its tag says ({error})") from None
    return found


def _json(text: str) -> object:
    return json.loads(text) if text.strip() else None


_PARSERS = {"toml": _toml, "yaml": _yaml, "json": _json}
