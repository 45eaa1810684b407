"""Where the theme and the shortcodes lie that this package brings along."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_site", _PACKAGE.parent)
"""In a wheel they lie inside the package, in a checkout of the repository beside it."""


def vendored(name: Literal["theme", "layouts"]) -> Path:
    """The folder `theme` or `layouts` of this installation.

    Raises ValueError for any other name, FileNotFoundError where the folder is not there.
    """
    if name not in ("theme", "layouts"):
        raise ValueError(f"no folder {name!r} comes with matome: there are 'theme' and 'layouts'")
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(
        f"the folder {name!r} is missing from {_PACKAGE}: install hugo-matome again"
    )
