"""One thread from the web: politely, in bounded time and size, and once a day at most."""

from __future__ import annotations

import time
from contextlib import suppress

from hugo_helpers import __version__
from hugo_helpers.site import cache

CONNECT, SILENCE, WHOLE = 5.0, 10.0, 60.0
"""Seconds for a connection, without a byte, and for all of an answer."""
RETRIES, BACKOFF = 3, 0.5
"""How often a request is made again, and the seconds that the first wait doubles from."""
LASTING = 24 * 60 * 60
_BUSY = (429, 500, 502, 503, 504)
_PIECE = 65_536


def fetched(url: str, most: int, *, keep: bool = True) -> bytes:
    """The content at a web address, of `most` bytes at most. `keep`: remembered for a day.

    Raises OSError where it cannot be had, ValueError where it is too large.
    """
    path = cache.folder() / f"thread-{cache.digest([url])}.cache"
    if keep:
        with suppress(OSError):
            if time.time() - path.stat().st_mtime < LASTING and (
                lines := cache.kept_lines(path, "thread")
            ):
                return b"\n".join(lines)
    content = _asked(url, most)
    if keep:
        with suppress(OSError):
            cache.keep_lines(path, "thread", content.split(b"\n"))
            cache.sweep("thread-*")
    return content


def _asked(url: str, most: int) -> bytes:
    import urllib3
    from urllib3.exceptions import HTTPError

    retries = urllib3.Retry(
        RETRIES, backoff_factor=BACKOFF, status_forcelist=_BUSY, respect_retry_after_header=False
    )
    pool = urllib3.PoolManager(
        timeout=urllib3.Timeout(connect=CONNECT, read=SILENCE),
        # Packed answers can be a thousand times as large.
        headers={"User-Agent": f"matome/{__version__}", "Accept-Encoding": "identity"},
    )
    try:
        answer = pool.request("GET", url, retries=retries, preload_content=False)
        try:
            if answer.status != 200:
                raise OSError(f"the server answers {answer.status}")
            if "content-encoding" in answer.headers:
                raise OSError("the server packs its answer, though it was asked not to")
            return _received(answer, most)
        finally:
            answer.close()
    except HTTPError as error:
        raise OSError(_reason(error)) from None
    finally:
        pool.clear()


def _received(answer: object, most: int) -> bytes:
    end = time.monotonic() + WHOLE
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE, decode_content=False):  # type: ignore[attr-defined]
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise ValueError(f"more than {most // 2**20} MB")
        if time.monotonic() > end:
            raise OSError(f"the answer takes longer than {WHOLE:.0f} seconds")
    return b"".join(pieces)


def _reason(error: Exception) -> str:
    """One line of what went wrong, without the addresses of objects."""
    cause = getattr(error, "reason", None) or error
    words = str(cause).rpartition(": ")[2] or type(cause).__name__
    return f"it cannot be fetched: {words[:200]}"
