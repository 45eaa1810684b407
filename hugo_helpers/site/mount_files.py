"""Which files of a mount Hugo takes: `files`, and before that `includeFiles` and `excludeFiles`."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hugo_helpers.site.config_values import strings
from hugo_helpers.site.versions import GLOB_1, MOUNT_FILES, NEWEST, STRICT, Version

if TYPE_CHECKING:
    from hugo_helpers.site.globs import Glob

_MOST = 100
"""Patterns of a mount. One with more takes every file, as does one with what is no pattern."""
_WITHOUT = "! "


class Files(NamedTuple):
    """The patterns of a mount, in the order in which they are asked."""

    files: tuple[str, ...]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    again: bool = False
    """A mount before it is of the same source, target and language: until 0.153 that one counts."""

    def take(self, path: str, *, folder: bool, hugo: Version = NEWEST) -> bool:
        """Whether this version of Hugo takes a file, or looks into a folder, of this path below
        the mount's source; it begins with `/`.
        """
        if self.again and hugo < MOUNT_FILES:
            return False
        asked = _asked(self, hugo >= MOUNT_FILES, hugo < GLOB_1)
        for kind, glob in asked:
            if (folder or kind != "folder") and glob.matches(path):
                return kind != "out"
        return all(kind == "out" for kind, _ in asked)


Limits = Mapping[Path, tuple[Files, ...]]
"""The patterns of the mounts of a folder, one of which must take a file; none where all files are
taken."""


def of(mount: Mapping[str, Any]) -> Files:
    """The patterns of a mount, its keys in lower case."""
    files, include, exclude = (
        _texts(mount.get(f"{key}files")) for key in ("", "include", "exclude")
    )
    return Files(files, include, exclude)


def _texts(value: object) -> tuple[str, ...]:
    return (str(value),) if isinstance(value, int) else tuple(strings(value))


def nearest(limits: Limits, folder: Path) -> tuple[str, tuple[Files, ...]]:
    """The mounted folder that `folder` is, or is in, and its patterns."""
    root = next((one for one in limits if folder.is_relative_to(one)), folder)
    return str(root), limits.get(root, ())


def kept(
    some: tuple[Files, ...], way: str, *, folder: bool, hugo: Version = NEWEST
) -> tuple[Files, ...]:
    """Those of the patterns that take what is at this way below the mounted folder."""
    path = way.replace(os.sep, "/") or "/"
    return tuple(one for one in some if one.take(path, folder=folder, hugo=hugo))


def reached(some: tuple[Files, ...], way: str, hugo: Version = NEWEST) -> tuple[Files, ...]:
    """Those by which Hugo comes to the folder at this way, which is empty for the mounted one."""
    if some and hugo < STRICT:
        some = kept(some, "", folder=True, hugo=hugo)
    ends = [at for at, sign in enumerate(f"{way}{os.sep}") if sign == os.sep and at]
    for end in ends if some else ():
        some = kept(some, way[:end], folder=True, hugo=hugo)
    return some


@lru_cache(maxsize=64)
def _asked(files: Files, with_files: bool, lenient: bool) -> tuple[tuple[str, Glob], ...]:
    """What is asked about a path, the first that matches tells: "in", "out", or "folder", which is
    in where it is a folder.
    """
    from hugo_helpers.site import globs

    if len(files.files) + len(files.include) + len(files.exclude) > _MOST:
        return ()
    asked = [*_patterns(files, with_files)]
    try:
        return tuple((kind, globs.compiled(p, lenient=lenient)) for kind, p in asked)
    except ValueError:
        return ()


def _patterns(files: Files, with_files: bool) -> Iterator[tuple[str, str]]:
    taken = (*files.files, *files.include) if with_files else files.include
    for pattern in taken:
        if with_files and pattern.startswith(_WITHOUT):
            yield "out", _from_top(pattern.removeprefix(_WITHOUT))
            continue
        whole = _from_top(pattern)
        yield "in", whole
        parts = posixpath.normpath(posixpath.dirname(whole)).strip("/").split("/")
        for number in range(len(parts) + 1):
            yield "folder", "/" + "/".join(parts[:number])
    for pattern in files.exclude:
        yield "out", _from_top(pattern)


def _from_top(pattern: str) -> str:
    return pattern if pattern.startswith("/") else f"/{pattern}"
