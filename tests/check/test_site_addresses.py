"""Addresses of a post."""

from __future__ import annotations

import pytest

from hugo_helpers.check.site_addresses import addresses
from tests.support.marked import post


def found(line: str, name: str = "content/posts/Some Cats.md") -> list[tuple[str, str, str]]:
    made = post(f"+++\n{line}\n+++\n", name)
    return [(a.path, a.kind, made.text[a.start : a.end]) for a in addresses(made)]


CASES = {
    "": [("/posts/some-cats", "path", "")],
    "slug = 'My Cats'": [("/posts/my-cats", "path", "'My Cats'")],
    "url = '/x/Y/'": [("/x/Y", "url", "'/x/Y/'")],
    "url = 'x/index.html'": [("/x", "url", "'x/index.html'")],
    "url = ''": [("/posts/some-cats", "path", "")],
    "aliases = ['/old/']": [("/posts/some-cats", "path", ""), ("/old", "alias", "/old/")],
    "aliases = ['old', 5]": [("/posts/some-cats", "path", "")],
    "draft = true": [],
}


@pytest.mark.parametrize("line", CASES)
def test_addresses(line: str) -> None:
    assert found(line) == CASES[line]


def test_file_names() -> None:
    assert found("", "content/posts/cats/index.md")[0][0] == "/posts/cats"
    assert found("slug = 'x'", "content/posts/cats/index.en.md")[0][0] == "/posts/x"
    assert found("slug = 'x'", "content/posts/_index.md")[0][0] == "/posts"
    assert found("", "content/_index.md")[0][0] == "/"
