"""Numbers of folds, as their summaries bear them: `もっとコメントを表示（1）`, `More (2)`."""

import re
from typing import NamedTuple

_NUMBER = r"(.{0,300}?)[ \t　]{0,9}[(（\[【](\d{1,9})[)）\]】]\s{0,9}"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Number(NamedTuple):
    """The number at the end of a summary."""

    wording: str
    """What stands before it."""
    value: int
    wide: bool
    """Written in full-width digits."""

    def like(self, value: int) -> str:
        """Another number, written as this one."""
        return str(value).translate(_WIDE) if self.wide else str(value)


def number(summary: str) -> Number | None:
    """The number in brackets at the end of a summary; None where there is none."""
    found = re.fullmatch(_NUMBER, summary[-320:], re.DOTALL) if summary else None
    if found is None:
        return None
    return Number(found[1].strip(), int(found[2]), not found[2].isascii())
