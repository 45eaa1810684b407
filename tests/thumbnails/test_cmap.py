"""Character maps, of real fonts and of small ones written here byte by byte."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest
from PIL import ImageFont

from hugo_helpers.thumbnails.cmap import FontFile
from hugo_helpers.thumbnails.fonts import find


def _font(tables: dict[str, bytes], signature: bytes = b"\x00\x01\x00\x00") -> bytes:
    head = signature + struct.pack(">HHHH", len(tables), 0, 0, 0)
    offset = 12 + 16 * len(tables)
    records, body = b"", b""
    for tag, data in tables.items():
        records += struct.pack(">4sIII", tag.encode(), 0, offset + len(body), len(data))
        body += data
    return head + records + body


def _cmap(platform: int, encoding: int, subtable: bytes) -> bytes:
    return struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + subtable


def _format_12(groups: list[tuple[int, int, int]]) -> bytes:
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def _format_4(segments: list[tuple[int, int, int, int]], glyphs: list[int]) -> bytes:
    ends, starts, deltas, offsets = (
        struct.pack(f">{len(segments)}H", *(segment[part] for segment in segments))
        for part in (1, 0, 2, 3)
    )
    body = ends + b"\0\0" + starts + deltas + offsets + struct.pack(f">{len(glyphs)}H", *glyphs)
    return struct.pack(">HHHHHHH", 4, 14 + len(body), 0, 2 * len(segments), 0, 0, 0) + body


# Letters A to C by delta; a to c by a list in which b has no glyph.
SEGMENTS = _format_4(
    [(65, 67, 10, 0), (97, 99, 0, 4), (0xFFFF, 0xFFFF, 1, 0)],
    [5, 0, 7],
)


@pytest.mark.parametrize(
    ("cmap", "has", "lacks"),
    [
        pytest.param(_cmap(3, 10, _format_12([(65, 70, 3), (0x20BB7,) * 2 + (9,)])), "AF𠮷", "@G",
                     id="12"),
        pytest.param(_cmap(3, 10, _format_12([(65, 66, 0)])), "B", "A", id="12-notdef"),
        pytest.param(_cmap(3, 1, SEGMENTS), "ABCac", "@Dbd\uffff𠮷", id="4"),
        pytest.param(_cmap(1, 0, SEGMENTS), "", "ABC", id="not-unicode"),
    ],
)  # fmt: skip
def test_has(tmp_path: Path, cmap: bytes, has: str, lacks: str) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(_font({"cmap": cmap, "head": bytes(54)}))
    font = FontFile(path)
    assert [each for each in has + lacks if font.has(ord(each))] == list(has)


def test_a_collection_is_read_face_by_face(tmp_path: Path) -> None:
    font = _font({"cmap": b""})
    for character, glyph in (("A", 3), ("B", 4)):
        cmap = _cmap(3, 10, _format_12([(ord(character), ord(character), glyph)]))
        font = _font({"cmap": cmap})
        path = tmp_path / "a.ttc"
        # The offsets of a face in a collection count from the start of the file.
        shifted = bytearray(font)
        shifted[20:24] = struct.pack(">I", struct.unpack_from(">I", font, 20)[0] + 16)
        path.write_bytes(b"ttcf" + struct.pack(">III", 0x10000, 1, 16) + bytes(shifted))
        assert FontFile(path, 0).has(ord(character))
        with pytest.raises(ValueError, match=r"a\.ttc"):
            FontFile(path, 1)


def test_what_no_real_font_has_is_what_it_draws_as_notdef() -> None:
    face = find(system=False).faces[0]
    font, file = ImageFont.truetype(str(face.path), 40), FontFile(face.path, face.index)
    notdef = font.getmask("\U0010fffd").getbbox(), bytes(font.getmask("\U0010fffd"))
    chosen = random.Random(5)
    codes = [chosen.choice([chosen.randrange(0x21, 0x3400), chosen.randrange(0x3400, 0x30000)])
             for _ in range(600)]  # fmt: skip
    checked = 0
    for code in codes:
        if 0xD800 <= code < 0xE000 or 0x300 <= code < 0x370:
            continue
        mask = font.getmask(chr(code))
        is_notdef = (mask.getbbox(), bytes(mask)) == notdef
        if file.has(code):
            assert not is_notdef, hex(code)
            checked += 1
    assert checked > 100


@pytest.mark.parametrize("length", [0, 3, 11, 13, 40, 200, 5000, 400_000])
def test_a_font_that_is_cut_short_is_refused_or_read(tmp_path: Path, length: int) -> None:
    face = find(system=False).faces[0]
    with face.path.open("rb") as file:
        data = file.read(length)
    path = tmp_path / "short.otf"
    path.write_bytes(data)
    try:
        FontFile(path).has(0x3042)
    except ValueError as refused:
        message = str(refused)
    else:
        message = "short.otf was read"
    assert "short.otf" in message


def test_hostile_numbers_in_a_font_raise_only_value_errors(tmp_path: Path) -> None:
    good = _font({"cmap": _cmap(3, 10, _format_12([(65, 70, 3)])), "head": bytes(54)})
    noise = random.Random(3)
    path = tmp_path / "noise.ttf"
    for _ in range(400):
        bad = bytearray(good)
        for _ in range(noise.randint(1, 6)):
            bad[noise.randrange(len(bad))] = noise.choice([0, 1, 0x7F, 0x80, 0xFF])
        path.write_bytes(bytes(bad))
        try:
            has = FontFile(path).has(65)
        except ValueError as refused:
            message = str(refused)
        else:
            message = f"noise.ttf has it: {has}"
        assert "noise.ttf" in message


def test_the_identity_does_not_depend_on_the_folder(tmp_path: Path) -> None:
    data = _font({"head": bytes(8) + b"\x12\x34\x56\x78" + bytes(42)})
    identities = set()
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "a.ttf"
        path.write_bytes(data)
        identities.add(FontFile(path).identity)
    assert identities == {f"a.ttf#0:{len(data)}:0000000012345678"}


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FontFile(tmp_path / "none.ttf")
