"""Pagefind's extended binary, which knows where Japanese words end, and the index that it makes."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from hugo_helpers.site.programs import on_path

FOLDER = "pagefind"
"""Where a site's pages look for the index, below what is published."""
_UNSAID = (".mtm-head", ".mtm-fold > summary", ".post-head > :not(.post-title)")
"""What stands in a post and is no text of it."""
_DESTINATION = re.compile(r"(?:--destination|-d)(?:=(.+))?|-d(?!=)(.+)", re.DOTALL)


def find_pagefind() -> Path | None:
    """The binary that PyPI's `pagefind[extended]` brought, else one on PATH."""
    package = importlib.util.find_spec("pagefind_bin_extended")
    for folder in (package.submodule_search_locations or []) if package else []:
        for binary in sorted(Path(folder).glob("pagefind_extended*")):
            return binary
    found = on_path("pagefind_extended")
    return Path(found) if found else None


def published(root: Path, publish: Path, arguments: Sequence[str]) -> Path:
    """The folder into which Hugo writes: what its arguments say last, else `publish`."""
    folder = publish
    waiting = False
    for argument in arguments:
        if waiting:
            folder, waiting = root / argument, False
        elif found := _DESTINATION.fullmatch(argument):
            value = found[1] or found[2]
            folder, waiting = (root / value, False) if value else (folder, True)
    return folder


def index(binary: Path, public: Path) -> int:
    """Index the pages below `public`; how many there were.

    An index that is there stays until the new one is whole. Raises ValueError, with Pagefind's own
    words, where it fails.
    """
    fresh = public / f".{FOLDER}.new"
    command = [str(binary), "--site", str(public), "--output-path", str(fresh)]
    for selector in _UNSAID:
        command += ["--exclude-selectors", selector]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        pages = re.findall(r"Indexed (\d+) pages?", run.stdout)
        if run.returncode or not pages or not fresh.is_dir():
            said = (run.stderr.strip() or run.stdout.strip()).splitlines() or ["it said nothing"]
            raise ValueError(f"Pagefind could not index the pages: {said[-1].strip()}")
        shutil.rmtree(public / FOLDER, ignore_errors=True)
        fresh.rename(public / FOLDER)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return int(pages[-1])
