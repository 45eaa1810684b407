"""Text made ready: faces, substitutes, and the order of runs in both directions."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from hugo_helpers.thumbnails import text
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.text import Glyph, prepare, runs, single
from tests.thumbnails.support import packaged

FACE = packaged().faces[0]
OTHER = Face(FACE.path, 1)


def _texts(words: str, limit: int = 100) -> str:
    return "".join(glyph.text for glyph in prepare(words, packaged(), limit).glyphs)


@pytest.mark.parametrize(
    ("words", "expected", "missing"),
    [
        pytest.param("日本 語", "日本 語", (), id="nothing-missing"),
        pytest.param("สวัสดี!", "〓!", ("ส", "วั", "ส", "ดี"), id="letters-become-one-geta"),
        pytest.param("a \ue000 b", "a 〓 b", ("\ue000",), id="private-use"),
        pytest.param("祝 👨‍👩‍👧 🎉", "祝", ("👨‍👩‍👧", "🎉"), id="emoji-are-left-out"),
        pytest.param("👍🏽ok", "ok", ("👍🏽",), id="no-space-left-behind"),
        pytest.param("x\u0336y", "xy", (), id="marks-that-no-font-has-go"),
    ],
)
def test_prepare(words: str, expected: str, missing: tuple[str, ...]) -> None:
    prepared = prepare(words, packaged(), 100)
    assert "".join(glyph.text for glyph in prepared.glyphs) == expected
    assert prepared.missing == tuple(dict.fromkeys(missing))


@pytest.mark.parametrize(
    ("words", "limit", "clipped"),
    [("あ" * 10, 10, False), ("あ" * 11, 10, True), ("あ" * 100_000, 10, True), ("", 10, False)],
)
def test_long_text_is_clipped(words: str, limit: int, *, clipped: bool) -> None:
    prepared = prepare(words, packaged(), limit)
    assert len(prepared.glyphs) <= limit
    assert prepared.clipped is clipped


def test_the_latin_of_a_japanese_title_is_one_run_with_it() -> None:
    line = runs(prepare("AI界隈 GPT-5", packaged(), 100).glyphs)
    assert [run.text for run in line] == ["AI界隈 GPT-5"]


def _line(*parts: tuple[str, Face]) -> tuple[Glyph, ...]:
    return tuple(Glyph(character, face) for words, face in parts for character in words)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param((("ab ", FACE), ("אב", OTHER)), ["ab ", "אב"], id="forward"),
        pytest.param((("אב ", OTHER), ("ab", FACE)), ["ab", "אב "], id="backward"),
        pytest.param((("אב ", OTHER), ("ab ", FACE), ("גד", OTHER)), ["גד", " ", "ab", "אב "],
                     id="word-inside"),
        pytest.param((("ab ", FACE), ("אב", OTHER), ("גד", FACE)), ["ab ", "גד", "אב"],
                     id="two-faces"),
    ],
)  # fmt: skip
def test_runs_stand_from_left_to_right(
    parts: tuple[tuple[str, Face], ...], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "shapes_text", lambda: True)
    assert [run.text for run in runs(_line(*parts))] == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param((("3 GB ", FACE), ("אב", OTHER)), ["אב", " ", "3 GB"], id="starts-forward"),
        pytest.param((("ab?", FACE),), ["?", "ab"], id="all-forward"),
        pytest.param((("אב", OTHER),), ["אב"], id="all-backward"),
    ],
)
def test_a_line_reads_as_the_text_that_it_is_a_part_of(
    parts: tuple[tuple[str, Face], ...], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "shapes_text", lambda: True)
    assert [run.text for run in runs(_line(*parts), is_backward=True)] == expected


def test_without_raqm_backward_text_is_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "shapes_text", lambda: False)
    assert [run.text for run in runs(_line(("אבג", OTHER)))] == ["גבא"]


@pytest.mark.parametrize("room", [20, 60, 200, 2000])
@pytest.mark.parametrize("words", ["short", "とても長い名前のサイトの名前、" * 9, "w" * 100])
def test_a_single_line_is_never_wider_than_its_room(words: str, room: int) -> None:
    line = single(words, packaged(), 30, room)
    assert line.width <= room
    if room == 2000 and words == "short":
        assert "".join(run.text for run in line.runs) == "short"
    elif line.runs and words != "short":
        assert line.runs[-1].text.endswith("…")


def test_drawing_leaves_the_baseline_where_it_was_asked() -> None:
    image = Image.new("RGB", (300, 100))
    line = runs(prepare("HH", packaged(), 9).glyphs)
    text.draw_line(ImageDraw.Draw(image), image, (10, 80), line, 60, (255, 255, 255))
    box = image.getbbox()
    assert box is not None
    assert box[3] == 80
    assert abs(box[1] - (80 - 60 * 0.733)) <= 2
    assert text.length(line, 60) + 10 >= box[2]
