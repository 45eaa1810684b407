"""Records of earlier runs, in one file for each site and choice of rules.

    header   b"matome-check 1", key, offset of the index, size, CRC of all that follows
    blobs    findings and report of each file, packed
    index    a line for each file: its head, then offset and lengths of its blobs

The file is replaced as a whole, so runs at the same time do not meet in it; the last one wins.
What is odd about it in any way makes it an empty one.
"""

import os
import zlib
from collections.abc import Iterable
from typing import IO, NamedTuple

from hugo_helpers.check.inspector import Outcome
from hugo_helpers.check.packing import unpack_head
from hugo_helpers.check.post import Context
from hugo_helpers.check.record import Head
from hugo_helpers.check.runner import Checker
from hugo_helpers.site import cache
from hugo_helpers.site.packed import loads
from hugo_helpers.write import replacing

_MAGIC = b"matome-check 1"
_HEADER = len(_MAGIC) + 1 + 32 + 1 + 12 + 1 + 12 + 1 + 8 + 1
_CHUNK = 1024 * 1024


class Kept(NamedTuple):
    """Where a file's record is in a shelf."""

    head: Head
    packed: bytes
    """The head as it was packed."""
    offset: int
    findings: int
    """Length in bytes; the report follows."""
    shown: int


class Shelf:
    """Packed records in an open file, by the names of their files."""

    def __init__(self, file: IO[bytes], kept: Iterable[Kept] = ()) -> None:
        self._file = file
        self.kept = {one.head.name: one for one in kept}

    def add(self, head: Head, outcome: Outcome) -> None:
        """Put a record at the end. Raises OSError."""
        self._file.seek(0, os.SEEK_END)
        sizes = len(outcome.findings), len(outcome.shown)
        self.kept[head.name] = Kept(head, outcome.head, self._file.tell(), *sizes)
        self._file.write(outcome.findings)
        self._file.write(outcome.shown)

    def outcome(self, name: str) -> Outcome:
        """The record of this file. Raises OSError."""
        kept = self.kept[name]
        self._file.seek(kept.offset)
        return Outcome(kept.packed, self._file.read(kept.findings), self._file.read(kept.shown))

    def close(self) -> None:
        self._file.close()


class Cache:
    """The file of one site and choice; `who` tells it apart, `key` is what must agree with it."""

    def __init__(self, who: Iterable[str], key: str) -> None:
        self.path = cache.folder() / f"check-{cache.digest(who)}.cache"
        self._key = key.encode()

    def open(self) -> Shelf | None:
        """What earlier runs have kept; None where there is nothing, or nothing that holds."""
        file = cache.opened(self.path)
        if file is None:
            return None
        try:
            return Shelf(file, _kept(file, self._key))
        except (OSError, ValueError):
            file.close()
            return None

    def save(self, records: Iterable[tuple[Head, Outcome]]) -> None:
        """Keep these records, instead of all there were. Raises OSError."""
        with replacing(self.path, durable=False) as file:
            file.write(bytes(_HEADER))
            shelf = Shelf(file)
            for head, outcome in records:
                shelf.add(head, outcome)
            start = file.tell()
            for one in shelf.kept.values():
                places = one.offset, one.findings, one.shown
                file.write(b"%s %d %d %d\n" % (one.packed, *places))
            size = file.tell()
            file.seek(_HEADER)
            crc = _crc(file)
            file.seek(0)
            file.write(b"%s %s %012d %012d %08x\n" % (_MAGIC, self._key, start, size, crc))
        cache.sweep("check-*.cache")


def _kept(file: IO[bytes], key: bytes) -> list[Kept]:
    """The index of a file. Raises ValueError where anything about the file is odd."""
    header = file.read(_HEADER)
    if not header.startswith(_MAGIC + b" " + key + b" "):
        raise ValueError("another version or another key")
    start, size, crc = header[len(_MAGIC) + 34 :].split()
    if _crc(file) != int(crc, 16) or file.tell() != int(size):
        raise ValueError("damaged")
    file.seek(int(start))
    lines = [line.rsplit(b" ", 3) for line in file.read().split(b"\n")[:-1]]
    heads = loads(b"[%s]" % b",".join([line[0] for line in lines]))
    kept = [
        Kept(unpack_head(head), line[0], *map(int, line[1:]))
        for head, line in zip(heads, lines, strict=True)
    ]
    for one in kept:
        if not _HEADER <= one.offset <= one.offset + one.findings + one.shown <= int(start):
            raise ValueError("a place outside")
    return kept


def _crc(file: IO[bytes]) -> int:
    """Of all that follows in the file."""
    crc = 0
    while chunk := file.read(_CHUNK):
        crc = zlib.crc32(chunk, crc)
    return crc


def key(checker: Checker, context: Context, style: object) -> str:
    """A hash of all, besides the files themselves, that records of this run depend on: this
    program, the rules, the site's configuration and templates, Hugo, the form of the report.
    """
    parts = [
        *(repr([rule.code for rule in checker.rules]), repr(checker.per_file)),
        *(repr(checker.whole), repr(context.most_unfolded), repr(style)),
    ]
    return cache.digest([*parts, *cache.program(), *context.fingerprint()])
