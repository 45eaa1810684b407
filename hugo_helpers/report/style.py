"""Colours of a terminal."""

from __future__ import annotations

from typing import Literal

from hugo_helpers.check.finding import Severity

Style = Literal["error", "warning", "path", "faint", "gutter", "help", "good"]

_SGR: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "path": "1",
    "faint": "2",
    "gutter": "34",
    "help": "1;36",
    "good": "32",
}

_END = "\x1b[0m"
SEQUENCES = (_END, *(f"\x1b[{code}m" for code in _SGR.values()))
"""What a painter writes around text."""


class Painter:
    """Puts text in colour, or leaves it where colour is off."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, style: Style | Severity) -> str:
        return f"\x1b[{_SGR[style]}m{text}{_END}" if self.on and text else text
