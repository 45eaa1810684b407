"""TOML, YAML and JSON from outside, bounded in size, depth and time."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Literal

from hugo_helpers.site import toml_plain
from hugo_helpers.site.versions import NEWEST, OLDEST, Version

Format = Literal["toml", "yaml", "json"]

MAX_CHARACTERS = 1_000_000


def parse(text: str, kind: Format, hugo: Version = NEWEST) -> dict[str, object]:
    """The mapping that this version of Hugo reads in `text`; an empty text is an empty one.

    Raises ValueError, with one line that says what is wrong and where, for text that is not of
    that format, is no mapping, or is larger or deeper than any honest file.
    """
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"more than {MAX_CHARACTERS:,} characters of {kind.upper()}")
    try:
        found = _PARSERS[kind](text, hugo)
    except RecursionError:
        raise ValueError(f"{kind.upper()} nested too deeply") from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{kind.upper()} that is not a list of keys and values")
    return found


def parse_settings(text: str, kind: Format) -> dict[str, object]:
    """The mapping that some supported version of Hugo reads in `text`; else as `parse`."""
    try:
        return parse(text, kind)
    except ValueError:
        with suppress(ValueError):
            return parse(text, kind, OLDEST)
        raise


def error_row(error: ValueError) -> int | None:
    """The row, from 1, that the message of a parser names; None when it names none."""
    found = re.search(r"\bline (\d+)", str(error))
    return int(found[1]) if found else None


def _toml(text: str, hugo: Version) -> object:
    if (plain := toml_plain.loads(text)) is not None:
        return plain
    from hugo_helpers.site import toml_text

    return toml_text.loads(text, hugo)


def _yaml(text: str, hugo: Version) -> object:
    import yaml

    from hugo_helpers.site import yaml_text

    try:
        return yaml_text.load(text, hugo)
    except yaml.MarkedYAMLError as error:
        row = f" (at line {error.problem_mark.line + 1})" if error.problem_mark else ""
        raise ValueError(f"{error.problem or 'not YAML'}{row}") from None
    except yaml.YAMLError as error:
        raise ValueError(str(error).splitlines()[0]) from None
    except (AttributeError, LookupError, TypeError) as error:
        # PyYAML's constructors take a tag at its word: `!!timestamp foo` is no time.
        raise ValueError(f"a value that is not what its tag says ({error})") from None


def _json(text: str, _hugo: Version) -> object:
    if not text.strip():
        return None
    return json.loads(text, parse_float=_number, parse_int=_whole, parse_constant=_no_constant)


def _number(written: str) -> float:
    """Go refuses a number that is too large for a float; Python takes it for infinity."""
    value = float(written)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"{written[:40]} is too large for a number")
    return value


def _whole(written: str) -> float:
    return int(written) if len(written) < 300 else _number(written)


def _no_constant(written: str) -> object:
    raise ValueError(f"JSON has no {written}")


_PARSERS = {"toml": _toml, "yaml": _yaml, "json": _json}
