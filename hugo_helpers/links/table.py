"""Cut links to whole ones, where one alone can be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from hugo_helpers.links.thread import Link, Thread, safe_url


class Found(NamedTuple):
    """The whole link, or why there is none."""

    url: str = ""
    problem: str = ""


class _Scope:
    """Some links of a thread: all, or those of one author."""

    def __init__(self, links: Iterable[Link]) -> None:
        urls: set[str] = set()
        self._shown: dict[str, set[str]] = {}
        for link in links:
            urls.add(link.url)
            if (cut := _before_dots(link.shown)) != link.shown:
                self._shown.setdefault(cut, set()).add(link.url)
        self._urls = sorted(urls)

    def beginning(self, start: str) -> list[str]:
        """The links that are shown cut as `start`; else those that begin so and go on. Two of them
        where there are more.
        """
        if shown := self._shown.get(start):
            return sorted(shown)[:2]
        written = safe_url(start) or start
        at = bisect_left(self._urls, written)
        if self._urls[at : at + 1] == [written]:
            at += 1
        return [url for url in self._urls[at : at + 2] if url.startswith(written)]


class Table:
    """The links of one thread."""

    def __init__(self, thread: Thread) -> None:
        self.address = thread.address
        by_author: dict[str, list[Link]] = {}
        for link in thread.links:
            by_author.setdefault(link.author, []).append(link)
        self._all = _Scope(thread.links)
        self._by_author = {name: _Scope(links) for name, links in by_author.items() if name}

    def whole(self, cut: str, author: str) -> Found:
        """The link that was shown as `cut`, with its dots, by this author.

        Their own links are asked first, then all of the thread.
        """
        start = _before_dots(unescape(cut))
        if not start.partition("://")[2].partition("/")[1]:
            return Found(problem="too little of it is left to know it by")
        for scope in (self._by_author.get(author), self._all):
            urls = scope.beginning(start) if scope else []
            if len(urls) == 1:
                return Found(urls[0])
            if urls:
                return Found(problem="several links of the thread begin so")
        return Found(problem="no link of the thread begins so")


def _before_dots(text: str) -> str:
    return text.removesuffix("…").removesuffix("...").rstrip(".") if _is_cut(text) else text


def _is_cut(text: str) -> bool:
    return text.endswith(("...", "…"))
