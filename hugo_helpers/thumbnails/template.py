"""What a card looks like, as values: the ground, and the boxes on it in the order they are laid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hugo_helpers.thumbnails.palette import Scheme

Show = Literal["title", "site", "date", "tags", "text", "thread", "panel"]
Ground = Literal["post", "speakers", "paper", "colors", "image"]


@dataclass(frozen=True, slots=True)
class Part:
    """One box of a template, in pixels of a card of 1200x630.

    `sizes`: the smallest and the largest size of its text, pixels per em; `lines`: at most so
    many; `color`: a colour of the card (`title`, `quiet`, `ink`, `accent`, `paper`, `pane`), a CSS
    name or `#rrggbb`; `style`: how tags or the thread are drawn; `font`: a file that goes before
    the fonts of the settings; `radius`, `tail` and `opacity` are a panel's.
    """

    show: Show
    left: int
    top: int
    width: int
    height: int
    sizes: tuple[int, int] = (44, 128)
    lines: int = 1
    color: str = "title"
    align: str = "left"
    valign: str = "middle"
    text: str = ""
    style: str = ""
    font: Path | None = None
    radius: int = 0
    tail: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Template:
    """A ground and the boxes on it.

    `ground`: that of the post, its speakers' hues, paper tinted by either, or the template's own
    `colors` or `image` (`digest`: a hash of its content); `scheme`: used where the settings leave
    it to the card.
    """

    parts: tuple[Part, ...]
    ground: Ground = "post"
    colors: tuple[str, ...] = ()
    image: Path | None = None
    digest: str = ""
    scheme: Scheme = "auto"
