"""A site's own image, opened as what it is: a file that a stranger may have made."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import warnings
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 25_000_000
MAX_BYTES = 64_000_000
# What Pillow's decoders raise on files that are not what they say.
_BROKEN = (
    *(OSError, SyntaxError, ValueError, LookupError, TypeError, EOFError, ArithmeticError),
    *(struct.error, AttributeError),
)
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


def is_inside(path: str) -> bool:
    """Whether a path, as front matter writes it, stays below the folder it is joined to."""
    if not path or len(path) > 1000 or "\x00" in path or "\\" in path:
        return False
    windows = PureWindowsPath(path)
    parts = PurePosixPath(path).parts
    return not (windows.drive or windows.root or ".." in parts or parts[:1] == ("/",))


def content(path: Path) -> bytes:
    """The bytes of an image file.

    Raises OSError when it cannot be read, ValueError when it has more than MAX_BYTES.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError(f"image {path}: over {MAX_BYTES // 1_000_000} MB")
    return data


@lru_cache(maxsize=256)
def _digest(path: Path, _modified: int, _size: int) -> str:
    return hashlib.blake2b(content(path), digest_size=16).hexdigest()


def digest(path: Path) -> str:
    """A hash of what the file holds. Raises OSError or ValueError as `content` does."""
    status = path.stat()
    return _digest(path, status.st_mtime_ns, status.st_size)


def covering(path: Path, size: tuple[int, int]) -> Image.Image:
    """The image in `path`, turned as its EXIF data says, cut and scaled to cover `size`.

    Raises ValueError, naming the file, when it is no image of FORMATS, is broken, or has over
    MAX_PIXELS (judged by its header, before anything is unpacked); OSError when it is unreadable.
    """
    from PIL import Image

    data = content(path)
    try:
        with warnings.catch_warnings():
            # Pillow warns of large sizes, which are refused here, and of harmless metadata.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height <= MAX_PIXELS:
                    return _fitted(image, size)
                wide, high = image.size
    except Image.DecompressionBombError as error:
        raise ValueError(f"image {path}: over {MAX_PIXELS // 1_000_000} megapixels") from error
    except _BROKEN as error:
        raise ValueError(f"image {path}: no JPEG, PNG, WebP, GIF or AVIF, or broken") from error
    limit = MAX_PIXELS // 1_000_000
    raise ValueError(f"image {path}: {wide} x {high} pixels are over {limit} megapixels")


def _fitted(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    from PIL import Image, ImageOps

    image.draft("RGB", (2 * size[0], 2 * size[1]))
    turned = ImageOps.exif_transpose(image)
    if not turned.has_transparency_data:
        return ImageOps.fit(turned.convert("RGB"), size, Image.Resampling.BICUBIC)
    layer = ImageOps.fit(turned.convert("RGBA"), size, Image.Resampling.BICUBIC)
    ground = Image.new("RGBA", size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, layer).convert("RGB")
