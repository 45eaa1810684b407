"""The palette's file, and what a reader can make of its colours."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from coloraide import Color

from hugo_helpers.colors import palette as module
from hugo_helpers.colors.palette import (
    BACKGROUNDS,
    CHROMA,
    LIGHTNESS,
    TINT,
    Scheme,
    compute,
    hue,
    palette,
    path,
)
from hugo_helpers.colors.slot import SLOTS

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LEAST_CONTRAST = 4.5
TINTED: dict[Scheme, tuple[str, ...]] = {"light": ("#ffffff",), "dark": BACKGROUNDS["dark"]}
LEAST_NEIGHBOURS: dict[Scheme, float] = {"light": 0.0176, "dark": 0.0228}


def colors(scheme: Scheme) -> tuple[str, ...]:
    return palette().light if scheme == "light" else palette().dark


def test_the_file_holds_what_is_computed() -> None:
    assert path().read_text(encoding="utf-8") == compute()


def test_the_module_prints_the_file() -> None:
    run = subprocess.run(
        [sys.executable, "-m", module.__name__], capture_output=True, text=True, check=True
    )
    assert run.stdout == compute()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_slot_is_legible_on_plain_grounds(scheme: Scheme) -> None:
    worst = min(Color(c).contrast(ground) for c in colors(scheme) for ground in BACKGROUNDS[scheme])
    assert worst >= LEAST_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_slot_is_legible_on_a_tint_of_itself(scheme: Scheme) -> None:
    worst = min(
        Color(c).contrast(Color(ground).mix(c, TINT[scheme], space="srgb"))
        for c in colors(scheme)
        for ground in TINTED[scheme]
    )
    assert worst >= LEAST_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_slots_lie_on_their_hue_at_the_scheme_s_lightness(scheme: Scheme) -> None:
    for slot, written in enumerate(colors(scheme)):
        lightness, chroma, degrees = Color(written).convert("oklch")[:3]
        assert lightness == pytest.approx(LIGHTNESS[scheme], abs=0.02)
        assert chroma <= CHROMA[scheme] + 0.005
        turn = (degrees - hue(slot) + 180) % 360 - 180
        assert 2 * chroma * math.sin(math.radians(abs(turn)) / 2) < 0.02, "not to be told apart"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_neighbouring_slots_can_be_told_apart(scheme: Scheme) -> None:
    written = colors(scheme)
    least = min(
        Color(written[slot]).distance(Color(written[slot - 1]), space="oklab")
        for slot in range(SLOTS)
    )
    assert least >= LEAST_NEIGHBOURS[scheme]


def test_reading_the_palette_leaves_coloraide_alone() -> None:
    code = (
        "import sys; from hugo_helpers.colors.palette import palette; palette();"
        "print('coloraide' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
