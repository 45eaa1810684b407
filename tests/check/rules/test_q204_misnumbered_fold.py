"""Q204: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends


def fold(summary: str, quotes: int = 0) -> str:
    inside = "".join(quote(str(number)) for number in range(quotes)) or "a\n"
    return f'{{{{< details summary="{summary}">}}}}\n{inside}{{{{< /details >}}}}\n'


HITS = {
    "gap": fold("More (1)") + fold("More (⟦3⟧)"),
    "full-width brackets": fold("もっと（1）") + fold("もっと（⟦3⟧）"),
    "full-width digits": fold("もっと（１）") + fold("もっと（⟦１⟧）"),
    "twice": fold("More (1)") + fold("More (⟦1⟧)"),
    "from nought": fold("More (⟦0⟧)") + fold("More (⟦1⟧)"),
    "starts at two": fold("More (⟦2⟧)"),
    "brackets": fold("More [1]") + fold("More [⟦3⟧]"),
}
MISSES = {
    "counts up": fold("More (1)") + fold("More (2)") + fold("More (3)"),
    "full-width": fold("もっと（1）") + fold("もっと（2）"),
    "other wording": fold("More (1)") + fold("Asides (1)") + fold("More (2)"),
    "no numbers": fold("More") + fold("Even more"),
    "how many quotes": fold("More (3)", 3) + fold("More (2)", 2),
    "a number in the text": fold("20 more (of 40 there)"),
    "a year": fold("Since 2024"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q204", text)


def test_is_counted_anew() -> None:
    assert_mends(
        "Q204",
        fold("もっと（１）") + fold("もっと（３）"),
        fold("もっと（１）") + fold("もっと（２）"),
    )
    assert_mends(
        "Q204",
        fold("More (1)") + fold("More (1)") + fold("More (2)"),
        fold("More (1)") + fold("More (2)") + fold("More (3)"),
    )
