"""What the terminal can show, and whether it shall."""

from __future__ import annotations

import os
import sys


def wants_color(choice: str) -> bool:
    """Whether to colour stdout; NO_COLOR and FORCE_COLOR are heard where the choice is `auto`."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and not is_dumb())


def is_dumb() -> bool:
    """Whether the terminal says that it cannot move its cursor or show colours."""
    return os.environ.get("TERM") == "dumb"
