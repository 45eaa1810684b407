"""The last line of a report."""

from __future__ import annotations

import pytest

from hugo_helpers.check.finding import Severity
from hugo_helpers.report.style import Painter
from hugo_helpers.report.summary import Summary
from tests.report.findings import SAFE, UNSAFE, finding

Case = tuple[Severity, str, str]

SUMMARIES = {
    "none": ("", None, "No findings."),
    "none in one": ("", 1, "No findings in 1 file."),
    "none in many": ("", 1933, "No findings in 1,933 files."),
    "one error": ("Ea", None, "Found 1 error in 1 file."),
    "one warning": ("Wa", 3, "Found 1 warning in 1 of 3 files."),
    "both": ("Ea Ea Wa Wb", None, "Found 2 errors and 2 warnings in 2 files."),
    "safe": ("Was", None, "Found 1 warning in 1 file; [*] 1 can be fixed with --fix."),
    "unsafe": ("Wau", None, "Found 1 warning in 1 file; 1 can be fixed with --unsafe-fixes."),
    "safe and unsafe": (
        "Was Eau Wbs",
        None,
        (
            "Found 1 error and 2 warnings in 2 files; "
            "[*] 2 can be fixed with --fix, 1 more with --unsafe-fixes."
        ),
    ),
}


@pytest.mark.parametrize(("findings", "checked", "line"), SUMMARIES.values(), ids=SUMMARIES)
def test_summary(findings: str, checked: int | None, line: str) -> None:
    summary = Summary()
    for word in findings.split():
        fix = {"s": SAFE, "u": UNSAFE}.get(word[2:])
        severity: Severity = "error" if word[0] == "E" else "warning"
        summary.add(finding(severity=severity, filename=word[1], fix=fix))
    assert summary.text(checked) == line


def test_large_numbers_and_colour() -> None:
    summary = Summary()
    for _ in range(1200):
        summary.add(finding(severity="error"))
    assert summary.text() == "Found 1,200 errors in 1 file."
    assert summary.text(paint=Painter(True)) == "Found \x1b[1;31m1,200 errors\x1b[0m in 1 file."
