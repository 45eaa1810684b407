"""Values as JSON in a cache, and back. Bytes that come back may have been in any hands: types are
checked, and nothing in them is ever run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def dumps(value: object) -> bytes:
    """`value` as JSON, in one line. Surrogates alone, as in names that are no UTF-8, stay."""
    return _encode(value).encode("utf-8", "surrogatepass")


def loads(data: bytes) -> Any:
    """The value of JSON text. Raises ValueError, also for what is nested too deep."""
    with strict():
        return json.loads(data.decode("utf-8", "surrogatepass"))


def each(values: object, kind: type[T]) -> list[T]:
    """A list whose items are all of one type. Raises ValueError for anything else."""
    items = one(values, list)
    if kind is not object and not set(map(type, items)) <= {kind}:
        raise ValueError("an item of another type")
    return items


def one(value: object, kind: type[T]) -> T:
    """A value of that type. Raises ValueError for anything else."""
    if type(value) is not kind:
        raise ValueError(f"not of the type {kind.__name__}")
    return value


@contextmanager
def strict() -> Iterator[None]:
    """Whatever goes wrong in the block means that the value is not what was packed: ValueError."""
    try:
        yield
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError(f"not what was packed: {error}") from None
