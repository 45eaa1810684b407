"""F105: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits
from tests.support.mended import assert_mends

HITS = {
    "number": "---\ntitle: ⟦2025⟧\n---\n",
    "title in a list": "+++\ntitle = ⟦['a']⟧\n+++\n",
    "truth": "---\ntitle: ⟦true⟧\n---\n",
    "draft as text": "+++\ndraft = ⟦'true'⟧\n+++\n",
    "draft as a word": "+++\ndraft = ⟦'yes'⟧\n+++\n",
    "draft as a number": "+++\ndraft = ⟦1⟧\n+++\n",
    "yaml's old words": "---\ndraft: ⟦yes⟧\n---\n",
    "terms in one text": "+++\ntags = ⟦'AI, LLM'⟧\n+++\n",
    "terms in one text of a list": "+++\ntags = ⟦['AI, LLM']⟧\n+++\n",
    "japanese terms in one text": "+++\ntags = ⟦'AI、LLM'⟧\n+++\n",
    "table": "+++\ntags = ⟦{a = 1}⟧\n+++\n",
    "list in a list": "+++\ntags = ⟦[['a']]⟧\n+++\n",
    "truth in a list": "---\ntags: ⟦[a, true]⟧\n---\n",
    "fraction in a list": "---\ntags: ⟦[1.10]⟧\n---\n",
}
MISSES = {
    "all in order": "+++\ntitle = 'a'\ndraft = false\ntags = ['a', 'b']\n+++\n",
    "one term": "+++\ntags = 'AI'\nmonths = '2025/02'\n+++\n",
    "a comma in one of two": "+++\ntags = ['Washington, D.C.', 'Paris']\n+++\n",
    "numbers as terms": "+++\ntags = [2025]\nmonths = 202502\n+++\n",
    "nothing": "---\ntitle: a\ntags:\n---\n",
    "yaml": "---\ndraft: true\ntags: [a, b]\n---\n",
    "no taxonomy": "+++\nauthors = 'a, b'\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F105", text)


def test_draft_is_mended_where_it_is_clear() -> None:
    assert_mends("F105", "+++\ndraft = 'true'\n+++\n", "+++\ndraft = true\n+++\n")
    word = "+++\ndraft = 'yes'\n+++\n"
    assert_mends("F105", word, word, "unsafe")
