"""The link to the thread that a post digests."""

from __future__ import annotations

import pytest

from hugo_helpers.check.front_source import has_link, source, thread_of
from tests.support.marked import post, quote

ONE = "https://example.org/1"
FOUND = {
    "japanese": f"引用元：[{ONE}]({ONE})\n",
    "half-width colon": f"出典: [a]({ONE})\n",
    "english": f"Source: [a]({ONE})\n",
    "case": f"SOURCE: [a]({ONE})\n",
    "in a list": f"- Via: [a]({ONE})\n",
    "bare": f"引用元：{ONE}\n",
    "in angle brackets": f"Source: <{ONE}>\n",
    "behind the quotes": quote() + f"Source: [a]({ONE})\n",
    "behind another shortcode": "{{< figure >}}\n\n" + f"Source: [a]({ONE})\n" + quote(),
}
NONE = {
    "no word": f"[a]({ONE})\n",
    "another word": f"Resources: [a]({ONE})\n",
    "between quotes": quote() + f"Source: [a]({ONE})\n" + quote(),
    "in a body": quote(f"Source: {ONE}"),
    "no link": "Source: a forum\n",
    "far away": "a\n" * 2_500 + f"Source: {ONE}\n" + "b\n" * 2_500,
}


@pytest.mark.parametrize("name", FOUND)
def test_is_found(name: str) -> None:
    made = post(FOUND[name])
    found = source(made)
    assert found is not None
    assert made.text[slice(*found.url)] == ONE
    assert (found.text is None) is (name in ("bare", "in angle brackets"))
    assert has_link(made)


@pytest.mark.parametrize("name", NONE)
def test_is_not_found(name: str) -> None:
    assert source(post(NONE[name])) is None


ALIKE = (
    "HTTP://Example.org/1/",
    "http://www.example.org:80/1",
    "https://example.org:443/1#c42",
    f"{ONE}?utm_source=mail&amp;utm_medium=x",
    f"{ONE}/?fbclid=x&gclid",
)
OTHERS = (
    "https://example.org/2",
    "https://example.org/1?id=1",
    "https://example.org/1#!/t/1",
    "https://example.org:8080/1",
    "https://forum.example.org/1",
    "https://example.org/A",
    "https://example.org/a",
    "https://example.org/1?utm=1",
    "example",
)


def test_addresses_of_one_thread() -> None:
    assert {thread_of(url) for url in ALIKE} == {thread_of(ONE)}
    assert len({thread_of(url) for url in (ONE, *OTHERS)}) == len(OTHERS) + 1
