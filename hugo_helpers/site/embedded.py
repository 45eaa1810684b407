"""The shortcodes that Hugo brings along, by version."""

from __future__ import annotations

from typing import Final, NamedTuple

Version = tuple[int, int, int]
NEWEST: Final[Version] = (9998, 0, 0)
_NEVER: Final[Version] = (9999, 0, 0)


class Embedded(NamedTuple):
    """A shortcode of Hugo's own, from one version up to before another."""

    name: str
    inner: bool
    named: frozenset[str]
    positional: int
    open: bool = False
    since: Version = (0, 0, 0)
    until: Version = _NEVER


def embedded(version: Version | None) -> dict[str, Embedded]:
    """Hugo's own shortcodes at a version, by name; None for the newest."""
    at = version or NEWEST
    return {e.name: e for e in _ALL if e.since <= at < e.until}


def _one(
    name: str,
    named: str,
    positional: int = 0,
    *,
    inner: bool = False,
    open: bool = False,  # noqa: A002
    since: Version = (0, 0, 0),
    until: Version = _NEVER,
) -> Embedded:
    return Embedded(name, inner, frozenset(named.split()), positional, open, since, until)


_ALL: Final = (
    _one("comment", "", inner=True, until=(0, 143, 0)),
    _one("details", "summary open class name title", inner=True, since=(0, 140, 0)),
    _one(
        "figure",
        "src alt title caption class link target rel attr attrlink width height loading",
    ),
    _one("gist", "", 3),
    _one("highlight", "", 2, inner=True),
    _one("instagram", "", 2),
    _one("param", "", 1),
    _one(
        "qr",
        "text level scale targetDir alt class id loading title",
        0,
        inner=True,
        since=(0, 141, 0),
    ),
    _one("ref", "path lang outputFormat", 1, open=True),
    _one("relref", "path lang outputFormat", 1, open=True),
    _one("tweet", "user id", 1),
    _one("twitter", "user id", 1),
    _one("twitter_simple", "user id", 1),
    _one("vimeo", "id class title", 2),
    _one("x", "user id", 0, since=(0, 141, 0)),
    _one("youtube", "id class title autoplay", 2),
)
