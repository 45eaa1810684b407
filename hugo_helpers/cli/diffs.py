"""What would change in a file, as a diff on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hugo_helpers.check.fix_diff import unified
from hugo_helpers.report.visible import visible


def show(before: str, after: str, name: str) -> None:
    """Print a diff: as it is to a program, made visible to a terminal."""
    for line in _diff(before, after, name, raw=not sys.stdout.isatty()):
        sys.stdout.write(line)


def _diff(before: str, after: str, name: str, *, raw: bool) -> Iterator[str]:
    lines = unified(before, after, name)
    return lines if raw else (visible(line.rstrip("\n")) + "\n" for line in lines)
