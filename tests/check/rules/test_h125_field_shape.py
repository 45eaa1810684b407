"""H125: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "text": "+++\nbuild = ⟦'never'⟧\n+++\n",
    "list in build": "+++\n[build]\nlist = ⟦['never']⟧\n+++\n",
    "inline": "+++\nbuild = {render = ⟦[1]⟧}\n+++\n",
    "yaml": "---\nbuild:\n  publishResources: ⟦perhaps⟧\n---\n",
    "params": "+++\nparams = ⟦'x'⟧\n+++\n",
    "params as a list of tables": "+++\n[[⟦params⟧]]\na = 1\n+++\n",
    "sitemap": "+++\n[sitemap]\npriority = ⟦'high'⟧\nchangefreq = ⟦['daily']⟧\n+++\n",
    "cascade": "+++\ncascade = ⟦true⟧\n+++\n",
    "target": "+++\n[cascade]\n_target = ⟦'posts'⟧\n+++\n",
    "target in yaml": "---\ncascade:\n  - target:\n      kind: ⟦post⟧\n---\n",
    "date in cascade": "+++\n[cascade]\ndate = ⟦'soon'⟧\n+++\n",
    "old name": "+++\n[⟦_build⟧]\nrender = 'never'\n+++\n",
    "sites": "+++\nsites = ⟦'x'⟧\n+++\n",
    "json": '{"build": ⟦"never"⟧}\n',
    "org": "#+build: ⟦never⟧\n",
    "draft": "+++\ndraft = true\nbuild = ⟦1⟧\n+++\n",
}
MISSES = {
    "tables": "+++\n[build]\nrender = 'never'\npublishResources = 'false'\n[params]\na = 1\n+++\n",
    "more tables": "+++\n[sitemap]\npriority = 0.5\n[cascade.target]\nkind = 'page'\n+++\n",
    "json in a text": "+++\nparams = '{\"a\": 1}'\n+++\n",
    "null": "---\nbuild:\nparams:\ncascade:\nsitemap:\n---\n",
    "fields of its own": "+++\nheadless = 'x'\nweight = 'x'\nmenu = 1\nresources = 'x'\n+++\n",
    "kind": "+++\nkind = 'post'\n+++\n",
    "refused anyway": "+++\nbuild = 1\na = b\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H125", text)


@pytest.mark.parametrize(
    ("text", "hugo"),
    [
        ("+++\nkind = ⟦'post'⟧\n+++\n", (0, 147, 9)),
        ("+++\nkind = ⟦'page'⟧\nlang = ⟦'en'⟧\n+++\n", (0, 160, 1)),
        ("---\nparams: ⟦⟧\n---\n", (0, 147, 9)),
        ("+++\n_build = ⟦1⟧\nbuild = 1\nparams = 1\nsitemap = 1\n+++\n", (0, 111, 3)),
        ("+++\ncascade = true\n+++\n", (0, 157, 0)),
    ],
    ids=["unknown kind", "given up", "null", "oldest", "own cascade unread"],
)
def test_other_versions(text: str, hugo: tuple[int, int, int]) -> None:
    assert_hits("H125", text, hugo)
