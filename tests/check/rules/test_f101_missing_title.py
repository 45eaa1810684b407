"""F101: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote

HITS = {
    "none": "+++⟦⟧\ndate = 2025-02-05\n+++\n",
    "empty": '+++\ntitle = ⟦""⟧\n+++\n',
    "space": '+++\ntitle = ⟦" "⟧\n+++\n',
    "nothing": "---\ntitle:⟦⟧\ndate: 2025-02-05\n---\n",
}
MISSES = {
    "title": '+++\ntitle = "a"\n+++\n',
    "other case": '+++\nTitle = "a"\n+++\n',
    "wrong type is another finding": "---\ntitle: 3\n---\n",
    "no front matter": '{"title": "a"}\n' + quote(),
    "refused anyway": "+++\na = b\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F101", text)


def test_lists_are_named_after_their_folder() -> None:
    check = RULES["F101"].body.post
    assert check is not None
    text = "+++\ndate = 2025-02-05\n+++\n"
    assert len(list(check(post(text)))) == 1
    assert list(check(post(text, "content/posts/_index.en.md"))) == []
