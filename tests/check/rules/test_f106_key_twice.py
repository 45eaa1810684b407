"""F106: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "case in toml": "+++\ntitle = 'a'\n⟦Title⟧ = 'b'\n+++\n",
    "case in yaml": "---\nTitle: a\n⟦title⟧: b\n---\n",
    "json": '{"title": "a", "⟦title⟧": "b"}\n',
    "case in json": '{"title": "a",\n "x": {"title": "c"},\n "⟦TITLE⟧": "b"}\n',
    "three": "---\ndate: 2025-02-05\n⟦Date⟧: 2025-02-06\n⟦DATE⟧: 2025-02-07\n---\n",
}
BEFORE_0_152 = {
    "yaml": "---\ntitle: a\n⟦title⟧: b\n---\n",
    "quoted": '---\ntitle: a\n"⟦title⟧": b\n---\n',
}
MISSES = {
    "refused": "---\ntitle: a\ntitle: b\n---\n",
    "once": "+++\ntitle = 'a'\ndate = 2025-02-05\n+++\n",
    "in a table": "+++\ntitle = 'a'\n[params]\nTitle = 'b'\n+++\n",
    "in a mapping": "---\ntitle: a\nparams:\n  title: b\n---\n",
    "in a mapping of json": '{"title": "a", "params": {"title": "b"}, "x": [{"title": "c"}]}\n',
    "in a text": '---\ntitle: a\nsummary: "title: b"\n---\n',
    "in a text of json": '{"title": "a", "summary": "b"}\n',
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("F106", text)


@pytest.mark.parametrize("text", BEFORE_0_152.values(), ids=list(BEFORE_0_152))
def test_keys_that_older_versions_take(text: str) -> None:
    assert_hits("F106", text, (0, 151, 2))
