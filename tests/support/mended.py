"""Posts after the fixes of one rule."""

from __future__ import annotations

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.finding import Applicability
from hugo_helpers.check.rule import Hit
from tests.support.marked import FRONT, hits_of, post


def mended(code: str, text: str, upto: Applicability = "safe") -> str:
    """`text` after all fixes of the rule `code` that are as safe as `upto` asks, applied once."""
    plain = post(text)
    shown = plain.text
    fixes = [hit.fix for hit in hits_of(RULES[code], plain) if _allowed(hit, upto)]
    edits = {edit for fix in fixes if fix is not None for edit in fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        shown = shown[: edit.start] + edit.content + shown[edit.end :]
    return shown if text.startswith(FRONT) else shown.removeprefix(FRONT)


def _allowed(hit: Hit, upto: Applicability) -> bool:
    return hit.fix is not None and (upto == "unsafe" or hit.fix.applicability == "safe")


def assert_mends(code: str, before: str, after: str, upto: Applicability = "safe") -> None:
    """The fixes of `code` make `after` of `before`, and leave it nothing more to mend in it."""
    assert mended(code, before, upto) == after
    assert mended(code, after, upto) == after
