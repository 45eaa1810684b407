"""The files of a new site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hugo_helpers.write import write_if_changed

STARTER = Path(__file__).parent / "starter"


def folders() -> list[str]:
    """The folders that a new site has, by their names in it."""
    found = sorted(path for path in STARTER.rglob("*") if path.is_dir())
    return [path.relative_to(STARTER).as_posix() for path in found]


def make(root: Path) -> list[str]:
    """Write a new site below `root`, leaving what is there; the names of the files made.

    Raises OSError where a file cannot be written.
    """
    made = []
    today = date.today()
    for source in sorted(STARTER.rglob("*")):
        if not source.is_file():
            continue
        # A wheel and a Hugo theme pass over names with a leading dot.
        name = source.relative_to(STARTER).as_posix().replace("dot-", ".", 1)
        target = root / name
        if target.exists():
            continue
        text = source.read_text(encoding="utf-8")
        text = text.replace("@DATE@", today.isoformat()).replace("@MONTH@", f"{today:%Y/%m}")
        write_if_changed(target, text.encode())
        made.append(name)
    return made
