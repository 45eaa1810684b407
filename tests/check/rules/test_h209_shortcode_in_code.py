"""H209: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

CALL = '{{< figure src="cat.jpg" >}}'

HITS = {
    "fence": f"```html\n⟦{CALL}⟧\n```\n",
    "tildes": f"~~~\n⟦{CALL}⟧\n~~~\n",
    "never ended fence": f"```\n⟦{CALL}⟧\n",
    "inline": f"see `⟦{CALL}⟧` there\n",
    "two backticks": f"see ``a ` ⟦{CALL}⟧`` there\n",
    "indented": f"a\n\n    ⟦{CALL}⟧\n",
    "tab": f"a\n\n\t⟦{CALL}⟧\n",
    "paired": "```\n⟦{{<details>}}⟧a" + CALL + "{{</details>}}\n```\n",
    "percent": "`⟦{{% figure src=`a` %}}⟧`\n",
    "in a fold": "{{<details>}}\n```\n⟦" + CALL + "⟧\n```\n{{</details>}}\n",
    "in a list": f"- a\n\n  ```\n  ⟦{CALL}⟧\n  ```\n",
    "highlight": "{{< highlight html >}}\n⟦" + CALL + "⟧\n{{< /highlight >}}\n",
}
MISSES = {
    "shown": '```\n{{</* figure src="cat.jpg" */>}}\n```\n',
    "beside code": f"`a` {CALL} `b`\n",
    "between fences": f"```\na\n```\n{CALL}\n```\nb\n```\n",
    "one backtick": f"` {CALL}\n",
    "escaped backticks": f"\\`{CALL}\\`\n",
    "backticks in parameters": quote("`a`") + quote("`b"),
    "a fence in a parameter": "{{<matomeQuote body=`\n```\n` userName=`ann`>}}\n"
    + CALL
    + "\n```\n",
    "indented below a list": f"- a\n\n    {CALL}\n",
    "indented in a paragraph": f"a\n    {CALL}\n",
    "a value": "```\ngit checkout {{< param version >}}\n```\n",
    "an address": '`{{% ref "/posts/" %}}`\n',
    "a fold around a fence": "{{<details>}}\n```\na\n```\n" + quote() + "{{</details>}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H209", text)


def test_is_shown_when_asked_for() -> None:
    before, after = f"`{CALL}`\n", '`{{</* figure src="cat.jpg" */>}}`\n'
    assert_mends("H209", before, before)
    assert_mends("H209", before, after, "unsafe")
    paired = "```\n{{<details>}}{{< figure >}}{{</details>}}\n```\n"
    shown = "```\n{{</*details*/>}}{{</* figure */>}}{{</*/details*/>}}\n```\n"
    assert_mends("H209", paired, shown, "unsafe")
