"""H128: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import context

HITS = {
    "unknown": "+++\nmarkup = ⟦'mmark'⟧\n+++\n",
    "number": "+++\nmarkup = ⟦1⟧\n+++\n",
    "html": "+++\nmarkup = ⟦'html'⟧\n+++\n",
    "org": "---\nmarkup: ⟦org⟧\n---\n",
    "by a program": "+++\nmarkup = ⟦'rst'⟧\n+++\n",
    "asciidoc": "+++\nmarkup = ⟦'AsciiDoc'⟧\n+++\n",
    "plain": "+++\nmarkup = ⟦'text'⟧\n+++\n",
}
MISSES = {
    "markdown": "+++\nmarkup = 'markdown'\n+++\n",
    "goldmark": "+++\nmarkup = 'Goldmark'\n+++\n",
    "type": "+++\nmarkup = 'text/markdown'\n+++\n",
    "empty": "+++\nmarkup = ''\n+++\n",
    "table": "+++\nmarkup = {a = 1}\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H128", text)


@pytest.mark.parametrize(
    ("text", "hugo"),
    [
        ("+++\nmarkup = 'html'\n+++\n", (0, 161, 1)),
        ("+++\nmarkup = 'org'\n+++\n", (0, 165, 0)),
        ("+++\nmarkup = 'mmark'\n+++\n", (0, 111, 3)),
        ("+++\nmarkup = ⟦'rst'⟧\n+++\n", (0, 111, 3)),
    ],
    ids=["html", "org", "unknown", "by a program"],
)
def test_older_versions(text: str, hugo: tuple[int, int, int]) -> None:
    assert_hits("H128", text, hugo)


def test_what_the_configuration_allows(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("[security]\nallowContent = ['.*']\n")
    check = RULES["H128"].body.post
    assert check is not None
    made = post("+++\nmarkup = 'html'\n+++\n")
    made.context = context(root=tmp_path)
    assert list(check(made)) == []
