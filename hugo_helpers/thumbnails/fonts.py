"""The fonts of a card: where they are found, and which of them draws a character."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.thumbnails import clusters, fontconfig
from hugo_helpers.thumbnails.cmap import FontFile
from hugo_helpers.thumbnails.fontconfig import Face

if TYPE_CHECKING:
    from PIL import ImageFont

_PACKAGE = "noto_cjk_sans_jp_bold"
_JAPANESE = "あア漢語。！"
_COLOR_TABLES = frozenset({"CBDT", "sbix", "COLR"})
# How many faces of the system are looked at: for Japanese or emoji, and for any character.
_MAX_CANDIDATES = 8
_MAX_SYSTEM_FACES = 500
_HINT = (
    "pip install 'hugo-matome[font]', install a Japanese font on the system (Debian: apt install "
    'fonts-noto-cjk), or name a font file in matome.toml: fonts = ["fonts/my.otf"]'
)


@dataclass(frozen=True)
class Fonts:
    """The faces that text is drawn with, first choice first; colour emoji fonts among them.

    `system`: whether fontconfig may be asked for what the faces lack.
    """

    faces: tuple[Face, ...]
    system: bool = True

    def face(self, cluster: str) -> Face | None:
        """The face that draws a whole cluster as text, or None."""
        return _text_face(self, clusters.plain(cluster))

    def draws(self, face: Face, cluster: str) -> bool:
        """Whether `face` draws a whole cluster as text."""
        return not _is_colored(face) and _covers(face, clusters.plain(cluster))

    def emoji(self, cluster: str) -> Face | None:
        """The colour font that draws a cluster as an emoji, or None."""
        code = ord(cluster[0])
        for face in _color_faces(self):
            if opened(face).has(code):
                return face
        return None

    def identities(self, text: str) -> list[str]:
        """What tells the fonts apart that draw the characters of `text`, sorted."""
        known = _known(self)
        for character in set(text):
            if character not in known:
                known[character] = _identity(self, character)
        return sorted({known[character] for character in text} - {""})


def find(paths: Iterable[Path] = (), *, system: bool = True) -> Fonts:
    """The fonts to draw with: those of `paths`, then the one of the font extra, then, unless
    `system` is false, what the system has for characters that these lack.

    Raises ValueError, naming the file, when one of `paths` is missing or no font; LookupError
    when no font with Japanese is found.
    """
    faces = [checked(Face(Path(path))) for path in paths]
    faces += _packaged()
    if system and not any(map(_is_japanese, faces)):
        found = (*fontconfig.candidates(":lang=ja"), *fontconfig.usual())
        faces += [face for face in found[:_MAX_CANDIDATES] if _is_japanese(face)][:1]
    if not any(map(_is_japanese, faces)):
        raise LookupError(f"no font with Japanese glyphs was found: {_HINT}")
    return Fonts(tuple(faces), system)


def checked(face: Face) -> Face:
    """`face`, if it can be read and drawn with; else ValueError, naming the file."""
    from PIL import ImageFont

    try:
        tables = FontFile(face.path, face.index & 0xFFFF).tables
        if not tables & {"CBDT", "sbix"}:
            ImageFont.truetype(str(face.path), 20, index=face.index).getlength("a")
    except OSError as error:
        raise ValueError(f"font {face.path}: {error.strerror or error}") from error
    return face


def _packaged() -> list[Face]:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return []
    folder = Path(spec.submodule_search_locations[0])
    return [Face(path) for path in sorted(folder.glob("*.otf"))[:1]]


@lru_cache(maxsize=8)
def _known(_fonts: Fonts) -> dict[str, str]:
    return {}


def _identity(fonts: Fonts, character: str) -> str:
    face = fonts.emoji(character) if clusters.is_emoji_character(character) else None
    face = face or fonts.face(character)
    return opened(face).identity if face else ""


@lru_cache(maxsize=256)
def opened(face: Face) -> FontFile:
    """What the file of `face` says of itself; read once per process."""
    return FontFile(face.path, face.index & 0xFFFF)


@lru_cache(maxsize=24)
def sized(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """Pillow's font for `face` at `size` pixels per em, opened once."""
    from PIL import ImageFont

    return ImageFont.truetype(str(face.path), size, index=face.index)


@lru_cache(maxsize=1)
def shapes_text() -> bool:
    """Whether Pillow has Raqm here: ligatures, proportional Japanese, both directions."""
    from PIL import features

    return bool(features.check_feature("raqm"))


def _is_japanese(face: Face) -> bool:
    try:
        return _covers(face, _JAPANESE)
    except (OSError, ValueError):
        return False


def _covers(face: Face, text: str) -> bool:
    return all(opened(face).has(ord(character)) for character in text)


def _is_colored(face: Face) -> bool:
    return bool(opened(face).tables & _COLOR_TABLES)


@lru_cache(maxsize=16)
def _split(fonts: Fonts) -> tuple[tuple[Face, ...], tuple[Face, ...]]:
    colored = tuple(face for face in fonts.faces if _is_colored(face))
    return tuple(face for face in fonts.faces if face not in colored), colored


@lru_cache(maxsize=8192)
def _text_face(fonts: Fonts, text: str) -> Face | None:
    if not text:
        return None
    for face in _split(fonts)[0]:
        if _covers(face, text):
            return face
    return _system_face(text) if fonts.system else None


def _system_face(text: str) -> Face | None:
    """The best of the system's faces for a cluster: the same whatever was asked before, so that
    cards do not depend on the order they are drawn in."""
    for face in _system_faces():
        if _covers(face, text):
            return face
    return None


@lru_cache(maxsize=1)
def _system_faces() -> tuple[Face, ...]:
    """The system's text faces that can be read, best first."""
    return tuple(filter(_is_usable, fontconfig.candidates(":")[:_MAX_SYSTEM_FACES]))


def _is_usable(face: Face) -> bool:
    try:
        return not _is_colored(face) and checked(face) == face
    except (OSError, ValueError):
        return False


@lru_cache(maxsize=16)
def _color_faces(fonts: Fonts) -> tuple[Face, ...]:
    from hugo_helpers.thumbnails import emoji

    given = _split(fonts)[1]
    found = fontconfig.candidates(":color=true") if fonts.system else ()
    usable = (face for face in (*given, *found[:_MAX_CANDIDATES]) if emoji.strike(face))
    return tuple(usable)
