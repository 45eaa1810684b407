"""H104: the name that was meant is said."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

MEANT = {
    "{{< ⟦figre⟧ src=\"a\" >}}\n": "figure",
    "{{<⟦matomeQoute⟧ body=\"a\" userName=\"b\">}}\n": "matomeQuote",
    "{{< ⟦MatomeQuotes⟧ body=\"a\" userName=\"b\" >}}\n": "matomeQuote",
    "{{< ⟦detail⟧ summary=\"a\" >}}x{{< /detail >}}\n": "details",
    "{{< ⟦引用⟧ >}}\n": None,
    f"{{{{< ⟦{'x' * 9_000}⟧ >}}}}\n": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), MEANT.items(), ids=[key[:20] for key in MEANT])
def test_the_name_that_was_meant(text: str, name: str | None) -> None:
    (hit,) = assert_hits("H104", text)
    assert hit.message.partition("; ")[2] == (f"did you mean {name}?" if name else "")


def test_known_ones() -> None:
    assert_hits("H104", quote() + '{{< Figure src="a" >}}\n')
