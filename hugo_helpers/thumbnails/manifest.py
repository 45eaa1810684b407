"""What each card was drawn from, so that those that would come out the same are not redrawn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hugo_helpers.thumbnails.card import SIZE, VERSION, Card, Drawn
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts, opened
from hugo_helpers.thumbnails.template import Template

_MAX_CHARACTERS = 2000
_MAX_MISSING = 40
_MAX_PROBLEM = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """A card as it was left.

    `mark`: the fingerprint of what it was drawn from; `sizes`: the bytes of its file and of each
    smaller one; `font_size`: pixels per em of its title; `overflowed`: the title was cut off;
    `missing`: characters that no font has; `problem`: why it does without its post's image.
    """

    mark: str
    sizes: tuple[int, ...]
    font_size: int = 0
    overflowed: bool = False
    missing: str = ""
    problem: str = ""


def entry(mark: str, drawn: Drawn, problem: str = "") -> Entry:
    """The entry of a card that has been drawn; `problem`: why without its post's image."""
    sizes = (len(drawn.jpeg), *map(len, drawn.smaller))
    missing = " ".join(drawn.missing)[:_MAX_MISSING]
    return Entry(mark, sizes, drawn.font_size, drawn.overflowed, missing, problem[:_MAX_PROBLEM])


def fingerprint(
    card: Card,
    fonts: Fonts,
    size: tuple[int, int] = SIZE,
    widths: Sequence[int] = (),
) -> str:
    """A hash of all that decides how a card looks: its values, its size and `widths`, the fonts
    that have its characters, and the version of the drawing code. Where files lie does not count,
    and neither do fonts that draw nothing of it."""
    behind = card.background
    text = "".join((card.title, card.site, card.date, *card.tags))[:_MAX_CHARACTERS]
    if card.template:
        text += _words(card.template)
    values = (
        VERSION,
        size,
        tuple(widths),
        (card.title, card.site, card.date, card.tags, card.band, card.scheme),
        (behind.colors, behind.variant, behind.digest),
        fonts.identities(text),
        _look(card.template) if card.template else "",
    )
    # Not as UTF-8: a title may hold a lone surrogate, which JSON escapes.
    encoded = json.dumps(values, separators=(",", ":")).encode("ascii")
    return hashlib.blake2b(encoded, digest_size=16).hexdigest()


@lru_cache(maxsize=4)
def _look(template: Template) -> str:
    """What decides how a template looks: all its values, and the content of its files."""
    own = replace(template, image=None, parts=())
    parts = [
        (replace(part, font=None), opened(Face(part.font)).identity if part.font else "")
        for part in template.parts
    ]
    return hashlib.blake2b(repr((own, parts)).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=4)
def _words(template: Template) -> str:
    return "".join(part.text for part in template.parts) + "·"


def dump(entries: Mapping[str, Entry]) -> str:
    """A manifest as JSON text: entries by the key of their post, sorted, one on a line."""
    lines = (f"  {_json(key)}: {_written(entries[key])}" for key in sorted(entries))
    return "{\n" + ",\n".join(lines) + "\n}\n" if entries else "{}\n"


def _written(one: Entry) -> str:
    values: dict[str, object] = {"mark": one.mark, "bytes": one.sizes, "title": one.font_size}
    if one.overflowed:
        values["cut"] = True
    if one.missing:
        values["missing"] = one.missing
    if one.problem:
        values["problem"] = one.problem
    return json.dumps(values)


def load(text: str) -> dict[str, Entry]:
    """The entries that `dump` wrote.

    Raises ValueError, with the line, when the text is no JSON or not of that form.
    """
    try:
        found = json.loads(text, parse_int=_number)
    except json.JSONDecodeError as error:
        raise ValueError(f"manifest, line {error.lineno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("manifest, line 1: nested too deeply") from error
    if not isinstance(found, dict):
        raise ValueError("manifest, line 1: not an object of cards")
    entries = {}
    for key, value in found.items():
        one = _entry(value) if isinstance(value, dict) else None
        if one is None:
            raise ValueError(f"manifest, line {_line_of(text, key)}: {key!r} is no card")
        entries[key] = one
    return entries


def _entry(value: Mapping[str, object]) -> Entry | None:
    mark, sizes, title = value.get("mark"), value.get("bytes"), value.get("title")
    missing, problem = value.get("missing", ""), value.get("problem", "")
    if not (isinstance(mark, str) and isinstance(missing, str) and isinstance(problem, str)):
        return None
    if not (isinstance(title, int) and isinstance(sizes, list)):
        return None
    if not all(isinstance(one, int) for one in sizes):
        return None
    return Entry(mark, tuple(sizes), title, value.get("cut") is True, missing, problem)


def _number(digits: str) -> int:
    # A longer one is none of ours, and would be refused without its line.
    return int(digits) if len(digits) < 16 else -1


def _json(key: str) -> str:
    """A key as JSON; one that no file can hold, of a name that is no UTF-8, in escapes."""
    try:
        key.encode()
    except UnicodeEncodeError:
        return json.dumps(key)
    return json.dumps(key, ensure_ascii=False)


def _line_of(text: str, key: str) -> int:
    quoted = _json(key)
    at = text.find(quoted)
    return text.count("\n", 0, max(0, at)) + 1
