"""What a card is drawn on: colours, named or of the speakers, or a site's own image."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import color, photo
from hugo_helpers.thumbnails.color import RGB, Lab
from hugo_helpers.thumbnails.mesh import mesh

if TYPE_CHECKING:
    from PIL import Image

STOCK_SIZE = (1200, 630)
_FOLDER = "thumbnails"
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_NAME = re.compile(r"([a-z]+)(?:[_-]([a-z]+))?[_-]?([0-9]{0,4})", re.ASCII)
_MARK = b"Drawn by matome: "
_DEFAULT = "royalblue"
_QUALITY = 80
_GRAY = 0.03


@dataclass(frozen=True)
class Background:
    """What a card is drawn on.

    `colors`: one to four, `#rrggbb`; `variant`: a name that moves the glow of the colours about;
    `image`: the site's own image, which then counts alone, and `digest`, a hash of its content.
    """

    colors: tuple[str, ...] = ()
    variant: str = ""
    image: Path | None = None
    digest: str = ""


@lru_cache(maxsize=1024)
def named(name: str) -> Background | None:
    """The background that a name stands for, or None when it holds no CSS colour.

    `name` may have folders and an ending: `thumbnails/blue.jpg`, `cyan_orange2.jpg`, `gray`. Two
    colours are joined by `_` or `-`; digits at the end are a variant.
    """
    path = PurePosixPath(name)
    stem = path.stem if path.suffix.lower() in _ENDINGS else path.name
    match = _NAME.fullmatch(stem.lower())
    if match is None:
        return None
    names = [part for part in match.groups()[:2] if part]
    if not all(map(color.is_name, names)):
        return None
    return Background(tuple(color.to_hex(color.parse(part)) for part in names), match[3])


def speakers(band: Iterable[tuple[str, int]]) -> Background:
    """The background of the hues that spoke most in `band`, at most two, as bright as suits
    them. Raises ValueError for a hue that is no colour."""
    spoken: dict[str, int] = {}
    for hue, count in band:
        spoken[hue] = spoken.get(hue, 0) + count
    most = sorted(spoken, key=lambda hue: (-spoken[hue], hue))[:2]
    if not most:
        return Background((color.to_hex(color.parse(_DEFAULT)),))
    hues = [color.to_lch(color.parse(hue))[1:] for hue in most]
    # Dark yellow is brown or olive: with it a card is better light.
    lightness, strength = (0.85, 0.14) if any(50 <= hue[1] <= 135 for hue in hues) else (0.50, 0.20)
    lit = (
        color.from_lch(lightness, max(chroma, strength) if chroma > _GRAY else chroma, angle)
        for chroma, angle in hues
    )
    return Background(tuple(map(color.to_hex, lit)))


def photograph(path: Path) -> Background:
    """The background of an image file; a stock image that `stock` drew
    counts as the colours it was drawn from.

    Raises OSError when it cannot be read, ValueError when it is over 64 MB.
    """
    status = path.stat()
    drawn = _stock_name(path, status.st_mtime_ns, status.st_size)
    background = named(drawn) if drawn else None
    return background or Background(image=path, digest=photo.digest(path))


def choose(image: Path | None, name: str, band: Iterable[tuple[str, int]]) -> Background:
    """The background for a post: its own `image`, else the colours that the `name` holds, else
    those of the speakers. Raises as `photograph` does."""
    if image is not None:
        return photograph(image)
    return named(name) or speakers(band)


def stock(name: str, size: tuple[int, int] = STOCK_SIZE) -> bytes | None:
    """The JPEG bytes of the stock image that `name` (`thumbnails/blue.jpg`) stands for.

    None when it names no colour, or could not be written as it stands below a folder: with `..`,
    absolute, or with an ending that is not a JPEG's. The same name always gives the same bytes.
    """
    background = named(name)
    endings = (".jpg", ".jpeg", "")
    if background is None or PurePosixPath(name).suffix.lower() not in endings:
        return None
    if not photo.is_inside(name):
        return None
    image = painted(vivid(background.colors), background.variant, size)
    return encoded(image, comment=_MARK + PurePosixPath(name).stem.encode()[:80])


def encoded(image: Image.Image, comment: bytes = b"") -> bytes:
    """`image` as JPEG: colours at half the resolution, which is not seen beside text that is light
    on dark or dark on light, and two fifths smaller than with all of it at quality 85."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY, subsampling=2, optimize=True, comment=comment)
    return buffer.getvalue()


def painted(colors: tuple[RGB, ...], variant: str, size: tuple[int, int]) -> Image.Image:
    """A gradient of `colors`; shared, so copy it before drawing on it."""
    return mesh(colors, variant, size)


def vivid(colors: Sequence[str]) -> tuple[RGB, ...]:
    """The colours of a gradient: those given with what lies between them, or, for a single one,
    that and its neighbours."""
    parsed = [color.to_lch(color.parse(name)) for name in colors]
    if len(parsed) == 1:
        return _neighbours(*parsed[0])
    steps: list[RGB] = []
    for one, other in pairwise(parsed):
        steps += (color.from_lch(*one), _between(one, other))
    return (*steps, color.from_lch(*parsed[-1]))


def _neighbours(lightness: float, chroma: float, hue: float) -> tuple[RGB, ...]:
    turn = 32.0
    if chroma < _GRAY:
        # Pure gray looks like a fault; a breath of blue looks like paper or slate.
        chroma, hue, turn = 0.012, 265.0, 0.0
        lightness = min(0.975, max(0.20, lightness))
    step = 0.09 if lightness < 0.75 else -0.07
    return (
        color.from_lch(lightness - step * 0.6, chroma, hue - turn * 0.4),
        color.from_lch(lightness, chroma, hue),
        color.from_lch(lightness + step, chroma, hue + turn),
    )


def _between(one: Lab, other: Lab) -> RGB:
    """Halfway, around the colour wheel where the hues are near: no gray in the middle."""
    lightness = (one[0] + other[0]) / 2
    if min(one[1], other[1]) < _GRAY:
        hue = max(one, other, key=lambda lch: lch[1])[2]
        return color.from_lch(lightness, (one[1] + other[1]) / 2, hue)
    turn = (other[2] - one[2] + 180) % 360 - 180
    return color.from_lch(lightness, 0.8 * (one[1] + other[1]) / 2, one[2] + turn / 2)


@lru_cache(maxsize=256)
def _stock_name(path: Path, _modified: int, _size: int) -> str:
    with path.open("rb") as file:
        start = file.read(256)
    if not start.startswith(b"\xff\xd8") or _MARK not in start:
        return ""
    rest = start.split(_MARK, 1)[1]
    match = re.match(rb"[a-z0-9_-]{1,80}", rest)
    return match[0].decode() if match else ""
