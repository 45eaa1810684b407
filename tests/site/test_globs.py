"""Globs: what they match; `test_mount_files` holds them against Hugo."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.site.globs import LONGEST, Glob, compiled

MATCH = [
    ("/a.md", "/A.MD"),
    ("/*.md", "/a.md"),
    ("/**.md", "/x/y/a.md"),
    ("/**/a.md", "/x/y/a.md"),
    ("/x/**", "/x/"),
    ("/?.md", "/日.md"),
    ("/[!a-c].md", "/d.md"),
    (r"/\*.md", "/*.md"),
    ("/{a,{b,x/**}}.md", "/x/y/c.md"),
    ("/{a,}b", "/b"),
    ("/É", "/é"),
]
NO_MATCH = [
    ("/a.md", "/x/a.md"),
    ("/*.md", "/x/a.md"),
    ("/x/?a", "/x//a"),
    ("/**/a.md", "/a.md"),
    ("/[a-c].md", "/d.md"),
    ("/x", "/x/a"),
    ("/{a,b}", "/ab"),
    ("/a}", "/a"),
]
NONE = [
    "/[",
    "/[]",
    "/[!]",
    "/[a-]",
    "/[c-a]",
    "/[a-cz]",
    "/{",
    "/{a,{b}",
    "/a\\",
    "{" * 30 + "}" * 30,
]


@pytest.mark.parametrize(("pattern", "path"), MATCH)
def test_matches(pattern: str, path: str) -> None:
    assert Glob(pattern, lenient=False).matches(path)


@pytest.mark.parametrize(("pattern", "path"), NO_MATCH)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not Glob(pattern, lenient=False).matches(path)


@pytest.mark.parametrize("pattern", [*NONE, "a" * (LONGEST + 1)])
def test_is_no_pattern(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Glob(pattern, lenient=False)


def test_a_pattern_with_too_many_ways_is_none() -> None:
    """As old versions count the signs of `{**,aaaa}`, one in another."""
    pattern = "/"
    for _ in range(6):
        pattern = f"{{**{pattern},{'a' * 20}}}b"
    with pytest.raises(ValueError, match="ways"):
        Glob(f"/{pattern}", lenient=True)


PIECES = {
    "*": "[^/]*",
    "**": ".*",
    "?": "[^/]",
    "[ab]": "[ab]",
    "[!ab]": "[^ab]",
    "[a-c]": "[a-c]",
    "{a,/b*}": "(?:a|/b[^/]*)",
    "{,**/}": "(?:|.*/)",
    **{sign: sign for sign in "abcd/"},
}


@given(st.lists(st.sampled_from(sorted(PIECES)), max_size=8), st.text("abcd/", max_size=12))
def test_a_glob_is_what_its_pieces_are(pieces: list[str], path: str) -> None:
    """Each piece as a regular expression; two stars in a row are one piece."""
    pattern = "".join(f"{piece}{{,}}" for piece in pieces)
    expected = re.fullmatch("".join(PIECES[piece] for piece in pieces), path)
    assert compiled(pattern, lenient=False).matches(path) == (expected is not None)


@given(st.text("ab*?[]{},!-\\/ü", max_size=30), st.text("abü/", max_size=12), st.booleans())
def test_any_text_is_a_pattern_or_none(pattern: str, path: str, lenient: bool) -> None:
    try:
        glob = Glob(pattern, lenient=lenient)
    except ValueError:
        return
    assert glob.matches(path) == Glob(pattern.upper(), lenient=lenient).matches(path.upper())


def test_what_is_kept_of_a_pattern_is_bounded() -> None:
    glob = Glob("*a**?*b**{a*,*b}**" * 4, lenient=False)
    signs = "".join(map(chr, range(0x3041, 0x3041 + 2_500)))
    assert not glob.matches(signs)
    assert glob.matches("ab" * 100)
    assert len(glob._known) <= 2_001


@pytest.mark.parametrize(
    ("pattern", "path", "then", "now"),
    [
        ("/x/**/a.md", "/x/a.md", True, False),
        ("/x/****/a.md", "/x/a.md", True, False),
        ("/x/***/a.md", "/x/a.md", False, False),
        ("/x/**/y/**/a.md", "/x/y/a.md", False, False),
        ("/aba**bab", "/abab", True, False),
        ("/?.md", "/ü.md", False, True),
        ("/a?", "/aü", True, True),
        ("/{x/**,b.md}", "/x/a.md", False, True),
        ("/{x/**,b.md}", "/x/ab", True, True),
        ("/{b.md,x/**}", "/x/a.md", True, True),
        ("/{x/**,x/b}", "/x/abc", False, True),
    ],
)
def test_old_versions_have_faults(pattern: str, path: str, then: bool, now: bool) -> None:
    assert Glob(pattern, lenient=True).matches(path) is then
    assert Glob(pattern, lenient=False).matches(path) is now


def test_old_versions_take_what_is_not_closed() -> None:
    assert Glob("/a{b,c", lenient=True).matches("/ac")
    assert Glob("/a\\", lenient=True).matches("/a")
