"""Findings to report."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from hugo_helpers.check.finding import Edit, Finding, Fix, Location
from hugo_helpers.report.options import RuleInfo
from hugo_helpers.report.source import Source
from tests.report.texts import hostile_texts

TEXT = (
    '+++\n+++\n\n{{<matomeQuote body="見て（https://example.org/a/long/pa...）" color="#fff">}}\n'
)
FILENAME = "content/posts/x.md"
SOURCE = Source(TEXT)

LINK = TEXT.index("https")
LINK_END = TEXT.index("...") + 3
COLOR = TEXT.index("#fff")

SAFE = Fix("safe", "empty the colour", (Edit(COLOR, COLOR + 4, ""),))
UNSAFE = Fix("unsafe", "take the link out", (Edit(LINK, LINK_END, ""),))

CUT_LINK = Finding(
    "T203",
    "link cut with `...`",
    "warning",
    FILENAME,
    SOURCE.locate(LINK),
    SOURCE.locate(LINK_END),
    UNSAFE,
)
COLORS = Finding(
    "C101",
    "mtrovo speaks in two colours",
    "warning",
    FILENAME,
    SOURCE.locate(COLOR),
    SOURCE.locate(COLOR + 4),
    SAFE,
)
UNCLOSED = Finding("H105", "unclosed", "error", FILENAME, Location(4, 1), Location(5, 1))

RULES = {
    "T203": RuleInfo(
        "T203", "cut-link", "A link is cut.", "Take it out.", "https://x.example/T203", "warning"
    ),
    "H105": RuleInfo(
        "H105", "unclosed", "A tag is open.", "Close {{< it >}}.", "https://x.example/H105", "error"
    ),
}


def sources(filename: str) -> Source | None:
    """The text of the one file that there is."""
    return SOURCE if filename == FILENAME else None


def finding(**changes: Any) -> Finding:
    """A finding without a fix that differs from the cut link as told."""
    return CUT_LINK._replace(**({"fix": None} | changes))


_locations = st.builds(Location, st.integers(1, 9), st.integers(1, 99))
_edits = st.builds(Edit, st.integers(0, 99), st.integers(0, 99), hostile_texts)
_fixes = st.builds(
    Fix,
    st.sampled_from(["safe", "unsafe"]),
    hostile_texts,
    st.lists(_edits, max_size=2).map(tuple),
)
hostile_findings = st.builds(
    Finding,
    st.sampled_from(["T203", "H105", "C101"]),
    hostile_texts,
    st.sampled_from(["error", "warning"]),
    hostile_texts,
    _locations,
    _locations,
    st.none() | _fixes,
)
