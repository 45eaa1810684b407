"""Pages that a browser has found right already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

HUGO = re.compile(rb'(?<=<meta name="generator" content="Hugo )[0-9.]+')
SCRIPT = re.compile(
    HUGO.pattern + rb'|(?<=<script src="/js/)\w+\.min\.[0-9a-f]{64}\.js" integrity="sha256-[^"]*'
)
"""Also the name of a script of ours, which each Hugo makes small in its way: where none runs."""


class Judged:
    """What a browser makes of a page depends on its bytes, and not on the Hugo that wrote them:
    a page that two of them draw alike, but for their own version, needs no second look.
    """

    def __init__(self) -> None:
        self._known: set[tuple[str, bytes]] = set()

    @contextmanager
    def fresh(
        self, way: str, files: Iterable[Path], but: re.Pattern[bytes] = HUGO
    ) -> Iterator[list[Path]]:
        """Those of the files that nobody has looked at in this way, `but` left out of account;
        they are known from the end of the block on, unless it raises.
        """
        keys = {
            file: (way, hashlib.sha256(but.sub(b"", file.read_bytes())).digest()) for file in files
        }
        yield [file for file, key in keys.items() if key not in self._known]
        self._known.update(keys.values())
