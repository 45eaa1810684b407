"""Values out of a configuration, whatever stands there: a value of another kind is none."""

from collections.abc import Mapping
from typing import Any


def table(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The table at `key`, else an empty one."""
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def text(values: Mapping[str, Any], key: str, default: str) -> str:
    """The text at `key`, else `default`."""
    found = values.get(key)
    return found if isinstance(found, str) else default


def strings(value: Any) -> list[str]:
    """A text, or the texts of a list."""
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []
