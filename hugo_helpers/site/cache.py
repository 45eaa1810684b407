"""The user's cache folder: small files that may vanish at any time, and that nobody must trust."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder() -> Path:
    """Where this user's caches of Matome lie; MATOME_CACHE names another place."""
    if named := os.environ.get("MATOME_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "matome"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "matome"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "matome"
