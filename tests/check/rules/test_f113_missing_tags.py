"""F113: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import context

HITS = {
    "none": "+++⟦⟧\ntitle = 'a'\n+++\n" + quote() * 3,
    "empty": "+++\ntags = ⟦[]⟧\n+++\n" + quote() * 3,
}
MISSES = {
    "tags": "+++\ntags = ['a']\n+++\n" + quote() * 3,
    "case": "+++\nTags = ['a']\n+++\n" + quote() * 3,
    "an article": "+++\ntitle = 'a'\n+++\n" + quote() * 2,
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F113", text)


def test_only_where_the_site_has_tags() -> None:
    made = post("+++\ntitle = 'a'\n+++\n" + quote() * 3)
    check = RULES["F113"].body.post
    assert check is not None
    assert len(list(check(made))) == 1
    made.context = context(taxonomies={"category": "categories"})
    assert list(check(made)) == []
