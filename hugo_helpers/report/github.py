"""Findings as workflow commands of GitHub Actions: annotations beside the lines of a change.

Escapes are those of the toolkit (`%`, CR, LF; in properties also `:` and `,`). Everything goes
through `visible` first, so that a finding is one line and holds one command, whatever is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hugo_helpers.check.finding import Finding
from hugo_helpers.report.options import Options
from hugo_helpers.report.visible import visible


def github(findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """One command for each finding, `::error …::…` or `::warning …::…`."""
    for finding in findings:
        yield _command(finding, options) + "\n"


def _command(finding: Finding, options: Options) -> str:
    path = options.path(finding.filename)
    rule = options.rules.get(finding.code)
    place, end = finding.location, finding.end_location
    properties = {
        "title": f"{finding.code} {rule.name}" if rule else finding.code,
        "file": path,
        "line": str(place.row),
        "endLine": str(end.row),
    }
    if place.row == end.row:
        # GitHub takes columns only for a place within one line.
        properties |= {"col": str(place.column), "endColumn": str(end.column)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    where = f"{path}:{place.row}:{place.column}: {finding.code} {finding.message}"
    return f"::{finding.severity} {listed}::{_data(where)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
