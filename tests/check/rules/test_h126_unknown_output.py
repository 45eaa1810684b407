"""H126: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import context

HITS = {
    "misspelt": "+++\noutputs = ⟦['htlm']⟧\n+++\n",
    "one of two": "+++\noutputs = ⟦['html', 'jsn']⟧\n+++\n",
    "text": "+++\noutputs = ⟦'html,json'⟧\n+++\n",
    "number": "+++\noutputs = ⟦1⟧\n+++\n",
    "empty": "+++\noutputs = ⟦['']⟧\n+++\n",
    "yaml": "---\noutputs: ⟦[html, amp2]⟧\n---\n",
    "org": "#+outputs[]: ⟦html nope⟧\n",
}
MISSES = {
    "known": "+++\noutputs = ['html', 'RSS', 'json', 'calendar', 'robots', 'css']\n+++\n",
    "words": "+++\noutputs = 'html json'\n+++\n",
    "table": "+++\noutputs = {a = 1}\n+++\n",
    "nothing": "+++\noutputs = []\n+++\n",
    "a list in a list": "+++\noutputs = [['nope']]\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H126", text)


def test_formats_of_the_site_are_known(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("[outputFormats.Book]\nmediaType = 'text/plain'\n")
    check = RULES["H126"].body.post
    assert check is not None
    for name, known in (("book", True), ("boo", False)):
        made = post(f"+++\noutputs = ['{name}']\n+++\n")
        made.context = context(root=tmp_path)
        assert list(check(made)) == [] if known else len(list(check(made))) == 1
