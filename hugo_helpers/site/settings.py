"""Settings of the tools: `matome.toml`, or `[tool.matome]` of pyproject.toml."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hugo_helpers.site import data
from hugo_helpers.site.config_files import text_of


class Thumbnails(NamedTuple):
    """`[thumbnails]`: how card images look and where they go."""

    layout: str = "bubbles"
    scheme: str = "auto"
    template: str = ""
    """A TOML file of the site with a layout of its own; goes before `layout`."""
    widths: tuple[int, ...] = (600,)
    """Smaller copies, in pixels, for lists of posts."""
    folder: str = "assets"
    """`assets`, where a theme's templates find cards, or `static`, where every theme does."""


class Settings(NamedTuple):
    """What a user set, with the defaults for what was not; a `-` in the file is a `_` here."""

    select: tuple[str, ...] = ()
    """Codes and prefixes to check; empty: all."""
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    """Glob patterns of content files to leave out."""
    fonts: tuple[str, ...] = ()
    """Font files for card images, relative to the site, the first with a glyph wins."""
    most_unfolded: int = 50
    """How many quotes a post may show before Q205 misses a fold."""
    fail_on: str = "warning"
    """The least severity that makes `check` exit 1: `error` or `warning`."""
    watch_bell: bool = False
    """Whether `watch` rings the terminal's bell when a save brings errors."""
    watch_title: bool = False
    """Whether `watch` puts the number of findings into the terminal's title."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Glob patterns of files, and the codes and prefixes that are ignored in them."""
    thumbnails: Thumbnails = Thumbnails()

    def codes(self) -> tuple[str, ...]:
        """All codes and prefixes that stand in the settings."""
        of_files = [code for _, codes in self.per_file_ignores for code in codes]
        lists = (*self.select, *self.extend_select, *self.ignore, *of_files)
        return tuple([part for text in lists for part in text.split(",") if part.strip()])


LAYOUTS = ("bubbles", "band", "quote", "paper")
OWN, PROJECT = "matome.toml", "pyproject.toml"
_CHOICES = {
    "fail-on": ("error", "warning"),
    "layout": LAYOUTS,
    "scheme": ("auto", "light", "dark"),
    "folder": ("assets", "static"),
}
_NARROWEST, _WIDEST, _MOST_WIDTHS = 100, 1199, 4
_SWITCHES = ("watch-bell", "watch-title")


def load(root: Path) -> Settings:
    """The settings of the site at `root`; `matome.toml` wins over pyproject.toml.

    Raises ValueError with `file:line: what is wrong`.
    """
    own = root / OWN
    if own.is_file():
        text = text_of(own)
        return _settings(_parsed(text, own), own, text)
    project = root / PROJECT
    if project.is_file():
        text = text_of(project)
        if "matome" in text:
            tool = _parsed(text, project).get("tool")
            section = tool.get("matome") if isinstance(tool, dict) else None
            if isinstance(section, dict):
                return _settings(section, project, text, _table(text))
            if section is not None:
                row = _row(text, "matome", 0)
                raise ValueError(f"{project}:{row}: matome is a table: [tool.matome]")
    return Settings()


def place_of(root: Path, value: str) -> str:
    """`file:line` of a text in a list of the settings that `load` has read."""
    own = root / OWN
    path = own if own.is_file() else root / PROJECT
    text = text_of(path)
    start = 0 if path == own else _table(text)
    written = rf"[\"'](?:[^\"'\n]*,)?{re.escape(value)}[\"',]"
    found = re.compile(written).search(text, start)
    row = text.count("\n", 0, found.start() if found else start) + 1
    return f"{path}:{row}"


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return data.parse(text, "toml")
    except ValueError as error:
        last = text.rstrip().count("\n") + 1 if "end of document" in str(error) else 1
        raise ValueError(f"{path}:{data.error_row(error) or last}: {error}") from None


def _table(text: str) -> int:
    """Where Matome's settings start among those of other tools."""
    found = re.search(r"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?matome\b", text)
    return found.start() if found else 0


def _settings(values: Mapping[str, Any], path: Path, text: str, start: int = 0) -> Settings:
    tables = {"thumbnails": values.get("thumbnails", {})}
    rest = {key: value for key, value in values.items() if key not in tables}
    chosen = _chosen(rest, Settings, path, text, start)
    for key, table in tables.items():
        if not isinstance(table, dict):
            raise ValueError(f'{path}:{_row(text, key, start)}: {key} is a table: layout = "quote"')
        at = re.compile(rf"(?m)^[ \t]*\[[^\]\n]*\b{key}[ \t]*\]").search(text, start)
        chosen[key] = Thumbnails(
            **_chosen(table, Thumbnails, path, text, at.start() if at else start)
        )
    return Settings(**chosen)


def _chosen(
    values: Mapping[str, Any],
    kind: type[Settings] | type[Thumbnails],
    path: Path,
    text: str,
    start: int = 0,
) -> dict[str, Any]:
    names = [name.replace("_", "-") for name in kind._fields]
    chosen: dict[str, Any] = {}
    for key, value in values.items():
        place = f"{path}:{_row(text, key, start)}"
        if key not in names:
            from difflib import get_close_matches

            near = get_close_matches(key, names, 1)
            hint = f"; did you mean '{near[0]}'?" if near else f"; there are: {', '.join(names)}"
            if key == "tool":
                hint = f": in {OWN} settings stand without the table [tool.matome]"
            raise ValueError(f"{place}: unknown setting {key!r}{hint}")
        chosen[key.replace("-", "_")] = _value(key, value, place)
    return chosen


def _value(key: str, value: object, place: str) -> object:
    if key in _CHOICES:
        if value not in _CHOICES[key]:
            raise ValueError(f"{place}: {key} is one of: {', '.join(_CHOICES[key])}")
        return value
    if key in _SWITCHES:
        if not isinstance(value, bool):
            raise ValueError(f"{place}: {key} is true or false")
        return value
    if key == "most-unfolded":
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise ValueError(f"{place}: {key} is a number from 0")
        return value
    if key == "per-file-ignores":
        if not isinstance(value, dict):
            raise ValueError(f'{place}: {key} is a table: "content/old/**" = ["T203"]')
        return tuple((glob, _strings(key, codes, place)) for glob, codes in value.items())
    if key == "template":
        if not isinstance(value, str):
            raise ValueError(f'{place}: {key} is the name of a file: "cards/mine.toml"')
        return value
    return _widths(value, place) if key == "widths" else _strings(key, value, place)


def _widths(value: object, place: str) -> tuple[int, ...]:
    found = [one for one in value if type(one) is int] if isinstance(value, list) else []
    is_list = isinstance(value, list) and len(found) == len(value) <= _MOST_WIDTHS
    if not is_list or not all(_NARROWEST <= one <= _WIDEST for one in found):
        raise ValueError(
            f"{place}: widths is a list of at most {_MOST_WIDTHS} numbers of pixels, "
            f"{_NARROWEST} to {_WIDEST}: [600]"
        )
    return tuple(sorted(set(found)))


def _strings(key: str, value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ValueError(f'{place}: {key} is a list of strings: ["…", "…"]')
    return tuple(value)


def _row(text: str, key: str, start: int = 0) -> int:
    pattern = re.compile(rf"(?m)^[ \t]*(?:\[[^\]\n]*)?[\"']?{re.escape(key)}\b")
    found = pattern.search(text, start)
    return text.count("\n", 0, found.start()) + 1 if found else 1
