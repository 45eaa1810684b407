"""H202: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits
from tests.support.mended import assert_mends

HITS = {
    "percent": "{{<details>}}a⟦{{% /details %}}⟧\n",
    "angle": "{{% details %}}a⟦{{</details>}}⟧\n",
}
MISSES = {
    "angle alike": "{{<details>}}a{{</details>}}\n",
    "percent alike": "{{% details %}}a{{% /details %}}\n",
    "another sort inside": '{{<details>}}{{% ref "/posts/" %}}{{</details>}}\n',
    "self-closed": "{{% details /%}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H202", text)


def test_the_opening_tag_wins() -> None:
    assert_mends("H202", "{{<details>}}a{{% /details %}}\n", "{{<details>}}a{{< /details >}}\n")
    assert_mends("H202", "{{% details %}}a{{</details>}}\n", "{{% details %}}a{{%/details%}}\n")
