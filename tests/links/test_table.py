"""Which whole link is meant by a cut one."""

from __future__ import annotations

import pytest

from hugo_helpers.links.table import Found, Table
from hugo_helpers.links.thread import Link, Thread

E = "https://example.org"
LINKS = (
    Link(f"{E}/a/long/path.html", f"{E}/a/long/pa...", "ann"),
    Link(f"{E}/b/1", "", "bob"),
    Link(f"{E}/b/2", "", "eve"),
    Link(f"{E}/b/2", "", "ann"),
    Link(f"{E}/c/one", f"{E}/c/o...", "ann"),
    Link(f"{E}/c/other", f"{E}/c/other", "ann"),
    Link(f"{E}/d/%E3%81%82", f"{E}/d/あ...", "ann"),
    Link(f"{E}/e/x", "", "bob"),
    Link(f"{E}/e/x/y", "", "bob"),
    Link(f"{E}/f/?a=1&b=2", "", "bob"),
    Link(f"{E}/g/%22q%22", "", "bob"),
)
TABLE = Table(Thread("", LINKS))
CASES = {
    "what stands before the dots": (f"{E}/a/long/pa...", "", f"{E}/a/long/path.html"),
    "one sign of dots": (f"{E}/a/lo…", "", f"{E}/a/long/path.html"),
    "several begin so": (f"{E}/b/...", "", "several"),
    "several, but one of the author's own": (f"{E}/b/...", "bob", f"{E}/b/1"),
    "an author without links": (f"{E}/b/...", "zoe", "several"),
    "another author's": (f"{E}/a/lo...", "bob", f"{E}/a/long/path.html"),
    "one of them is shown cut so": (f"{E}/c/o...", "", f"{E}/c/one"),
    "it goes on": (f"{E}/e/x...", "", f"{E}/e/x/y"),
    "an entity": (f"{E}/f/?a=1&amp;b...", "", f"{E}/f/?a=1&b=2"),
    "none": (f"{E}/z...", "", "no link"),
    "whole already": (f"{E}/e/x/y...", "", "no link"),
    "another protocol": ("http://example.org/a/lo...", "", "no link"),
    "another case": (f"{E}/A/lo...", "", "no link"),
    "the host alone": (f"{E}...", "", "too little"),
    "less than that": ("https://ex...", "", "too little"),
}


@pytest.mark.parametrize(("cut", "author", "wanted"), CASES.values(), ids=CASES)
def test_whole(cut: str, author: str, wanted: str) -> None:
    found = TABLE.whole(cut, author)
    if wanted.startswith("https:"):
        assert found == Found(wanted)
    else:
        assert found.url == ""
        assert found.problem.startswith(wanted)
