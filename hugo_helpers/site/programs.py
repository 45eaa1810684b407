"""Programs on PATH."""

from __future__ import annotations

import os
import sys


def on_path(name: str) -> str | None:
    """Where the program of this name is, as a shell would find it; None: nowhere on PATH."""
    if sys.platform == "win32":
        import shutil

        return shutil.which(name)
    # shutil.which does the same, but loading it takes a tenth of what a hook for one post takes.
    for folder in os.get_exec_path():
        path = os.path.join(folder, name)  # noqa: PTH118
        if os.access(path, os.X_OK) and os.path.isfile(path):  # noqa: PTH113
            return path
    return None
