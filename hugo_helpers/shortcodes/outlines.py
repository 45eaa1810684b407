"""Outlines of many files. What earlier runs have read, and is the same still, is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hugo_helpers.shortcodes.outline import Outline
from hugo_helpers.site import cache, content
from hugo_helpers.site.content import Page, Unreadable
from hugo_helpers.site.packed import dumps, each, loads, one, strict


class Known(NamedTuple):
    """An outline, and the file it is of."""

    outline: Outline
    digest: str
    """The hash of the file's bytes."""
    mark: tuple[int, ...] | None
    """The file's size, times and number on the disk, where these tell that it is unchanged."""


class Outlines:
    """Reads outlines of files.

    `make` gives the outline of a page; `kept` is the file that earlier runs left theirs in, and
    `key` what must be the same for these to hold.
    """

    def __init__(self, make: Callable[[Page], Outline], kept: Path, key: str) -> None:
        self._make = make
        self._kept = kept
        self._key = key

    def read(
        self, files: Iterable[tuple[Path, str]], *, whole: bool
    ) -> Iterator[Outline | Unreadable]:
        """The outline of each file, given by path and name, or why there is none.

        Once all are read, they are kept for the next run; unless these are the `whole` site,
        beside those of the other files.
        """
        before = {one.outline.name: one for one in self._known()}
        known = {} if whole else dict(before)
        fresh = False
        for path, name in files:
            found = self._read(path, name, before.get(name))
            if isinstance(found, Unreadable):
                yield found
                continue
            fresh = fresh or found is not before.get(name)
            known[name] = found
            yield found.outline
        if fresh:
            # A cache that cannot be written is none.
            with suppress(OSError):
                cache.keep_lines(self._kept, self._key, map(_packed, known.values()))
                cache.sweep(f"{self._kept.stem.partition('-')[0]}-*{self._kept.suffix}")

    def _read(self, path: Path, name: str, before: Known | None) -> Known | Unreadable:
        if before and before.mark and before.mark == content.mark_of(str(path)):
            return before
        raw = content.read_bytes(path, name)
        if isinstance(raw, Unreadable):
            return raw
        digest, mark = cache.hashed(raw.content), content.lasting_mark(raw)
        if before and before.digest == digest:
            return before if before.mark == mark else before._replace(mark=mark)
        text = content.decoded(path, name, raw.content)
        if isinstance(text, Unreadable):
            return text
        return Known(self._make(content.page(path, name, text)), digest, mark)

    def _known(self) -> list[Known]:
        lines = cache.kept_lines(self._kept, self._key)
        try:
            return [_unpacked(values) for values in loads(b"[%s]" % b",".join(lines))]
        except ValueError:
            return []


def _packed(known: Known) -> bytes:
    return dumps((*known.outline, known.digest, known.mark))


def _unpacked(values: object) -> Known:
    with strict():
        *texts, users, lengths, tags, illustrated, digest, mark = each(values, object)
        name, title, day, image = each(texts, str)
        outline = Outline(
            name=name,
            title=title,
            day=day,
            image=image,
            users=tuple(each(users, str)),
            lengths=tuple(each(lengths, int)),
            tags=tuple(each(tags, str)),
            illustrated=one(illustrated, bool),
        )
        if len(outline.users) != len(outline.lengths):
            raise ValueError("turns without a speaker")
        return Known(outline, one(digest, str), None if mark is None else tuple(each(mark, int)))
