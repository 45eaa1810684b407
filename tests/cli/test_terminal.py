"""What is known of the terminal."""

from __future__ import annotations

import os
import pty
import struct
import sys

import pytest

from hugo_helpers.cli import terminal


@pytest.mark.parametrize(
    ("columns", "width"), [("72", 72), ("", 100), ("0", 100), ("-3", 100), ("wide", 100)]
)
def test_columns_say_how_wide_it_is(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert terminal.width() == width


def test_else_the_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl
    import termios

    monkeypatch.delenv("COLUMNS", raising=False)
    ours, theirs = pty.openpty()
    try:
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 61, 0, 0))
        with os.fdopen(os.dup(theirs), "w") as stream:
            monkeypatch.setattr(sys, "__stdout__", stream)
            assert terminal.width() == 61
    finally:
        os.close(ours)
        os.close(theirs)
