"""H212: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "spaces": "a\n\n⟦<!-- more -->⟧\n\nb\n",
    "capitals": "a\n\n⟦<!--More-->⟧\n\nb\n",
    "one space": "a\n\n⟦<!--more -->⟧\n\nb\n",
    "inside a shortcode": "{{<details>}}a\n\n⟦<!--more-->⟧\n\nb{{</details>}}\n",
    "two": "a ⟦<!-- more -->⟧ b ⟦<!-- MORE -->⟧\n",
}
MISSES = {
    "a divider": "a\n\n<!--more-->\n\nb\n",
    "behind a divider": "a\n\n<!--more-->\n\nb\n\n<!-- more -->\n",
    "another comment": "a\n\n<!-- more of this -->\n",
    "code": "`<!-- more -->`\n",
    "fence": "```\n<!-- more -->\n```\n",
    "in a parameter": quote("<!-- more -->"),
    "on two lines": "<!-- more\n-->\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H212", text)


def test_is_written_as_hugo_wants_it() -> None:
    assert_mends("H212", "a\n\n<!-- More -->\n\nb\n", "a\n\n<!--more-->\n\nb\n")
    inside = "{{<details>}}<!--more-->{{</details>}}\n"
    assert_mends("H212", inside, inside, "unsafe")
