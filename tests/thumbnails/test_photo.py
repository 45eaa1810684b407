"""Image files of a site: which are found, which are refused, and in how much memory."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from hugo_helpers.thumbnails.photo import MAX_PIXELS, covering, digest

SIZE = (1200, 630)


def _image(kind: str, mode: str = "RGB", size: tuple[int, int] = (90, 60)) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, "tomato" if mode in ("RGB", "RGBA") else 200).save(buffer, kind)
    return buffer.getvalue()


def _bomb(width: int, height: int, packed: bytes) -> bytes:
    """A PNG whose header says `width` by `height`."""

    def chunk(tag: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(tag + data)
        return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P"])
def test_images_cover_the_card(tmp_path: Path, kind: str, mode: str) -> None:
    if (kind, mode) in {("JPEG", "RGBA"), ("JPEG", "P")}:
        mode = "CMYK"
    path = tmp_path / "a"
    path.write_bytes(_image(kind, mode))
    image = covering(path, SIZE)
    assert (image.mode, image.size) == ("RGB", SIZE)


def test_what_is_transparent_lies_on_white(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(path)
    assert covering(path, SIZE).getpixel((600, 300)) == (255, 255, 255)


def test_an_image_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    image = Image.new("RGB", (60, 60), "black")
    image.paste((255, 255, 255), (0, 0, 60, 30))
    exif = Image.Exif()
    exif[0x0112] = 3
    image.save(path, exif=exif)
    turned = covering(path, (60, 60)).convert("L")
    assert turned.getpixel((30, 5)) < 30
    assert turned.getpixel((30, 55)) > 220


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="svg"),
        pytest.param(_image("BMP"), id="bmp"),
        pytest.param(_image("TIFF"), id="tiff"),
        pytest.param(_image("JPEG")[:200], id="jpeg-cut"),
        pytest.param(_image("PNG")[:60], id="png-cut"),
        pytest.param(_image("WEBP")[:40], id="webp-cut"),
        pytest.param(_image("GIF")[:20], id="gif-cut"),
        pytest.param(_image("AVIF")[:200], id="avif-cut"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n", id="postscript"),
        pytest.param(_bomb(100, 100, b"not zlib"), id="png-noise"),
    ],
)
def test_what_is_no_image_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"picture\.jpg: no JPEG, PNG, WebP, GIF or AVIF"):
        covering(path, SIZE)


@pytest.mark.parametrize(
    ("width", "height"), [(5001, 5000), (20_000, 20_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)]
)
def test_more_than_25_megapixels_are_refused(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(_bomb(width, height, zlib.compress(b"")))
    with pytest.raises(ValueError, match=r"large\.png: .*25 megapixels|large\.png: no JPEG"):
        covering(path, SIZE)


def test_25_megapixels_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (5000, MAX_PIXELS // 5000)).save(path)
    assert covering(path, (100, 100)).size == (100, 100)


def test_a_bomb_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + 3 * 12_200)) for _ in range(12_200))
    bomb = _bomb(12_200, 12_200, rows + packer.flush())
    path = tmp_path / "bomb.png"
    path.write_bytes(bomb)
    assert len(bomb) < 1_000_000
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from PIL import Image\n"
        "from hugo_helpers.thumbnails.photo import covering\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n    covering(Path(sys.argv[1]), (1200, 630))\n"
        "except ValueError as error:\n    print(error)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    message, grown = done.stdout.splitlines()
    assert "bomb.png: 12200 x 12200 pixels are over 25 megapixels" in message
    assert int(grown) < 20_000  # kilobytes; unpacked it would be 446,000


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(ValueError, match=r"huge\.jpg: over 64 MB"):
        covering(path, SIZE)


def test_an_image_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"gone\.jpg"):
        covering(tmp_path / "gone.jpg", SIZE)


def test_the_digest_follows_the_content(tmp_path: Path) -> None:
    one, other = tmp_path / "one.jpg", tmp_path / "other.jpg"
    one.write_bytes(b"same")
    other.write_bytes(b"same")
    assert digest(one) == digest(other)
    other.write_bytes(b"changed")
    assert digest(one) != digest(other)
