"""The language of a content file, by its name and by the version of Hugo."""

from __future__ import annotations

import pytest

from hugo_helpers.site import markup
from hugo_helpers.site.versions import Version

NEW, OLD = (0, 168, 0), (0, 111, 3)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.md", "markdown", "markdown"),
        ("a.MD", "", "markdown"),
        ("a.mdown", "markdown", "markdown"),
        ("a.asciidoc", "markdown", "asciidoc"),
        ("a.adoc", "asciidoc", "asciidoc"),
        ("a.en.html", "html", "html"),
        ("a.Org", "", "org"),
        ("a.rst", "rst", "rst"),
        ("a.pdc", "pandoc", "pandoc"),
        ("a.xhtml", "", ""),
        ("a.mdx", "", ""),
        ("md", "", ""),
        ("", "", ""),
    ],
)
def test_language(name: str, old: str, new: str) -> None:
    assert markup.language(name, OLD) == old
    assert markup.language(name, NEW) == new


@pytest.mark.parametrize(
    ("start", "page"),
    [
        ("x", True),
        ("+++", True),
        ("<!--x", True),
        ("<!--", False),
        ("<!-", False),
        ("<p>", False),
        ("\u3000\n<p>", False),
        ("\ufeff<p>", True),
        ("\0<p>", True),
        (" \n", False),
        ("", False),
    ],
)
def test_pages_of_old_versions(start: str, page: bool) -> None:
    """As Hugo 0.111.3 has it."""
    assert markup.is_page(start) is page


@pytest.mark.parametrize(
    ("language", "since"),
    [("html", (0, 162, 0)), ("org", (0, 166, 0))],
)
def test_denied_since(language: markup.Language, since: Version) -> None:
    assert markup.denied(language, None, since)
    assert not markup.denied(language, None, (0, since[1] - 1, 3))
    assert not markup.denied(language, ("text",), since)


@pytest.mark.parametrize("name", ["a.md", "a.HTML", "a.b.org"])
def test_without_ending(name: str) -> None:
    assert markup.without_ending(name) == name.rpartition(".")[0]


def test_other_endings_stay() -> None:
    assert markup.without_ending("a.css") == "a.css"
