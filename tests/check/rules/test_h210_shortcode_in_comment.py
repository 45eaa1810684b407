"""H210: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

CALL = '{{< figure src="cat.jpg" >}}'

HITS = {
    "block": f"a\n\n<!-- ⟦{CALL}⟧ -->\n\nb\n",
    "in a line": f"a <!-- ⟦{CALL}⟧ --> b\n",
    "lines": "<!--\n⟦{{<details>}}⟧\na\n{{</details>}}\n-->\n",
    "two": f"<!-- ⟦{CALL}⟧\n⟦{CALL}⟧ -->\n",
    "a value": "<!-- ⟦{{< param title >}}⟧ -->\n",
    "in a fold": "{{<details>}}\n<!-- ⟦" + CALL + "⟧ -->\n{{</details>}}\n",
    "behind another comment": f"<!-- a --> <!-- ⟦{CALL}⟧ -->\n",
}
MISSES = {
    "shown": '<!-- {{</* figure src="cat.jpg" */>}} -->\n',
    "between comments": f"<!-- a -->\n\n{CALL}\n\n<!-- b -->\n",
    "in the line of comments": f"<!-- a --> {CALL} <!-- b -->\n",
    "never ended": f"a <!-- {CALL}\n",
    "suppression": "<!-- matome-disable-next-line T203 -->\n" + quote(),
    "in a parameter": quote("<!--") + quote("-->"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H210", text)


def test_is_switched_off() -> None:
    before, after = f"<!-- {CALL} -->\n", '<!-- {{</* figure src="cat.jpg" */>}} -->\n'
    assert_mends("H210", before, after)
