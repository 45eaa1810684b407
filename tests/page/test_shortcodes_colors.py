"""Colours drawn as they are written: `params.matome.colors = "literal"`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hugo_helpers.colors.palette import BACKGROUNDS, LIGHTNESS, Scheme, palette
from hugo_helpers.colors.slot import slot
from hugo_helpers.site.css import NAMES
from tests.page.shortcodes_site import built, call, post, quote, quotes, read
from tests.page.test_shortcodes_look import BODY, CONTRAST
from tests.support.browser import visit
from tests.support.hugo import ROOT, Built, newest_hugo
from tests.support.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LITERAL = '[params.matome]\ncolors = "literal"\n'
SIX = ("#785bff", "#ff5733", "#38d3d3", "#45d325", "#ff5c5c", "#ff33a1")
WRITTEN = [
    ("#785bff", "785bff"),
    ("#785BFF", "785bff"),
    ("#f00", "ff0000"),
    ("#0f08", "00ff00"),
    ("#00ff0080", "00ff00"),
    ("tomato", "ff6347"),
    (" RebeccaPurple ", "663399"),
    ("rgb(1, 20, 255)", "0114ff"),
    ("rgb(1 20 255 / 50%)", "0114ff"),
    ("rgba(100%, 0%, 999, 0.5)", "ff00ff"),
    ("#000", "000000"),
]
NO_COLORS = [
    "x",
    "#12",
    "#12345",
    "#ggg",
    "rgb(1, 2)",
    "rgb(-1, 2, 3)",
    "url(//evil.example/a.png)",
    "red;background:url(//evil.example)",
    '#fff" onclick="alert(1)',
    "</style><script>alert(1)</script>",
    "#fff" * 5000,
    "transparent",
    "ハイライト",
]
RULE = re.compile(
    r"\.mtm-quote\.mtm-c-([0-9a-f]{6})"
    r"\{--mtm-hue:var\(--mtm-light,(#[0-9a-f]{6})\) var\(--mtm-dark,(#[0-9a-f]{6})\)\}"
)


def grid() -> list[str]:
    steps = ("00", "40", "80", "c0", "ff")
    return ["#" + "".join(parts) for parts in product(steps, repeat=3)]


def sheet(done: Built, path: str) -> dict[str, tuple[str, str]]:
    """The colours that a page's own stylesheet holds, and nothing else may it hold."""
    links = [
        link.attributes["href"]
        for link in read(done.page(path)).all("link")
        if "matome-colors" in link.attributes["href"]
    ]
    assert len(links) == 1
    lines = (done.public / links[0].lstrip("/")).read_text().splitlines()
    found = [RULE.fullmatch(line) for line in lines]
    return {rule[1]: (rule[2], rule[3]) for rule in found if rule} if all(found) else {}


def literal_class(classes: list[str]) -> list[str]:
    return [name.removeprefix("mtm-c-") for name in classes if name.startswith("mtm-c-")]


@pytest.fixture(scope="module")
def drawn(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    bubble = call("matomeBubble", userName="ann", color="teal") + "x{{< /matomeBubble >}}"
    nested = call("details", summary="more") + quote("x", color="#abc") + "{{< /details >}}"
    files = {
        "content/written.md": post(*(quote("x", color=color) for color, _ in WRITTEN)),
        "content/none.md": post(*(quote("x", color=color) for color in NO_COLORS)),
        "content/plain.md": post(quote("x")),
        "content/nested.md": post(quote("x", "ann"), nested),
        "content/bubble.md": post(bubble),
        "content/grid.md": post(*(quote("x", color=color) for color in [*SIX, *grid()])),
        "content/six.md": post(*(quote("x", color=color) for color in SIX)),
        "content/six-again.md": post(*(quote("x", color=color) for color in reversed(SIX * 2))),
    }  # fmt: skip
    return built(tmp_path_factory.mktemp("literal"), hugo, files, LITERAL)


def test_what_css_takes_for_a_colour_is_drawn(drawn: Built) -> None:
    elements = quotes(drawn, "written")
    assert [literal_class(e.classes) for e in elements] == [[hexes] for _, hexes in WRITTEN]
    assert sheet(drawn, "written").keys() == {hexes for _, hexes in WRITTEN}
    assert all("mtm-highlight" in e.classes for e in elements)
    assert not [e for e in read(drawn.page("written")).walk() if "style" in e.attributes]
    assert "<style" not in drawn.page("written")


def test_what_is_none_is_a_plain_highlight(drawn: Built) -> None:
    for element in quotes(drawn, "none"):
        assert not literal_class(element.classes)
        assert {"mtm-highlight", f"mtm-h{slot('ann')}"} <= set(element.classes)
    assert "matome-colors" not in drawn.page("none")


def test_a_page_without_colours_has_no_sheet(drawn: Built) -> None:
    assert "matome-colors" not in drawn.page("plain")
    assert "mtm-c-" not in drawn.page("plain")


def test_in_folds_and_bubbles(drawn: Built) -> None:
    assert sheet(drawn, "nested").keys() == {"aabbcc"}
    assert sheet(drawn, "bubble").keys() == {"008080"}
    assert [literal_class(e.classes) for e in quotes(drawn, "bubble")] == [["008080"]]


def test_pages_of_the_same_colours_share_a_sheet(drawn: Built) -> None:
    link = re.compile(r'href="([^"]*matome-colors[^"]*)"')
    one, other = (link.findall(drawn.page(page)) for page in ("six", "six-again"))
    assert one == other


def test_only_the_lightness_moves(drawn: Built) -> None:
    """As coloraide sees it: hue kept; lightness kept where it is legible, else the palette's;
    chroma kept where sRGB can show it."""
    from coloraide import Color

    found = sheet(drawn, "grid")
    assert len(found) > 120
    for written, hexes in found.items():
        before = Color(f"#{written}").convert("oklch")
        for scheme, hexadecimal in zip(("light", "dark"), hexes, strict=True):
            after = Color(hexadecimal).convert("oklch")
            bound = LIGHTNESS["light" if scheme == "light" else "dark"]
            wanted = (min if scheme == "light" else max)(before["l"], bound)
            assert after["l"] == pytest.approx(wanted, abs=0.005)
            if before["c"] > 0.02 and after["c"] > 0.02:
                turn = (after["h"] - before["h"] + 180) % 360 - 180
                assert abs(turn) < 3, (written, hexadecimal)
            assert after["c"] <= before["c"] + 0.005
            if Color("oklch", [wanted, before["c"], before["h"]]).in_gamut("srgb", tolerance=0):
                assert after["c"] == pytest.approx(before["c"], abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_on_every_plain_ground(drawn: Built, scheme: Scheme) -> None:
    from coloraide import Color

    for written, hexes in sheet(drawn, "grid").items():
        color = Color(hexes[scheme == "dark"])
        for ground in BACKGROUNDS[scheme]:
            assert color.contrast(ground) >= 4.5, (written, ground)


def test_other_sites_are_as_they_were(tmp_path: Path) -> None:
    files = {"content/x.md": post(quote("x", color="#785bff"))}
    page = built(tmp_path, newest_hugo(), files, '[params.matome]\ncolors = "hues"\n').page("x")
    assert "mtm-highlight" in page
    assert "mtm-c-" not in page
    assert "matome-colors" not in page


def test_where_the_theme_brings_the_styles_the_colours_still_come(tmp_path: Path) -> None:
    files = {"content/x.md": post(quote("x", color="#785bff"))}
    done = built(tmp_path, newest_hugo(), files, LITERAL + "stylesheet = false\n")
    assert sheet(done, "x").keys() == {"785bff"}
    assert len(read(done.page("x")).all("link")) == 2, "the icon, and this"


def test_the_names_are_those_of_python() -> None:
    partials = ROOT / "layouts" / "partials" / "matome"
    names = json.loads((partials / "color-names.json").read_text(encoding="utf-8"))
    assert {name: f"#{hexes}" for name, hexes in names.items()} == NAMES


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    colors = [*SIX, *grid()]
    files = {
        "content/many.md": post(*(quote(BODY, f"u{n}", color=c) for n, c in enumerate(colors)))
    }
    done = built(tmp_path_factory.mktemp("read"), newest_hugo(), files, LITERAL)
    with serve(done.public, csp="default-src 'none'; style-src 'self'; img-src data:") as served:
        yield served


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_a_browser(browser: Browser, origin: str, scheme: Scheme) -> None:
    with visit(browser, origin, scheme=scheme) as seen:
        page = seen.open("/many/")
        found: dict[str, Any] = page.evaluate(CONTRAST)
        hue = page.evaluate(
            "getComputedStyle(document.querySelector('.mtm-c-785bff')).getPropertyValue('--mtm-hue')"
        )
    assert found == {"bad": [], "quotes": len(SIX) + len(grid())}
    own = (palette().light if scheme == "light" else palette().dark)[slot("u0")]
    assert hue.strip() != own
    assert seen.faults == []
