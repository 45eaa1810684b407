"""Sites whose files tell their own defects.

A site is a folder of archives in tests/data/defects/. In them, below `-- path --`, stands the text
of a file, and in it

    ⟦T203:text⟧      a finding of this rule, from the first character of the text to its last
    ⦅text¦mended⦆    what stands there with the defect, and without
    ⟨U+200B⟩         a character that nobody would see; U+DC80 to U+DCFF are bytes that are no UTF-8

Below `-- path +++ --` stands a body alone, which gets a front matter that is in order. A file that
is empty with its defects mended is not there then.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tests.support.marked import FRONT, LAYOUTS

DATA = Path(__file__).resolve().parents[1] / "data" / "defects"
_FILE = re.compile(r"^-- (\S+)( \+\+\+)? --\n", re.MULTILINE)
_CHOICE = re.compile(r"⦅([^¦⦆]*)¦([^⦆]*)⦆")
_UNSEEN = re.compile(r"⟨U\+([0-9A-F]+)⟩")
_SIGN = re.compile(r"⟦([A-Z0-9]+):|⟧")

Place = tuple[str, str, int, int, int, int]
"""File, code, row and column of the start, row and column of the end."""


@dataclass(frozen=True)
class Defective:
    """The files of a site, with their marks."""

    name: str
    files: dict[str, str]

    def write(self, root: Path, mended: Collection[str] = ()) -> None:
        """The files without marks, those that are named in `mended` without defects, and the
        shortcodes.
        """
        shutil.copytree(LAYOUTS, root / "layouts", dirs_exist_ok=True)
        for name, marked in self.files.items():
            text = _SIGN.sub("", _chosen(marked, 2 if name in mended else 1))
            if text.strip():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode(errors="surrogateescape"))

    def with_one(self, name: str) -> Defective:
        """The same site with no other post than this one."""
        frame = {n: text for n, text in self.files.items() if not n.startswith("content/")}
        return Defective(self.name, {**frame, name: self.files[name]})

    def places(self) -> list[Place]:
        """Every finding that is marked, in order."""
        return sorted(p for name, marked in self.files.items() for p in _places(name, marked))

    def codes(self) -> set[str]:
        """The rules that the marks speak of."""
        return {code for _, code, *_ in self.places()}


def defective(name: str) -> Defective:
    """The site that a folder of archives holds."""
    files: dict[str, str] = {}
    for archive in sorted((DATA / name).glob("*.txtar")):
        _, *parts = _FILE.split(archive.read_text(encoding="utf-8"))
        for path, body, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            assert path not in files, f"{path} stands twice"
            files[path] = (FRONT if body else "") + text
    return Defective(name, files)


def _chosen(marked: str, side: int) -> str:
    text = _CHOICE.sub(lambda choice: choice[side], marked)
    return _UNSEEN.sub(lambda sign: chr(int(sign[1], 16)), text)


def _places(name: str, marked: str) -> list[Place]:
    text, found, opened = "", [], []
    pieces = _SIGN.split(_chosen(marked, 1))
    for piece, code in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        text += piece
        row, column = text.count("\n") + 1, len(text) - text.rfind("\n")
        if code:
            opened.append((code, row, column))
        elif opened:
            found.append((name, *opened.pop(), row, column))
    assert not opened, f"{name}: {opened} is not closed"
    return found
