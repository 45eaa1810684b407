"""Comments that switch rules off: for the next line, or for a whole file."""

from __future__ import annotations

import re

from hugo_helpers.shortcodes.position import Positions

_COMMENT = (
    r"<!--[ \t]*matome-(disable-next-line|disable-file)((?:[ \t,]+[A-Za-z0-9-]{1,40})*)[ \t]*-->"
)


class Suppressions:
    """What the comments of one text switch off.

    `<!-- matome-disable-next-line T203 C101 -->` before a line, `<!-- matome-disable-file T203 -->`
    anywhere; without codes, all rules. A prefix (`T`) names all its codes.
    """

    def __init__(self, text: str, lines: Positions) -> None:
        self._file: list[tuple[str, ...]] = []
        self._rows: dict[int, list[tuple[str, ...]]] = {}
        if "matome-disable" not in text:
            return
        for found in re.finditer(_COMMENT, text):
            codes = tuple(found[2].replace(",", " ").upper().split())
            if found[1] == "disable-file":
                self._file.append(codes)
            else:
                row = lines.at(found.end())[0] + 1
                self._rows.setdefault(row, []).append(codes)

    def cover(self, code: str, row: int) -> bool:
        """Whether a finding of `code` that starts in `row` is switched off."""
        lists = (*self._file, *self._rows.get(row, ()))
        return any(not codes or code.startswith(codes) for codes in lists)
