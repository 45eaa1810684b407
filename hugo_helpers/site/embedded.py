"""The shortcodes that Hugo brings along, by version.

Held against Hugo 0.111.3, 0.147.9 and 0.168.0; the versions between are those that Hugo's
documentation names, and where it names none, the wider set of parameters.
"""

from typing import Final, NamedTuple, TypeAlias

Version: TypeAlias = tuple[int, int, int]

_ALWAYS: Final[Version] = (0, 0, 0)
_NEVER: Final[Version] = (9999, 0, 0)
REMOVED: Final[Version] = (0, 156, 0)
"""From here on some old shortcodes only stop the build and say that they were removed."""


class Embedded(NamedTuple):
    """A shortcode of Hugo's own, from one version up to before another."""

    name: str
    named: frozenset[str] = frozenset()
    positional: int = 0
    inner: bool = False
    open: bool = False
    """It takes any parameter, or ignores the case of their names."""
    since: Version = _ALWAYS
    until: Version = _NEVER
    removed: bool = False
    """Hugo knows it, but fails on it."""


def embedded(version: Version | None) -> dict[str, Embedded]:
    """Hugo's own shortcodes at a version, by name; None for the newest."""
    found = {}
    for one in _all():
        if (one.since <= version < one.until) if version else one.until == _NEVER:
            found[one.name] = one
    return found


def _all() -> tuple[Embedded, ...]:
    figure = "src alt title caption class link target rel attr attrlink width height"
    youtube = "id class title autoplay"
    player = "allowFullScreen controls end loading loop mute start"
    qr = "text level scale targetDir alt class id title loading"
    return (
        Embedded("1__h_simple_assets"),
        Embedded("comment", inner=True, since=(0, 137, 1)),
        Embedded("details", _set("summary open class name title"), inner=True, since=(0, 140, 0)),
        Embedded("figure", _set(figure), until=(0, 112, 0)),
        Embedded("figure", _set(f"{figure} loading"), since=(0, 112, 0)),
        Embedded("gist", positional=3, until=REMOVED),
        Embedded("gist", since=REMOVED, open=True, removed=True),
        Embedded("highlight", positional=2, inner=True),
        Embedded("instagram", positional=2, until=(0, 123, 0)),
        Embedded("instagram", positional=1, since=(0, 123, 0)),
        Embedded("instagram_simple", positional=2),
        Embedded("param", positional=1),
        Embedded("qr", _set(qr), inner=True, since=(0, 141, 0)),
        # Their parameters are decoded, and that ignores case.
        Embedded("ref", _set("path lang outputFormat"), 2, open=True),
        Embedded("relref", _set("path lang outputFormat"), 2, open=True),
        *(Embedded(name, _set("user id"), 2, until=REMOVED) for name in _TWITTER),
        *(Embedded(name, since=REMOVED, open=True, removed=True) for name in _TWITTER),
        Embedded("vimeo", _set("id class title"), 3, until=(0, 146, 0)),
        Embedded("vimeo", _set("id class title allowFullScreen loading"), 1, since=(0, 146, 0)),
        Embedded("vimeo_simple", _set("id class"), 2),
        Embedded("x", _set("user id"), since=(0, 141, 0)),
        Embedded("x_simple", _set("user id"), since=(0, 141, 0)),
        Embedded("youtube", _set(youtube), 2, until=(0, 112, 0)),
        Embedded("youtube", _set(f"{youtube} {player}"), 2, since=(0, 112, 0), until=(0, 125, 0)),
        Embedded("youtube", _set(f"{youtube} {player}"), 1, since=(0, 125, 0)),
    )


_TWITTER: Final = ("tweet", "twitter", "twitter_simple")


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())
