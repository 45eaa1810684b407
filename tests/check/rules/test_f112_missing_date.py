"""F112: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import context

HITS = {
    "none": "+++⟦⟧\ntitle = 'a'\n+++\n" + quote() * 3,
    "empty": "+++\ndate = ⟦''⟧\n+++\n" + quote() * 3,
    "nothing": "---\ntitle: a\ndate:⟦⟧\n---\n" + quote() * 3,
}
MISSES = {
    "date": "+++\ndate = 2025-02-05\n+++\n" + quote() * 3,
    "case": "+++\nDate = 2025-02-05\n+++\n" + quote() * 3,
    "another date": "+++\npublishDate = 2025-02-05\n+++\n" + quote() * 3,
    "an article": "+++\ntitle = 'a'\n+++\n" + quote() * 2,
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F112", text)


def test_a_file_may_be_named_by_its_date() -> None:
    check = RULES["F112"].body.post
    assert check is not None
    text = "+++\ntitle = 'a'\n+++\n" + quote() * 3
    assert len(list(check(post(text, "content/posts/a.md")))) == 1
    dated = post(text, "content/posts/2025-02-05-a.md")
    assert len(list(check(dated))) == 1
    named = post(text, "content/posts/2025-02-05-a.md")
    named.context = context(dates=(":filename", "date"))
    assert list(check(named)) == []
