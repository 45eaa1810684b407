"""H208: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "opening": "a ⟦{{__hugo_ctx pid=1}}⟧ b\n",
    "closing": "a ⟦{{__hugo_ctx/}}⟧ b\n",
    "one of two stops Hugo": "⟦{{__hugo_ctx pid=1}}⟧ {{__hugo_ctx}}\n",
    "bare inside a fold": "{{<details>}}a ⟦{{__hugo_ctx}}⟧{{</details>}}\n",
    "two": "⟦{{__hugo_ctx pid=1}}⟧\n\na\n\n⟦{{__hugo_ctx/}}⟧\n",
    "inside a fold": "{{<details>}}a ⟦{{__hugo_ctx pid=1}}⟧{{</details>}}\n",
}
MISSES = {
    "code": "`{{__hugo_ctx pid=1}}`\n",
    "fence": "```\n{{__hugo_ctx pid=1}}\n```\n",
    "indented": "a\n\n    {{__hugo_ctx pid=1}}\n",
    "never ended": "a {{__hugo_ctx pid\n",
    "a parameter": quote("{{__hugo_ctx pid=1}}"),
    "other braces": "a {{ hugo }}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H208", text)
