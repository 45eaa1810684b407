"""Findings for other programs: `json`, a list in ruff's shape, and `jsonl`, an object a line.

All that is hidden on a terminal, and what could command a CI runner, is escaped as JSON escapes,
so that a log may show the output and a parser still reads the text as it was. Surrogates alone,
which many parsers refuse, are put in words: the byte `\\xff` of a file name.
"""

from __future__ import annotations

import json as _json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from hugo_helpers.check.finding import Finding, Fix, Location
from hugo_helpers.report.links import rule_url
from hugo_helpers.report.options import Options
from hugo_helpers.report.source import Source
from hugo_helpers.report.visible import HIDDEN, escape

# The only line ends left by then are those of the layout.
_UNSAFE = re.compile(rf"(?!\n){HIDDEN}|#(?=#)")
_SURROGATE = re.compile("[\ud800-\udfff]")


def json(findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """A list of all findings, as one JSON text in chunks."""
    separator = "[\n"
    for item in objects(findings, options):
        yield separator + dumps([item], indent=2)[2:-2]
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def jsonl(findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """A JSON object for each finding, each in a line."""
    for item in objects(findings, options):
        yield dumps(item) + "\n"


def dumps(value: object, indent: int | None = None) -> str:
    """`value` as JSON text that is safe to print and that every parser takes."""
    return _UNSAFE.sub(_escaped, _json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def whole(text: str) -> str:
    """`text` with its surrogates in words."""
    return _SURROGATE.sub(lambda match: escape(match[0]), text)


def objects(findings: Iterable[Finding], options: Options) -> Iterator[dict[str, Any]]:
    """Each finding as an object for JSON."""
    for filename, of_file in groupby(findings, key=lambda finding: finding.filename):
        source: Source | None = None
        for finding in of_file:
            if finding.fix is not None and source is None:
                source = options.sources(filename)
            yield {
                "code": finding.code,
                "message": whole(finding.message),
                "severity": finding.severity,
                "filename": whole(options.path(filename)),
                "location": _place(finding.location),
                "end_location": _place(finding.end_location),
                "fix": _fix(finding.fix, source),
                "url": rule_url(finding.code),
            }


def _fix(fix: Fix | None, source: Source | None) -> dict[str, Any] | None:
    """None also without the text: rows and columns of the edits cannot be told then."""
    if fix is None or source is None:
        return None
    edits = [
        {
            "content": whole(edit.content),
            "location": _place(source.locate(edit.start)),
            "end_location": _place(source.locate(edit.end)),
        }
        for edit in fix.edits
    ]
    return {"applicability": fix.applicability, "message": whole(fix.message), "edits": edits}


def _place(location: Location) -> dict[str, int]:
    return {"row": location.row, "column": location.column}
