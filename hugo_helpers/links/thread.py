"""The links of a thread, as its own site tells them: in a page of HTML, or by Hacker News' API."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import quote, urljoin

MOST_LINKS = 100_000
_LONGEST = 2_000
_TAG = re.compile(r"<a(?=\s)([^<>]{1,3000}+)>([^<]{0,2000}+)", re.IGNORECASE)
_HREF = re.compile(r"""(?i)\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SAVED = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://[^\s<>]{1,2000}) -->")
_HEAD = re.compile(r"<(?:link|meta)(?=\s)([^<>]{1,3000}+)>", re.IGNORECASE)
_NAMES = re.compile(r"""(?i)\s(?:rel\s*=\s*["']?canonical|property\s*=\s*["']?og:url)\b""")
_ADDRESS = re.compile(r"""(?i)\s(?:href|content)\s*=\s*["']?(https?://[^\s"'<>]+)""")
_PLAIN = re.compile(r"https?://[!#-;=?-~]++")
_FORUM = "https://news.ycombinator.com/item?id="


class Link(NamedTuple):
    """A link of a thread."""

    url: str
    shown: str = ""
    """What the page shows of it."""
    author: str = ""
    """Who has written it, where that is told."""


class Thread(NamedTuple):
    """A thread's address, empty where the source does not tell it, and its links."""

    address: str
    links: tuple[Link, ...]


def thread(text: str, url: str = "") -> Thread:
    """The thread that a saved page, or an answer of the item API, holds.

    `url`: where it was fetched from. The time grows with the text alone, whatever stands in it:
    Python's own parser of HTML takes 38 seconds for 200 kB of `<!--`. Raises ValueError for JSON
    that is broken or nested too deeply, and for what holds no link.
    """
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        found = _of_items(text.lstrip("\ufeff \t\r\n"))
    else:
        address = url or _address(text)
        found = Thread(address, tuple(_bounded(_of_page(text, address))))
    if not found.links:
        raise ValueError("no link is in it: is this the page of the thread?")
    return found


def safe_url(url: str) -> str | None:
    """A web address, with all escaped that may not stand in a parameter; None for another one."""
    cleaned = "".join(url.split())
    if len(cleaned) > _LONGEST or not re.match(r"https?://[^/?#\s]", cleaned) or "�" in cleaned:
        return None
    try:
        return quote(cleaned, safe="!#$%&'()*+,-./:;=?@[]_~")
    except UnicodeEncodeError:
        return None


def _bounded(found: Iterator[Link]) -> Iterator[Link]:
    for number, link in enumerate(found):
        if number == MOST_LINKS:
            return
        yield link


def _of_page(page: str, base: str, author: str = "") -> Iterator[Link]:
    for tag in _TAG.finditer(page):
        href = _HREF.search(tag[1])
        if href is None:
            continue
        url = unescape(next(one for one in href.groups() if one is not None)).strip()
        try:
            whole = safe_url(urljoin(base, url) if base else url)
        except ValueError:  # an address of brackets that are none of IPv6
            continue
        if whole is not None:
            yield Link(whole, unescape(tag[2]).strip(), author)


def _address(page: str) -> str:
    """What a page says its own address is, or the browser that has saved it."""
    for tag in _HEAD.finditer(page, 0, 200_000):
        if _NAMES.search(tag[1]) and (found := _ADDRESS.search(tag[1])):
            return unescape(found[1])
    saved = _SAVED.search(page, 0, 2_000)
    return saved[1] if saved else ""


def _of_items(text: str) -> Thread:
    try:
        items = json.loads(text)
    except RecursionError:
        raise ValueError("JSON that is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"broken JSON: {error}") from None
    top = items[0] if isinstance(items, list) and items else items
    address = ""
    if isinstance(top, dict):
        number = top.get("story_id") or top.get("id")
        address = f"{_FORUM}{number}" if isinstance(number, int) else ""
    return Thread(address, tuple(_bounded(_links_of(items))))


def _links_of(items: Any) -> Iterator[Link]:
    """The links of all comments, in no order: each may hold further ones."""
    waiting = [items]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        if not isinstance(item, dict):
            continue
        author, text, url = (item.get(key) for key in ("author", "text", "url"))
        name = author if isinstance(author, str) else ""
        if isinstance(text, str):
            yield from _of_page(text, "", name)
            yield from _written(text, name)
        if isinstance(url, str) and (whole := safe_url(url)):
            yield Link(whole, "", name)
        waiting.append(item.get("children"))


def _written(text: str, author: str) -> Iterator[Link]:
    """Addresses that stand in a comment without being links."""
    plain = unescape(re.sub(r"<[^<>]{0,3000}+>[^<]{0,2000}+(?=</a>)|<[^<>]{0,3000}+>", " ", text))
    for found in _PLAIN.finditer(plain):
        url = found[0].rstrip(".,;:!?)'\"")
        if not found[0].endswith("..") and (whole := safe_url(url)):
            yield Link(whole, "", author)
