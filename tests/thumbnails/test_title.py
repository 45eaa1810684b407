"""Titles in their box: by pixels for many, by lines for some."""

from __future__ import annotations

import random
import re
import statistics
import time
from itertools import accumulate

import pytest
from PIL import Image, ImageDraw, ImageFont

from hugo_helpers.thumbnails import text, title
from hugo_helpers.thumbnails.fontconfig import Face
from hugo_helpers.thumbnails.layout import Box
from hugo_helpers.thumbnails.title import Title, fit
from tests.thumbnails.support import TITLES, generated, packaged

BOX = Box(1056, 290, 128, 44)
_AROUND = 150
_NEVER_FIRST = frozenset("、。，．」』）】！？ーっゃゅょァッ々…％%")
_NEVER_LAST = frozenset("「『（【")


def _ink(fitted: Title, box: Box) -> tuple[int, int, int, int] | None:
    """The box of what is drawn, on a canvas that is larger on every side."""
    image = Image.new("L", (box.width + 2 * _AROUND, box.height + 2 * _AROUND))
    canvas = ImageDraw.Draw(image)
    top = _AROUND + (box.height - fitted.height) / 2
    for line, baseline in zip(fitted.runs, fitted.baselines(top), strict=True):
        x = float(_AROUND)
        for run in line:
            font = text.sized(run.face, fitted.size)
            canvas.text((x, baseline), run.text, 255, font, anchor="ls", features=text.features())
            x += font.getlength(run.text, features=text.features())
    return image.getbbox()


def _assert_inside(fitted: Title, box: Box) -> None:
    ink = _ink(fitted, box)
    assert ink is not None
    left, top, right, bottom = (edge - _AROUND for edge in ink)
    # A glyph may reach over its advance, and a descender below the em box, by a hair.
    slack = 1 + fitted.size * 0.13
    assert left >= -slack
    assert right <= box.width + slack
    assert top >= -slack
    assert bottom <= box.height + slack


@pytest.mark.parametrize("words", TITLES.values(), ids=TITLES.keys())
def test_the_ink_stays_in_the_box(words: str) -> None:
    _assert_inside(fit(words, packaged(), BOX), BOX)


@pytest.mark.parametrize("box", [BOX, Box(300, 80, 36, 12), Box(500, 500, 90, 30)], ids=str)
def test_the_ink_of_generated_titles_stays_in_the_box(box: Box) -> None:
    for words in generated(340, seed=box.width):
        _assert_inside(fit(words, packaged(), box), box)


def test_generated_titles_keep_the_rules_of_line_ends() -> None:
    for words in generated(1000, seed=7):
        fitted = fit(words, packaged(), BOX)
        assert BOX.smallest <= fitted.size <= BOX.largest
        for line in fitted.lines[1:]:
            assert line[0] not in _NEVER_FIRST, fitted.lines
        for line in fitted.lines[:-1]:
            assert line[-1] not in _NEVER_LAST, fitted.lines
        if not fitted.overflowed:
            assert "".join(fitted.lines).replace(" ", "") == words.replace(" ", "")


_WHOLE = re.compile(r"[A-Za-z]{2,12}|[0-9]+(?:\.[0-9]+)?(?: GB|年|円|倍|%|％|人|分)")
_SAID = (
    "技術 Rust 100 GB 2025年 3.5倍 50% 1000円 52人が 使う 理由 memory SQLite で 10分 「本当」 の、 "
    "高速化！ 90％"
)


def test_no_word_and_no_number_with_its_unit_is_split() -> None:
    pieces = re.findall(r"100 GB|\S+", _SAID)
    chance = random.Random(11)
    for _ in range(1000):
        words = ""
        for piece in chance.choices(pieces, k=chance.randint(2, 24)):
            apart = words[-1:].isascii() and piece[0].isascii()
            words += " " * (apart or chance.random() < 0.5) + piece
        fitted = fit(words, packaged(), BOX)
        # Spaces at the ends of lines are left out: everything is counted without any.
        flat = " ".join(words.split())
        stops = set(accumulate(len(line.replace(" ", "")) for line in fitted.lines[:-1]))
        for whole in _WHOLE.finditer(flat):
            start = len(flat[: whole.start()].replace(" ", ""))
            end = start + len(whole[0].replace(" ", ""))
            assert not any(start < stop < end for stop in stops), (whole[0], fitted.lines)


def test_lines_are_about_equally_long() -> None:
    ragged = []
    for words in generated(1000, seed=5):
        fitted = fit(words, packaged(), BOX)
        if not fitted.overflowed and len(fitted.lines) > 1:
            widths = [text.length(line, fitted.size) for line in fitted.runs]
            ragged.append(min(widths) / max(widths))
    assert len(ragged) > 300
    assert statistics.mean(ragged) > 0.65
    assert sum(share < 0.3 for share in ragged) < 0.05 * len(ragged)


def test_no_box_is_drawn_for_what_no_font_has() -> None:
    """Titles of any characters there are: each is drawn as itself, or told."""
    chance = random.Random(3)
    blocks = [0x20, 0xA0, 0x370, 0x400, 0x590, 0x600, 0xE00, 0x3000, 0x4E00, 0xAC00, 0xE000]
    drawn: dict[Face, set[str]] = {}
    for _ in range(1000):
        words = "".join(chr(chance.choice(blocks) + chance.randrange(0x70)) for _ in range(12))
        fitted = fit(words, packaged(), BOX)
        for line in fitted.runs:
            for run in line:
                drawn.setdefault(run.face, set()).update(run.text)
        told = set("".join(fitted.missing))
        assert {one for one in words if 0xE000 <= ord(one) < 0xE070} <= told
    assert sum(map(len, drawn.values())) > 300
    for face, characters in drawn.items():
        font = ImageFont.truetype(str(face.path), 40, index=face.index)
        box = bytes(font.getmask("\ufffe"))
        assert any(box)
        assert not [one for one in characters if bytes(font.getmask(one)) == box]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Why I stopped using microservices", ("Why I stopped", "using microservices")),
        ("日本", ("日本",)),
        ("「ブラウザはもう終わり」なのか？", ("「ブラウザはもう", "終わり」なのか？")),
    ],
)  # fmt: skip
def test_lines(words: str, lines: tuple[str, ...]) -> None:
    assert fit(words, packaged(), BOX).lines == lines


def test_lines_end_where_sentences_do() -> None:
    lines = fit(TITLES["seed"], packaged(), BOX).lines
    assert len(lines) > 1
    assert all(line.endswith("？") for line in lines[:-1])


@pytest.mark.parametrize("words", ["", " \n\t", "\u202e\u200b", "\x00", "🎉"])
def test_nothing_to_draw_is_no_line(words: str) -> None:
    fitted = fit(words, packaged(), BOX)
    assert (fitted.lines, fitted.height, fitted.overflowed) == ((), 0.0, False)


def test_what_does_not_fit_ends_in_an_ellipsis_at_a_phrase() -> None:
    fitted = fit(TITLES["too-long"], packaged(), BOX)
    assert fitted.overflowed
    assert fitted.size == BOX.smallest
    assert fitted.lines[-1].endswith("…")
    assert fitted.lines[-1][-2] not in "、。「 "
    assert "とても長い題名がどこまでも続いていく、".startswith(
        fitted.lines[-1].rsplit("、", 1)[-1][:-1]
    )


def test_a_short_title_is_larger_than_a_long_one() -> None:
    sizes = [fit(TITLES[name], packaged(), BOX).size for name in ("two-characters", "seed", "long")]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 100


HOSTILE = {
    "letters": "x" * 100_000,
    "kana": "あ" * 100_000,
    "spaces": " " * 100_000 + "a",
    "words": "a " * 50_000,
    "bidi": "\u202e" * 100_000,
    "zero-width": "a\u200b" * 50_000,
    "combining": "a" + "\u0301" * 99_999,
    "zalgo": ("Z" + "\u0321\u0334\u0345" * 8) * 4000,
    "joiners": "😀\u200d" * 50_000,
    "brackets": "「" * 100_000,
    "digits": "1" * 100_000,
    "missing": "\ue000 " * 50_000,
    "newlines": "\r\n" * 50_000,
    "everything": "".join(map(chr, range(0xD800))) + "\ud800\udfff",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_titles_take_no_time_and_stay_in_the_box(words: str) -> None:
    fit("あ、a", packaged(), BOX)
    start = time.process_time()
    fitted = fit(words, packaged(), BOX)
    assert time.process_time() - start < 1.0
    assert len(fitted.lines) <= BOX.lines(BOX.smallest)
    assert sum(map(len, fitted.lines)) <= 4 * title.MAX_CLUSTERS
    if fitted.lines:
        ink = _ink(fitted, BOX)
        assert ink is None or (ink[0] > 0 and ink[2] < BOX.width + 2 * _AROUND)
