"""Links out of pages and JSON, and what is none; hostile ones take no time."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from hugo_helpers.links.thread import Link, safe_url, thread

A = "https://example.org/a"
PAGES = {
    "a link": (f'<p><a href="{A}/long">{A}/lo...</a>', [Link(f"{A}/long", f"{A}/lo...")]),
    "entities": (
        '<A rel=x HREF="https:&#x2F;&#x2F;a.b&#x2F;?x=1&amp;y">s</A>',
        ["https://a.b/?x=1&y"],
    ),
    "single quotes": (f"<a href='{A}'>s</a>", [A]),
    "no quotes": (f"<a href={A} class=x>s</a>", [A]),
    "over lines": (f'<a\n  class="x"\n  href="{A}"\n>s</a>', [A]),
    "signs that may not stand in a value": (
        '<a href="https://a.b/&quot;x&quot;`\\{{é">s</a>',
        ["https://a.b/%22x%22%60%5C%7B%7B%C3%A9"],
    ),
    "space inside": ('<a href=" https://a.b/x\n y ">s</a>', ["https://a.b/xy"]),
    "others": (
        (
            f'<a href="javascript:alert(1)">s</a><a name="x">y</a><abbr href="{A}">z</abbr>'
            f'<a data-href="{A}/d">s</a><a href="mailto:a@b.c">m</a><a href="{A}">s</a>'
        ),
        [A],
    ),
    "no end": (f'<a href="{A}">s</a><a href="https://b.c/', [A]),
}


@pytest.mark.parametrize(("page", "links"), PAGES.values(), ids=PAGES)
def test_pages(page: str, links: list[Link | str]) -> None:
    found = thread(page).links
    assert [one if isinstance(links[0], Link) else one.url for one in found] == links


def test_relative_links_are_those_of_the_page() -> None:
    found = thread('<a href="/x?y">s</a>', "https://example.org/item?id=1")
    assert found.address == "https://example.org/item?id=1"
    assert [one.url for one in found.links] == ["https://example.org/x?y"]


ADDRESSES = {
    "canonical": '<link rel="canonical" href="https://a.b/t/1?x&amp;y">',
    "canonical, turned": '<link href="https://a.b/t/1?x&amp;y" rel=canonical>',
    "open graph": '<meta property="og:url" content="https://a.b/t/1?x&amp;y">',
    "saved by a browser": "<!DOCTYPE html>\n<!-- saved from url=(0022)https://a.b/t/1?x&y -->",
}


@pytest.mark.parametrize("head", ADDRESSES.values(), ids=ADDRESSES)
def test_a_page_tells_its_address(head: str) -> None:
    assert thread(f'{head}<a href="{A}">s</a>').address == "https://a.b/t/1?x&y"


def test_items() -> None:
    items = {
        "id": 42,
        "author": "op",
        "url": f"{A}/story",
        "children": [
            {"author": "ann", "text": f'<a href="{A}/1">{A}/..</a><p>see {A}/2, or {A}/3...'},
            {"author": "bob", "text": None, "children": [{"text": f'<a href="{A}/4">s</a>'}]},
            {"author": 7, "text": 7, "url": 7, "children": 7},
            "odd",
        ],
    }
    found = thread(json.dumps(items))
    assert found.address == "https://news.ycombinator.com/item?id=42"
    assert sorted((one.url, one.author) for one in found.links) == [
        (f"{A}/1", "ann"),
        (f"{A}/2", "ann"),
        (f"{A}/4", ""),
        (f"{A}/story", "op"),
    ]


def test_a_comment_tells_its_story() -> None:
    text = json.dumps([{"id": 43, "story_id": 42, "text": A, "children": []}])
    assert thread(text).address == "https://news.ycombinator.com/item?id=42"


WRONG = {
    "no link": ("<p>text</p>", "no link"),
    "nothing": ("", "no link"),
    "broken": ('{"id": 4', "broken JSON"),
    "deep": ("[" * 200_000, "nested too deeply"),
    "no items": ("[1, 2]", "no link"),
    "a long number": ("[" + "1" * 10_000 + "]", "broken JSON"),
}


@pytest.mark.parametrize(("text", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_no_thread(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        thread(text)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.b/",
        "//a.b/",
        "https://",
        "https:///x",
        "https://a.b/" + "x" * 3_000,
        "https://a.b/\ufffd",
    ],
)
def test_what_is_no_address(url: str) -> None:
    assert safe_url(url) is None


HOSTILE: dict[str, Callable[[int], str]] = {
    "comments": lambda n: "<!--" * n,
    "links never ended": lambda n: "<a href=" * n,
    "quotes never ended": lambda n: "<a x" + " href='" * n + "<a " * n,
    "spaces": lambda n: "<a" + " " * n + "<link " + "\n" * n,
    "much text": lambda n: f'<a href="{A}">' + "x" * n,
    "many links": lambda n: f'<a href="{A}">s</a>' * (n // 10),
    "many comments": lambda n: json.dumps([{"text": "<" * 9, "children": [[]] * 9}] * (n // 100)),
    "addresses": lambda n: json.dumps({"text": f"{A}..." * (n // 10)}),
}


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_as_the_text_does(make: Callable[[int], str]) -> None:
    times = []
    for n in (30_000, 120_000):
        text = make(n) + f'<a href="{A}">s</a>' if make(1)[:1] == "<" else make(n)
        start = time.process_time()
        try:
            thread(text)
        except ValueError:
            assert text[0] != "<"
        times.append(time.process_time() - start)
    # Four times the text: eight times the time leaves room for a busy machine, not for n squared.
    assert times[1] < max(8 * times[0], 0.1)
