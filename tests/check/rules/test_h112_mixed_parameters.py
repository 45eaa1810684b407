"""H112: where spaces around a `=` are the cause, the message says so."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits

SPACED = {
    '{{< figure src="a" ⟦alt⟧ = "b" >}}\n': True,
    '{{< figure src = "a" ⟦alt⟧="b" >}}\n': True,
    '{{< figure src="a" ⟦b⟧ >}}\n': False,
    '{{< figure src="a = b" ⟦b⟧ >}}\n': False,
    '{{< figure "a" ⟦alt⟧="b = c" >}}\n': False,
}


@pytest.mark.parametrize(("text", "spaced"), SPACED.items(), ids=SPACED)
def test_the_cause(text: str, spaced: bool) -> None:
    (hit,) = assert_hits("H112", text)
    assert hit.message.endswith("; write = without a space before it") is spaced
