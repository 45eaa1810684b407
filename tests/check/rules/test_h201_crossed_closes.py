"""H201: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits

BUBBLE = '{{< matomeBubble userName="ann" >}}'

HITS = {
    "crossed": "{{<details>}}1" + BUBBLE + "2{{</⟦details⟧>}}3{{</matomeBubble>}}\n",
    "spaces": "{{<details>}}1" + BUBBLE + "2{{< / ⟦details⟧ >}}3{{< /matomeBubble >}}\n",
    "twice": ("{{<details>}}1" + BUBBLE + "2{{</⟦details⟧>}}3{{</matomeBubble>}}\n") * 2,
    "another one was meant": "{{<details>}}1{{</details>}}" + BUBBLE + "2{{</ ⟦details⟧>}}\n",
}
MISSES = {
    "nested": "{{<details>}}1" + BUBBLE + "2{{</matomeBubble>}}3{{</details>}}\n",
    "one after the other": "{{<details>}}1{{</details>}}" + BUBBLE + "2{{</matomeBubble>}}\n",
    "self-closed": "{{<details>}}1{{<matomeBubble userName=`a` />}}2{{</details>}}\n",
    "refused anyway": "{{<details>}}1" + BUBBLE + "2{{</details>}}3\n",
    "void": '{{< ref "/posts/" >}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H201", text)
