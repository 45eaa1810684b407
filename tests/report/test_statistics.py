"""Counts of each rule."""

from __future__ import annotations

import json

from hugo_helpers.report.options import Options
from hugo_helpers.report.statistics import statistics, statistics_json, statistics_text
from tests.report.findings import COLORS, CUT_LINK, RULES, SAFE, UNCLOSED, finding

FOUND = [UNCLOSED, CUT_LINK, COLORS, finding(fix=SAFE), *[finding()] * 10]
OPTIONS = Options(rules=RULES)


def test_text() -> None:
    assert statistics_text(FOUND, OPTIONS) == (
        "12  T203  [-] cut-link\n"
        " 1  C101  [*]\n"
        " 1  H105  [ ] unclosed\n"
    )  # fmt: skip


def test_color() -> None:
    assert statistics_text([UNCLOSED], Options(rules=RULES, color=True)) == (
        "1  \x1b[1;31mH105\x1b[0m  \x1b[1;36m[ ]\x1b[0m unclosed\n"
    )


def test_json() -> None:
    assert json.loads(statistics_json(FOUND, OPTIONS)) == [
        {"code": "T203", "name": "cut-link", "severity": "warning", "count": 12, "fixable": 1},
        {"code": "C101", "name": "", "severity": "warning", "count": 1, "fixable": 1},
        {"code": "H105", "name": "unclosed", "severity": "error", "count": 1, "fixable": 0},
    ]


def test_nothing_found() -> None:
    assert statistics([], OPTIONS) == []
    assert statistics_text([], OPTIONS) == ""
    assert statistics_json([], OPTIONS) == "[]\n"
