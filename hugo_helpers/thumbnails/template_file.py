"""Templates of cards as TOML files: read into values, or refused with the line and what is allowed.

scheme = "dark"                       # auto (the default), light or dark
[background]
colors = ["#203040", "teal"]          # or image = "cards/paper.jpg", or from = "post"
[[box]]
show = "title"
x = 72
y = "20%"
width = 1056
height = 300
size = [44, 110]
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from hugo_helpers.site import data
from hugo_helpers.thumbnails import background, color
from hugo_helpers.thumbnails.card import SIZE
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import checked
from hugo_helpers.thumbnails.palette import Scheme
from hugo_helpers.thumbnails.photo import covering
from hugo_helpers.thumbnails.template import Part, Show, Template

MAX_BYTES = 64_000
MAX_BOXES = 40
INKS = ("title", "quiet", "ink", "accent", "paper", "pane")
STYLES = {"tags": ("pills", "text"), "thread": ("bubbles", "band", "column")}
_BUILT_IN = Path(__file__).with_name("templates")
_COMMON = ("show", "x", "y", "width", "height")
_TEXTUAL = ("size", "lines", "color", "align", "valign", "font")
_KEYS = {
    "title": _TEXTUAL,
    "site": _TEXTUAL,
    "date": _TEXTUAL,
    "text": (*_TEXTUAL, "text"),
    "tags": ("size", "color", "align", "valign", "font", "style"),
    "thread": ("style",),
    "panel": ("color", "radius", "tail", "opacity"),
}
_SIZES = {"title": (44, 128)}
_LINES = {"title": 4}
_FROM = ("post", "speakers", "paper")

Find = Callable[[str], Path]
"""A file that the template names; raises ValueError where it may not be used."""


def built_in(name: str) -> Template:
    """The template of a layout that comes with Matome."""
    path = _BUILT_IN / f"{name}.toml"
    return parse(path.read_text(encoding="utf-8"), path.name, _none)


def _none(name: str) -> Path:
    raise ValueError(f"{name}: no file of the package")


def parse(text: str, name: str, find: Find) -> Template:
    """The template that `text`, the file `name`, holds; `find` gives the files that it names.

    Raises ValueError with `name:line: what is wrong, and what is allowed`.
    """
    if len(text) > MAX_BYTES:
        raise ValueError(f"{name}:1: over {MAX_BYTES // 1000} kB")
    try:
        values = data.parse(text, "toml")
    except ValueError as error:
        raise ValueError(f"{name}:{data.error_row(error) or 1}: {error}") from None
    return _Reader(text, name, find).template(values)


@dataclass(frozen=True)
class _Reader:
    text: str
    name: str
    find: Find

    def template(self, values: Mapping[str, Any]) -> Template:
        self._only(values, ("scheme", "background", "box"), "the top", ())
        boxes = values.get("box")
        if not isinstance(boxes, list) or not all(isinstance(box, dict) for box in boxes):
            raise self._wrong("box", (), 'a template has at least one box: [[box]] show = "title"')
        if len(boxes) > MAX_BOXES:
            raise self._wrong("box", (), f"over {MAX_BOXES} boxes")
        parts = tuple([self._part(box, number) for number, box in enumerate(boxes)])
        scheme = self._choice(values, "scheme", get_args(Scheme), (), "auto")
        return Template(parts, scheme=scheme, **self._ground(values.get("background", {})))

    def _ground(self, values: object) -> dict[str, Any]:
        where = ("background",)
        if not isinstance(values, dict):
            raise self._wrong("background", (), 'is a table: [background] colors = ["#203040"]')
        self._only(values, ("from", "colors", "image"), "[background]", where)
        if len(values) > 1:
            raise self._wrong("background", (), "takes one of from, colors and image")
        if "image" in values:
            return self._image(values["image"])
        if "colors" in values:
            colors = values["colors"]
            if not isinstance(colors, list) or not 1 <= len(colors) <= 4:
                raise self._wrong("colors", where, "is a list of one to four colours")
            found = [color.to_hex(self._color(one, "colors", where)) for one in colors]
            return {"ground": "colors", "colors": tuple(found)}
        return {"ground": self._choice(values, "from", _FROM, where, "post")}

    def _image(self, name: object) -> dict[str, Any]:
        path = self._file(name, "image", ("background",))
        try:
            covering(path, SIZE)
            digest = background.photograph(path).digest
        except (ValueError, OSError) as error:
            raise self._wrong("image", ("background",), str(error)) from None
        return {"ground": "image", "image": path, "digest": digest}

    def _part(self, box: Mapping[str, Any], number: int) -> Part:
        where = ("box", str(number))
        if "show" not in box:
            raise self._wrong("box", where, f"show is missing: one of {', '.join(_KEYS)}")
        show = self._choice(box, "show", get_args(Show), where, "")
        self._only(box, (*_COMMON, *_KEYS[show]), f"a box that shows {show}", where)
        left, top, wide, high = (
            self._length(box, key, side, where)
            for key, side in zip(_COMMON[1:], (*SIZE, *SIZE), strict=True)
        )
        if wide < 1 or high < 1 or left + wide > SIZE[0] or top + high > SIZE[1]:
            raise self._wrong("show", where, f"a box lies within {SIZE[0]} x {SIZE[1]} pixels")
        sizes = self._sizes(box, show, high, where)
        style = self._choice(
            box, "style", STYLES.get(show, ("",)), where, STYLES.get(show, ("",))[0]
        )
        return Part(
            show, left, top, wide, high, sizes,
            lines=self._number(box, "lines", 1, 8, where, _LINES.get(show, 1)),
            color=self._ink(box, where, "paper" if show == "panel" else "title"),
            align=self._choice(box, "align", ("left", "center", "right"), where, "left"),
            valign=self._choice(box, "valign", ("top", "middle", "bottom"), where, "middle"),
            text=self._words(box, where) if show == "text" else "",
            style=style,
            font=self._font(box, where),
            radius=self._number(box, "radius", 0, 315, where, 0),
            tail=self._truth(box, "tail", where),
            opacity=self._number(box, "opacity", 0, 100, where, 100) / 100,
        )  # fmt: skip

    def _length(self, box: Mapping[str, Any], key: str, side: int, where: tuple[str, ...]) -> int:
        value = box.get(key)
        if isinstance(value, str) and (share := re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})?)%", value)):
            value = float(share[1]) * side / 100
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= side:
            raise self._wrong(key, where, f'is 0 to {side} pixels, or a share: "50%"')
        return round(value)

    def _sizes(
        self, box: Mapping[str, Any], show: str, high: int, where: tuple[str, ...]
    ) -> tuple[int, int]:
        value = box.get("size", _SIZES.get(show, (26, 26)))
        low, top = value if isinstance(value, list | tuple) and len(value) == 2 else (value, value)
        if not all(type(one) is int and 8 <= one <= 400 for one in (low, top)) or low > top:
            raise self._wrong("size", where, "is 8 to 400 pixels, or a range: [44, 110]")
        if "size" in _KEYS[show] and low > high:
            raise self._wrong("size", where, f"text of {low} pixels in a box {high} high")
        return low, top

    def _number(
        self, box: Mapping[str, Any], key: str, low: int, top: int,
        where: tuple[str, ...], default: int,
    ) -> int:  # fmt: skip
        value = box.get(key, default)
        if type(value) is not int or not low <= value <= top:
            raise self._wrong(key, where, f"is a whole number, {low} to {top}")
        return value

    def _truth(self, box: Mapping[str, Any], key: str, where: tuple[str, ...]) -> bool:
        value = box.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, where, "is true or false")
        return value

    def _words(self, box: Mapping[str, Any], where: tuple[str, ...]) -> str:
        value = box.get("text")
        if not isinstance(value, str) or not 1 <= len(value) <= 300:
            raise self._wrong("text", where, "is a text of 1 to 300 characters")
        return value

    def _ink(self, box: Mapping[str, Any], where: tuple[str, ...], default: str) -> str:
        value = box.get("color", default)
        if value in INKS:
            return str(value)
        return color.to_hex(self._color(value, "color", where))

    def _color(self, value: object, key: str, where: tuple[str, ...]) -> color.RGB:
        try:
            return color.parse(value if isinstance(value, str) else repr(value))
        except ValueError as error:
            inks = f", or one of the card's: {', '.join(INKS)}" if key == "color" else ""
            raise self._wrong(key, where, f"{error}{inks}") from None

    def _font(self, box: Mapping[str, Any], where: tuple[str, ...]) -> Path | None:
        if "font" not in box:
            return None
        path = self._file(box["font"], "font", where)
        try:
            return checked(Face(path)).path
        except ValueError as error:
            raise self._wrong("font", where, str(error)) from None

    def _file(self, name: object, key: str, where: tuple[str, ...]) -> Path:
        if not isinstance(name, str):
            raise self._wrong(key, where, "is the name of a file of the site")
        try:
            return self.find(name)
        except ValueError as error:
            raise self._wrong(key, where, f"{name!r}: {error}") from None

    def _choice(
        self, values: Mapping[str, Any], key: str, allowed: tuple[str, ...],
        where: tuple[str, ...], default: str,
    ) -> Any:  # fmt: skip
        value = values.get(key, default)
        if value in allowed:
            return value
        raise self._wrong(key, where, f"{value!r} is unknown; {_or(value, allowed)}")

    def _only(
        self, values: Mapping[str, Any], allowed: tuple[str, ...], what: str, where: tuple[str, ...]
    ) -> None:
        for key in values:
            if key not in allowed:
                raise self._wrong(key, where, f"unknown in {what}; {_or(key, allowed)}")

    def _wrong(self, key: str, where: tuple[str, ...], message: str) -> ValueError:
        return ValueError(f"{self.name}:{self._row(key, where)}: {key}: {message}")

    def _row(self, key: str, where: tuple[str, ...]) -> int:
        """The line of a key below a table: `("box", "2")` is the third [[box]]."""
        start = 0
        if where:
            head = rf"(?m)^[ \t]*\[{{1,2}}[ \t]*{where[0]}[ \t]*\]{{1,2}}"
            number = int(where[1]) if len(where) > 1 else 0
            heads = list(re.finditer(head, self.text))
            start = heads[number].start() if number < len(heads) else 0
        found = re.compile(rf"(?m)^[ \t\[]*[\"']?{re.escape(key)}\b").search(self.text, start)
        return self.text.count("\n", 0, found.start() if found else start) + 1


def _or(value: object, allowed: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(str(value), allowed, 1)
    return f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(allowed)}"
