"""What each card was drawn from, so that those that would come out the same are not redrawn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from hugo_helpers.thumbnails.card import SIZE, VERSION, Card
from hugo_helpers.thumbnails.fonts import Fonts

_MAX_CHARACTERS = 2000


def fingerprint(card: Card, fonts: Fonts, size: tuple[int, int] = SIZE) -> str:
    """A hash of all that decides how a card looks: its values, its size, the fonts that have its
    characters, and the version of the drawing code. Where files lie does not count, and neither
    do fonts that draw nothing of it."""
    behind = card.background
    text = "".join((card.title, card.site, card.date, *card.tags))[:_MAX_CHARACTERS]
    values = (
        VERSION,
        size,
        (card.title, card.site, card.date, card.tags, card.band, card.scheme),
        (behind.colors, behind.variant, behind.digest),
        fonts.identities(text),
    )
    # Not as UTF-8: a title may hold a lone surrogate, which JSON escapes.
    encoded = json.dumps(values, separators=(",", ":")).encode("ascii")
    return hashlib.blake2b(encoded, digest_size=16).hexdigest()


def dump(prints: Mapping[str, str]) -> str:
    """A manifest as JSON text: fingerprints by the key of their post, sorted, one on a line."""
    lines = (f"  {_json(key)}: {json.dumps(prints[key])}" for key in sorted(prints))
    return "{\n" + ",\n".join(lines) + "\n}\n" if prints else "{}\n"


def load(text: str) -> dict[str, str]:
    """The fingerprints that `dump` wrote.

    Raises ValueError, with the line, when the text is no JSON or not of that form.
    """
    try:
        # No number is wanted, and a long one would be refused without its line.
        found = json.loads(text, parse_int=len)
    except json.JSONDecodeError as error:
        raise ValueError(f"manifest, line {error.lineno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("manifest, line 1: nested too deeply") from error
    if not isinstance(found, dict):
        raise ValueError("manifest, line 1: not an object of fingerprints")
    for key, value in found.items():
        if not isinstance(value, str):
            line = _line_of(text, key)
            raise ValueError(f"manifest, line {line}: the fingerprint of {key!r} is no string")
    return found


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
