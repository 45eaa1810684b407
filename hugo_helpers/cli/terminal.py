"""What the terminal can show, and whether it shall."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def wants_color(choice: str) -> bool:
    """Whether to colour stdout; NO_COLOR and FORCE_COLOR are heard where the choice is `auto`."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and not is_dumb())


def width() -> int:
    """The columns of the terminal: what COLUMNS says, else the terminal of stdout; 100 where there
    is none. As `shutil.get_terminal_size`, which loads three compressors.
    """
    with suppress(ValueError):
        if (columns := int(os.environ.get("COLUMNS", ""))) > 0:
            return columns
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 100  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 100


def is_dumb() -> bool:
    """Whether the terminal says that it cannot move its cursor or show colours."""
    return os.environ.get("TERM") == "dumb"
