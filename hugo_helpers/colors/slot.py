"""A name's own colour slot, by XEP-0392 (Consistent Color Generation) 1.0, section 5.1."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Final

SLOTS: Final = 36
"""Slots of ten degrees each around the circle of hues."""


@lru_cache(maxsize=1 << 16)
def slot(name: str) -> int:
    """The slot, 0 to 35, that `name` (any text, taken as it is) has by itself.

    The angle is the first two bytes, little endian, of the SHA-1 of the name's UTF-8. A lone
    surrogate has no UTF-8 and cannot stand in a page; it counts as U+FFFD, which Hugo too puts
    in place of what it cannot decode.
    """
    utf8 = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in name).encode()
    digest = hashlib.sha1(utf8, usedforsecurity=False).digest()
    return int.from_bytes(digest[:2], "little") * SLOTS >> 16
