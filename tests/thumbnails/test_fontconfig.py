"""fontconfig: what it answers, ranked, and what happens without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hugo_helpers.thumbnails import fontconfig
from hugo_helpers.thumbnails.fontconfig import Face, candidates

LISTING = """\
/f/serif-bold.ttc\t0\t200\t0\tNoto Serif CJK JP Bold
/f/sans-regular.ttc\t0\t80\t0\tNoto Sans CJK JP Regular
/f/sans-bold.ttc\t4\t200\t0\tNoto Sans CJK KR Bold
/f/sans-bold.ttc\t0\t200\t0\tNoto Sans CJK JP Bold
/f/LastResort.otf\t0\t200\t0\t.LastResort
/f/variable.ttf\t0\t[0 210]\t0\tSomething JP Variable
/f/sans-italic.ttf\t0\t200\t100\tSans JP Bold Italic
a line that is none
"""


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    candidates.cache_clear()
    yield
    candidates.cache_clear()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `fc-list` that prints what stands in `answer` beside it."""
    script = tmp_path / "fc-list"
    script.write_text(f'#!/bin/sh\ncat "{tmp_path}/answer"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(script))
    return tmp_path / "answer"


def test_bold_upright_japanese_sans_comes_first(program: Path) -> None:
    program.write_text(LISTING, encoding="utf-8")
    assert candidates(":lang=ja") == (
        Face(Path("/f/sans-bold.ttc"), 0),
        Face(Path("/f/sans-bold.ttc"), 4),
        Face(Path("/f/sans-regular.ttc"), 0),
        Face(Path("/f/variable.ttf"), 0),
        Face(Path("/f/serif-bold.ttc"), 0),
        Face(Path("/f/sans-italic.ttf"), 0),
    )


@pytest.mark.parametrize("answer", [b"", b"\xff\xfe\x00\n", b"\t\t\t\t\n", b"a\tb\tc\td\te\n"])
def test_an_answer_that_is_none_is_no_font(program: Path, answer: bytes) -> None:
    program.write_bytes(answer)
    assert candidates(":lang=ja") == ()


def test_without_fontconfig_there_are_no_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert candidates(":lang=ja") == ()


def test_a_program_that_cannot_run_is_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: str(tmp_path / "gone"))
    assert candidates(":lang=ja") == ()


def test_the_usual_fonts_are_those_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path))
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "YuGothB.ttc").touch()
    assert Face(tmp_path / "Fonts" / "YuGothB.ttc") in fontconfig.usual()
    assert all(face.path.is_file() for face in fontconfig.usual())
