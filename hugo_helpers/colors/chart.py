"""The palette as a picture (SVG): all slots, in both schemes, as different eyes see them."""

from __future__ import annotations

from typing import Final

from hugo_helpers.colors.distance import DEFICIENCIES
from hugo_helpers.colors.palette import BACKGROUNDS, Scheme, palette

_EYES: Final = ("Normal vision", "Protanopia", "Deuteranopia", "Tritanopia")
_TEXT: Final[dict[Scheme, tuple[str, str]]] = {
    "light": ("#1c2027", "#565e6d"),
    "dark": ("#e6e8ed", "#a7aebb"),
}
_STEP, _DOT, _ROW = 25, 10, 34
_LEFT, _TOP = 128, 62
_WIDTH = _LEFT + 36 * _STEP + 16
_PANEL = _TOP + 4 * _ROW + 6


def chart() -> str:
    """The text of an SVG file: a panel for each scheme, in it a row for each kind of eyes."""
    panels = [_panel("light", 0), _panel("dark", _PANEL)]
    height = 2 * _PANEL
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' width="{_WIDTH}" height="{height}" role="img"'
        ' font-family="system-ui,sans-serif" font-size="13">\n'
        "<title>The 36 colours of speakers, light and dark, as seen with normal vision,"
        " protanopia, deuteranopia and tritanopia</title>\n" + "".join(panels) + "</svg>\n"
    )


def views(scheme: Scheme) -> list[list[str]]:
    """The 36 hexes of a scheme as each kind of eyes sees them, normal ones first."""
    from coloraide import Color

    slots = palette().light if scheme == "light" else palette().dark
    seen = [list(slots)]
    for kind in DEFICIENCIES:
        colors = [Color(color).filter(kind).fit("srgb") for color in slots]
        seen.append([color.convert("srgb").to_string(hex=True) for color in colors])
    return seen


def _panel(scheme: Scheme, top: int) -> str:
    text, muted = _TEXT[scheme]
    ground = BACKGROUNDS[scheme][1]
    lines = [
        f'<rect y="{top}" width="{_WIDTH}" height="{_PANEL}" fill="{ground}"/>',
    ]
    heading = f'<text x="16" y="{top + 28}" fill="{text}" font-size="15" font-weight="700">'
    lines.append(f"{heading}{scheme.title()}</text>")
    for slot in range(36):
        x = _LEFT + slot * _STEP + _DOT
        lines.append(
            f'<text x="{x}" y="{top + 47}" fill="{muted}" font-size="11" text-anchor="middle">'
            f"{slot}</text>"
        )
    for row, (eyes, colors) in enumerate(zip(_EYES, views(scheme), strict=True)):
        y = top + _TOP + row * _ROW + _DOT
        lines.append(f'<text x="16" y="{y + 4}" fill="{muted}">{eyes}</text>')
        for slot, color in enumerate(colors):
            x = _LEFT + slot * _STEP + _DOT
            lines.append(f'<circle cx="{x}" cy="{y}" r="{_DOT}" fill="{color}"/>')
    return "\n".join(lines) + "\n"
