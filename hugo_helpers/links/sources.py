"""The threads that cut links are restored from, and the posts that digest them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.check.front_source import source, thread_of
from hugo_helpers.links.table import Table
from hugo_helpers.links.thread import thread

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

MOST_BYTES = 20 * 1024 * 1024


class FullLinks:
    """The links of some threads. `named`: the files of posts that were named with them."""

    def __init__(self, tables: Sequence[Table], named: Iterable[Path] = ()) -> None:
        self._by_thread = {thread_of(table.address): table for table in tables if table.address}
        self._only = tables[0] if len(tables) == 1 else None
        self._named = frozenset(named)
        self.met = False
        """Whether a post was asked for that digests one of them."""

    def of(self, post: Post) -> Table | None:
        """The links of the thread that a post digests: the one that it names as its source; or,
        where it or the thread tells no address, the only one that was given for the post.
        """
        table = self._table(post)
        self.met = self.met or table is not None
        return table

    def _table(self, post: Post) -> Table | None:
        digested = _thread_of(post)
        if digested in self._by_thread:
            return self._by_thread[digested]
        if self._only is None or post.page.path not in self._named:
            return None
        return None if digested and self._only.address else self._only


def read(given: str, *, keep: bool = True) -> Table:
    """The links of a thread in a file, or at an address on the web; `keep`: use the cache.

    Raises OSError for what cannot be read or fetched, ValueError for what is no thread.
    """
    is_address = given.lower().startswith(("http://", "https://"))
    if is_address:
        from hugo_helpers.links.fetching import fetched

        content = fetched(given, MOST_BYTES, keep=keep)
    else:
        try:
            with Path(given).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise OSError(error.strerror or str(error)) from None
        if len(content) > MOST_BYTES:
            raise ValueError(f"more than {MOST_BYTES // 2**20} MB")
    return Table(thread(content.decode("utf-8", "replace"), given if is_address else ""))


@lru_cache(maxsize=1)
def _thread_of(post: Post) -> str:
    found = source(post)
    return thread_of(post.text[slice(*found.url)]) if found else ""
