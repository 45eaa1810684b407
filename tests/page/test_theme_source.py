"""The theme's sources: languages that lack no word, colours that can be read."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.support.hugo import ROOT

THEME = ROOT / "theme"
LANGUAGES = sorted(path.stem for path in (THEME / "i18n").glob("*.toml"))
COLOR = re.compile(
    r"--([\w-]+): var\(--mtm-light, (#\w{6})\) var\(--mtm-dark, (#\w{6})\);|--([\w-]+): (#\w{6});"
)


@cache
def words(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((THEME / "i18n" / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def colors() -> dict[str, tuple[str, str]]:
    """Token to its colour in the light and in the dark."""
    css = (THEME / "assets/css/tokens.css").read_text(encoding="utf-8")
    found = {}
    for name, light, dark, plain, both in COLOR.findall(css):
        found[name or plain] = (light or both, dark or both)
    return found


def luminance(color: str) -> float:
    """Relative luminance of a hex colour (WCAG 2)."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def templates() -> str:
    files = [p for p in (THEME / "layouts").rglob("*") if p.is_file()]
    return "\n".join(p.read_text(encoding="utf-8") for p in files)


def test_contrast_of_known_colours() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_lacks_no_word(language: str) -> None:
    assert set(words("ja")) == set(words(language))
    assert all(forms.get("other") for forms in words(language).values())


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    text = templates()
    used = set(re.findall(r'"([a-z_]+)"', text))
    asked = set(re.findall(r'i18n "([a-z_]+)"', text))
    assert set(words("ja")) - used == set()
    assert asked - set(words("ja")) == set()


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *[(ink, paper) for ink in ("ink", "ink-2", "accent") for paper in ("bg", "surface")],
        *[(ink, "surface-2") for ink in ("ink", "ink-2", "accent")],
        ("accent", "accent-soft"),
        ("ink", "accent-soft"),
        ("accent-ink", "accent"),
    ],
)
def test_text_can_be_read(ink: str, paper: str, scheme: int) -> None:
    assert contrast(colors()[ink][scheme], colors()[paper][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_focus_can_be_seen(scheme: int) -> None:
    assert contrast(colors()["accent"][scheme], colors()["bg"][scheme]) >= 3


def test_browser_bars_have_the_colour_of_the_page() -> None:
    scheme = (THEME / "layouts/partials/theme/scheme.html").read_text(encoding="utf-8")
    assert re.findall(r'"theme-color" content="(#\w+)"', scheme) == list(colors()["bg"])


def test_styles_use_tokens_that_exist() -> None:
    sheets = sorted((THEME / "assets/css").glob("*.css"))
    css = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    defined = set(re.findall(r"(?m)^\s*(--[\w-]+):", css))
    used = {name for name in re.findall(r"var\((--[\w-]+)", css) if not name.startswith("--mtm-")}
    assert used - defined == set()
    assert {n for n in defined if not n.startswith("--mtm-")} - used == set()


def test_every_stylesheet_is_in_the_bundle() -> None:
    listed = (THEME / "layouts/partials/theme/styles.html").read_text(encoding="utf-8")
    for path in (THEME / "assets/css").glob("*.css"):
        assert f'"{path.stem}"' in listed


def test_nothing_of_another_host() -> None:
    for path in [p for p in THEME.rglob("*") if isinstance(p, Path) and p.is_file()]:
        urls = re.findall(r"https?://[\w.-]+", path.read_text(encoding="utf-8"))
        allowed = {
            "http://www.w3.org",
            "http://purl.org",
            "https://jsonfeed.org",
            "https://schema.org",
        }
        assert set(urls) <= allowed, path
