"""The page of the fixes is made by the fixes, and docs/fix.md shows what they do."""

from __future__ import annotations

import re

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.fix_page import page
from tests.support.hugo import ROOT
from tests.support.marked import post

SECTION = r"(?s)### (\w+) .*?\n(?=\n#|\Z)"


def sections(text: str) -> set[str]:
    return {found[0].strip() for found in re.finditer(SECTION, text)}


def test_fixes_are_shown_before_and_after() -> None:
    made = page([RULES["T103"], RULES["T203"], RULES["T104"]], post)
    safe, unsafe = made.split("## Unsafe fixes")
    assert '-{{<matomeQuote body="Hello<br＞World" userName="ann">}}\n' in safe
    assert '+{{<matomeQuote body="Hello<br>World" userName="ann">}}\n' in safe
    assert "### T203" not in made
    assert "T104" in unsafe
    assert "T104" not in safe


MENDS = r"\bFix\(|\bsafe\(|\bremoval\(|\bfolded\(|\brenamed\("
BY_THREAD = "T203"
"""Its fix needs a thread."""


def test_every_rule_that_mends_is_shown() -> None:
    sources = (ROOT / "hugo_helpers/check/rules").glob("[a-z]*_*.py")
    mending = {
        path.name[:4].upper()
        for path in sources
        if re.search(MENDS, path.read_text(encoding="utf-8"))
    }
    shown = set(re.findall(r"(?m)^### (\w+) ", page(RULES, post)))
    assert len(shown) > 40
    assert mending - shown == {BY_THREAD}


def test_what_the_documentation_shows_is_what_fixes_do() -> None:
    shown = sections((ROOT / "docs" / "fix.md").read_text(encoding="utf-8"))
    made = sections(page(RULES, post))
    assert len(shown) > 10
    assert shown <= made
