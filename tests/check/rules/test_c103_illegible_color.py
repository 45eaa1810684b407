"""C103: colours against the backgrounds of a site's scheme."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.marked import assert_hits, post, quote
from tests.support.sites import context, foreign

SEED = ("#785bff", "#ff5733", "#38d3d3", "#45d325", "#ff5c5c", "#e6ac00")


def found(text: str, **matome: str) -> list[str]:
    made = post(text)
    made.context = context(matome=matome)
    check = RULES["C103"].body.post
    assert check is not None
    return [made.text[hit.start : hit.end] for hit in check(made)]


@pytest.mark.parametrize("color", [*SEED, "white", "black", ""])
def test_matomes_own_shortcode_draws_no_color(color: str) -> None:
    assert_hits("C103", quote(color=color))


@pytest.mark.parametrize(
    ("scheme", "color", "count"),
    [
        ("light", "#45d325", 1),
        ("light", "#1c7a3d", 0),
        ("light", "yellow", 1),
        ("light", "black", 0),
        ("dark", "yellow", 0),
        ("dark", "black", 1),
        ("auto", "black", 1),
        ("auto", "yellow", 1),
        ("auto", "#8a6fd0", 0),
        ("light", "rgb(120 255 120)", 1),
        ("light", "hsl(120 100% 20%)", 0),
        ("light", "oklch(90% 0.1 120)", 0),
        ("light", "", 0),
    ],
)
def test_literal_colors(scheme: str, color: str, count: int) -> None:
    found_here = found(quote(color=color), colors="literal", scheme=scheme)
    assert found_here == [color] * count


def test_one_finding_for_a_color() -> None:
    text = quote(color="yellow") + quote(color="yellow") + quote(color="lime")
    assert found(text, colors="literal", scheme="light") == ["yellow", "lime"]


@pytest.mark.parametrize("color", SEED)
def test_all_six_colors_of_such_sites_are_illegible_where_a_site_draws_them(color: str) -> None:
    check = RULES["C103"].body.post
    assert check is not None
    (hit,) = check(foreign(quote(color=color)))
    assert "contrast" in hit.message
