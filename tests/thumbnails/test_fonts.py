"""Fonts: where they come from, which one draws what, and what is said when there is none."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hugo_helpers.thumbnails import fontconfig, fonts
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.fonts import Fonts, find
from tests.thumbnails.support import packaged

NOTO = packaged().faces[0].path


def test_the_font_extra_is_found_without_importing_it() -> None:
    sys.modules.pop("noto_cjk_sans_jp_bold", None)
    assert find(system=False).faces == (Face(NOTO),)
    assert "noto_cjk_sans_jp_bold" not in sys.modules


def test_fonts_of_the_settings_come_first(tmp_path: Path) -> None:
    copy = tmp_path / "mine.otf"
    copy.symlink_to(NOTO)
    found = find([copy], system=False)
    assert found.faces == (Face(copy), Face(NOTO))
    assert found.face("あ") == Face(copy)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", r"bad\.otf"),
        (b"not a font at all", r"bad\.otf"),
        (b"OTTO" + b"\xff" * 400, r"bad\.otf"),
    ],
    ids=["empty", "text", "noise"],
)
def test_a_broken_font_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.otf"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        find([path])


def test_a_font_cut_in_the_middle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.otf"
    path.write_bytes(NOTO.read_bytes()[:600_000])
    with pytest.raises(ValueError, match=r"cut\.otf"):
        find([path])


@pytest.mark.parametrize("name", ["none.otf", "."])
def test_a_font_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"font .*: "):
        find([tmp_path / name])


def test_a_huge_font_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.ttf"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(ValueError, match=r"huge\.ttf: over 200 MB"):
        find([path])


def test_without_japanese_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_packaged", list)
    monkeypatch.setattr(fontconfig, "candidates", lambda _pattern: ())
    monkeypatch.setattr(fontconfig, "usual", lambda: ())
    with pytest.raises(LookupError, match=r"pip install 'hugo-matome\[font\]'"):
        find()


def test_the_system_is_asked_when_there_is_no_font_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_packaged", list)
    monkeypatch.setattr(
        fontconfig, "candidates", lambda pattern: (Face(NOTO),) if pattern == ":lang=ja" else ()
    )
    assert find().faces == (Face(NOTO),)
    with pytest.raises(LookupError):
        find(system=False)


@pytest.mark.parametrize("text", ["あ", "漢", "A", "ё", "한", "𠮷", "が", "！"])
def test_a_face_that_has_the_character(text: str) -> None:
    assert packaged().face(text) == Face(NOTO)


@pytest.mark.parametrize("text", ["\ue000", "\U0010fffd", "ก", "\U0001f468", ""])
def test_no_face_where_none_has_it(text: str) -> None:
    assert packaged().face(text) is None
    if text:
        assert packaged().emoji(text) is None


@pytest.fixture
def _no_memory() -> Iterator[None]:
    """Forget what the system has, before and after."""
    fonts._system_faces.cache_clear()
    fonts._text_face.cache_clear()
    yield
    fonts._system_faces.cache_clear()
    fonts._text_face.cache_clear()


@pytest.mark.usefixtures("_no_memory")
def test_a_character_that_only_the_system_has_is_drawn_with_its_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes(b"OTTO")
    faces = (Face(broken), Face(tmp_path / "gone.otf"), Face(NOTO))
    asked = []
    monkeypatch.setattr(fontconfig, "candidates", lambda pattern: asked.append(pattern) or faces)
    bare = Fonts((), system=True)
    assert bare.face("a") == Face(NOTO)
    assert bare.face("あ") == Face(NOTO)
    assert bare.face("\ue000") is None
    assert asked == [":"]
    assert Fonts((), system=False).face("a") is None


def test_only_the_fonts_that_draw_count(tmp_path: Path) -> None:
    copy = tmp_path / "second.otf"
    copy.symlink_to(NOTO)
    two = Fonts((Face(NOTO), Face(copy)), system=False)
    assert two.identities("あa") == packaged().identities("a")
    assert two.identities("\ue000") == []


def test_fonts_are_a_value_that_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(packaged())) == packaged()  # noqa: S301
