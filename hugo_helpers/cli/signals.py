"""Stopping in good order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_asked = False


def asked() -> bool:
    """Whether the end was asked for. Python drops what a handler raises in some places, in a
    callback of the garbage collector for one.
    """
    return _asked


@contextmanager
def stopping() -> Iterator[None]:
    """While the block runs, a request to end (SIGTERM, SIGHUP) is what Ctrl-C is."""
    global _asked
    _asked = False
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    global _asked
    if _asked:
        # Asked twice: at once. Hugo notices that we are gone, and ends as well.
        os._exit(130)
    _asked = True
    raise KeyboardInterrupt
