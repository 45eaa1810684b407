"""Findings for people: `full` with a code frame, `concise` with a line for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from hugo_helpers.check.finding import Finding
from hugo_helpers.report.frame import frame
from hugo_helpers.report.options import Options
from hugo_helpers.report.style import Painter
from hugo_helpers.report.summary import Summary
from hugo_helpers.report.visible import visible


def full(findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """For each finding its header, a code frame, and how to mend it; then the summary."""
    paint = Painter(options.color)
    summary = Summary(fixes=options.fixes)
    for filename, of_file in groupby(findings, key=lambda finding: finding.filename):
        source = options.sources(filename)
        path = _path(filename, options, paint)
        for finding in of_file:
            summary.add(finding)
            lines = [_header(finding, path, options, paint)]
            if source is not None:
                lines += frame(
                    source,
                    finding.location,
                    finding.end_location,
                    columns=options.width,
                    severity=finding.severity,
                    paint=paint,
                )
            lines += _help(finding, options, paint)
            yield "\n".join(lines) + "\n\n"
    if options.summary:
        yield summary.text(options.checked, paint) + "\n"


def concise(findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """For each finding its header; then the summary."""
    paint = Painter(options.color)
    summary = Summary(fixes=options.fixes)
    for filename, of_file in groupby(findings, key=lambda finding: finding.filename):
        path = _path(filename, options, paint)
        for finding in of_file:
            summary.add(finding)
            yield _header(finding, path, options, paint) + "\n"
    if options.summary:
        yield summary.text(options.checked, paint) + "\n"


def _path(filename: str, options: Options, paint: Painter) -> str:
    return paint(visible(options.path(filename)), "path")


def _header(finding: Finding, path: str, options: Options, paint: Painter) -> str:
    place = f":{finding.location.row}:{finding.location.column}:"
    safe = finding.fix is not None and finding.fix.applicability == "safe"
    mark = f"{paint('[*]', 'help')} " if safe and options.fixes else ""
    code = paint(visible(finding.code), finding.severity)
    severity = paint(f"{finding.severity}:", finding.severity)
    message = visible(finding.message)
    return f"{path}{paint(place, 'faint')} {code} {mark}{severity} {message}"


def _help(finding: Finding, options: Options, paint: Painter) -> list[str]:
    if finding.fix is None:
        return []
    option = "--fix" if finding.fix.applicability == "safe" else "--unsafe-fixes"
    how = " " + paint(f"({option})", "faint") if options.fixes else ""
    return [f"{paint('help:', 'help')} {visible(finding.fix.message)}{how}"]
