"""The palette as a picture: whole, true, and the one in the docs up to date."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from hugo_helpers.colors.chart import chart, views
from hugo_helpers.colors.palette import Scheme, palette
from tests.support.hugo import ROOT

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_in_the_docs_is_up_to_date() -> None:
    drawn = (ROOT / "docs" / "images" / "colors.svg").read_text(encoding="utf-8")
    assert drawn == chart(), "run: python scripts/colors.py"


def test_every_slot_in_every_view() -> None:
    root = ElementTree.fromstring(chart())  # noqa: S314 - our own text
    fills = [circle.attrib["fill"] for circle in root.iter(f"{SVG}circle")]
    wanted = [hexes for scheme in ("light", "dark") for row in views(scheme) for hexes in row]
    assert fills == wanted
    assert len(fills) == 2 * 4 * 36
    assert fills[:36] == list(palette().light)
    assert fills[144:180] == list(palette().dark)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colour_blind_eyes_see_fewer_hues(scheme: Scheme) -> None:
    """Red and green confusions: the eye that lacks red or green cones sees hues of only two
    sides, so that its row holds blues and yellows but no red or green."""
    from coloraide import Color

    normal, protan, deutan, tritan = views(scheme)
    for row in (protan, deutan):
        hues = [
            color["h"] for color in (Color(c).convert("oklch") for c in row) if color["c"] > 0.04
        ]
        assert all(60 < hue < 130 or 220 < hue < 290 for hue in hues)
    assert len({*normal}) == 36
    assert tritan != normal
