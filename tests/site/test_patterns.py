"""Patterns of Hugo's configuration, read as Go reads them."""

from __future__ import annotations

import pytest

from hugo_helpers.site import patterns


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"b\.md$", "/s/content/b.md", True),
        (r"(?i)DRAFT-", "/s/draft-x.md", True),
        (r"^p/", "/s/p/a.md", False),
        (r"/(drafts|old)/", "/s/old/a.md", True),
        (r".*\.bak$", "a.bak", True),
    ],
)
def test_found(pattern: str, text: str, found: bool) -> None:
    assert patterns.find_any([pattern], text) is found


@pytest.mark.parametrize(
    "pattern",
    [
        r"\pL",
        r"a\z",
        "[[:alpha:]]",
        "(a+)+b",
        "a**",
        "[",
        "(",
        "a" * 1_000,
        ".*.*.*.*x",
        "(?P<a>b)",
    ],
)
def test_not_read(pattern: str) -> None:
    """What Python reads in another way, what no one reads, and what takes too long."""
    assert patterns.compiled(pattern) is None
    assert not patterns.find_any([pattern], "a" * 5_000)
    assert patterns.permits([pattern], "a")
