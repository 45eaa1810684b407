"""H213: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "inline": "a `⟦<!--more-->⟧` b\n",
    "fence": "a\n\n```\n⟦<!--more-->⟧\n```\n",
    "indented": "a\n\n    ⟦<!--more-->⟧\n",
    "the first of two": "a `⟦<!--more-->⟧` b\n\n<!--more-->\n",
}
MISSES = {
    "a divider": "a\n\n<!--more-->\n\nb\n",
    "behind a divider": "a\n\n<!--more-->\n\nb `<!--more-->` c\n",
    "inside a shortcode": "{{<details>}}`<!--more-->`{{</details>}}\n",
    "another comment": "`<!-- more -->`\n",
    "in a parameter": quote("`<!--more-->`"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H213", text)
