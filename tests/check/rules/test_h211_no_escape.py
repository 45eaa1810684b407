"""H211: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "angle": "a ⟦\\{{<⟧ param title >}}\n",
    "percent": "a ⟦\\{{%⟧ param title %}}\n",
    "first": "⟦\\{{<⟧ param title >}}\n",
    "in code": "`⟦\\{{<⟧ param title >}}`\n",
    "in a fold": "{{<details>}}⟦\\{{<⟧ param title >}}{{</details>}}\n",
}
MISSES = {
    "a comment": "a {{</* param title */>}}\n",
    "a backslash elsewhere": "a \\ {{< param title >}} \\\n",
    "in a parameter": quote(r"\{{"),
    "of a comment": "a \\{{</* param title */>}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H211", text)


def test_is_shown_when_asked_for() -> None:
    assert_mends("H211", "\\{{< param a >}}\n", "{{</* param a */>}}\n", "unsafe")
    paired = "\\{{<details>}}a{{</details>}}\n"
    assert_mends("H211", paired, "{{</*details*/>}}a{{</*/details*/>}}\n", "unsafe")
