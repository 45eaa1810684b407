"""Which characters a font file has glyphs for: its `cmap` table, read without a font library.

Pillow draws .notdef (often □) for what is missing and does not say so. Formats 4 and 12 of the
OpenType specification hold every Unicode mapping in use; a font with neither covers nothing here.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import BinaryIO

MAX_FONT_BYTES = 200_000_000
_MAX_TABLES = 512
_MAX_CMAP_BYTES = 16_000_000
# The order in which FreeType, and so Pillow, chooses a Unicode mapping: full range first.
_FULL = ((3, 10), (0, 6), (0, 4))
_BASIC = ((3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


class FontFile:
    """What one face of a font file says of itself.

    `tables`: its table tags; `identity`: file name, size and checksum, the same wherever the
    file lies; `has(code)`: whether a code point has a glyph.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        """Read the face `index` of `path`.

        Raises OSError when the file cannot be read, ValueError when it is no font.
        """
        try:
            with path.open("rb") as file:
                size = file.seek(0, 2)
                if size > MAX_FONT_BYTES:
                    raise ValueError(f"font {path}: over {MAX_FONT_BYTES // 1_000_000} MB")
                directory = _directory(file, index)
                self.tables = frozenset(directory)
                head = _read(file, *directory.get("head", (0, 0)), limit=64)
                self.identity = f"{path.name}#{index}:{size}:{head[4:12].hex()}"
                self._mapping = _mapping(file, directory)
        except (struct.error, EOFError, IndexError) as error:
            raise ValueError(f"font {path}: not a font, or cut short") from error

    def has(self, code: int) -> bool:
        """Whether the code point `code` has a glyph of its own, not .notdef."""
        return self._mapping.has(code)


class _Groups:
    """Format 12: sorted groups of consecutive code points."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack_from(">I", data, 12)
        numbers = _numbers("I", data[16 : 16 + 12 * count], 12 * count)
        self._starts, self._ends, self._glyphs = numbers[0::3], numbers[1::3], numbers[2::3]

    def has(self, code: int) -> bool:
        at = bisect_right(self._starts, code) - 1
        if at < 0 or code > self._ends[at]:
            return False
        return self._glyphs[at] + code - self._starts[at] != 0


class _Segments:
    """Format 4: segments of the basic plane, with holes inside them."""

    def __init__(self, data: bytes) -> None:
        length, _, doubled = struct.unpack_from(">HHH", data, 2)
        count = doubled // 2
        # A length of 0xFFFF or less than the truth is common in large fonts: take what is there.
        words = _numbers("H", data[14 : 14 + max(length, len(data)) // 2 * 2], 8 * count + 2)
        self._ends = words[:count]
        self._starts = words[count + 1 : 2 * count + 1]
        self._deltas = words[2 * count + 1 : 3 * count + 1]
        self._offsets = words[3 * count + 1 : 4 * count + 1]
        self._glyphs = words[3 * count + 1 :]

    def has(self, code: int) -> bool:
        at = bisect_left(self._ends, code)
        if at == len(self._ends) or code < self._starts[at]:
            return False
        delta, offset = self._deltas[at], self._offsets[at]
        if offset == 0:
            return (code + delta) & 0xFFFF != 0
        place = at + offset // 2 + code - self._starts[at]
        if place >= len(self._glyphs):
            return False
        glyph = self._glyphs[place]
        return glyph != 0 and (glyph + delta) & 0xFFFF != 0


class _Nothing:
    def has(self, _code: int) -> bool:
        return False


def _numbers(kind: str, data: bytes, least: int) -> array[int]:
    width = 4 if kind == "I" else 2
    if len(data) < least:
        raise EOFError
    numbers: array[int] = array(kind, data[: len(data) // width * width])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _read(file: BinaryIO, offset: int, length: int, limit: int) -> bytes:
    file.seek(offset)
    return file.read(min(length, limit))


def _directory(file: BinaryIO, index: int) -> dict[str, tuple[int, int]]:
    start = 0
    header = _read(file, 0, 12, 12)
    if header[:4] == b"ttcf":
        (faces,) = struct.unpack_from(">I", header, 8)
        if not 0 <= index < min(faces, _MAX_TABLES):
            raise IndexError
        (start,) = struct.unpack(">I", _read(file, 12 + 4 * index, 4, 4))
        header = _read(file, start, 12, 12)
    elif index:
        raise IndexError
    if header[:4] not in (b"\x00\x01\x00\x00", b"OTTO", b"true", b"typ1"):
        raise EOFError
    (count,) = struct.unpack_from(">H", header, 4)
    if count > _MAX_TABLES:
        raise EOFError
    records = _read(file, start + 12, 16 * count, 16 * count)
    tables = {}
    for tag, _sum, offset, length in struct.iter_unpack(">4sIII", records):
        tables[tag.decode("latin-1")] = (offset, length)
    return tables


def _mapping(
    file: BinaryIO, directory: dict[str, tuple[int, int]]
) -> _Groups | _Segments | _Nothing:
    if "cmap" not in directory:
        return _Nothing()
    data = _read(file, *directory["cmap"], limit=_MAX_CMAP_BYTES)
    (count,) = struct.unpack_from(">H", data, 2)
    found = {}
    for number in range(min(count, _MAX_TABLES)):
        platform, encoding, offset = struct.unpack_from(">HHI", data, 4 + 8 * number)
        found[platform, encoding] = offset
    for key in (*_FULL, *_BASIC):
        if key not in found:
            continue
        subtable = data[found[key] :]
        (form,) = struct.unpack_from(">H", subtable)
        if form == 12:
            return _Groups(subtable)
        if form == 4:
            return _Segments(subtable)
    return _Nothing()
