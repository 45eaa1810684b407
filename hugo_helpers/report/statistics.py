"""How often each rule was broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hugo_helpers.check.finding import Finding, Severity
from hugo_helpers.report.options import Options
from hugo_helpers.report.style import Painter


@dataclass(frozen=True, slots=True)
class Statistic:
    """The findings of one rule."""

    code: str
    name: str
    severity: Severity
    count: int
    fixable: int
    """How many of them have a safe fix."""


def statistics(findings: Iterable[Finding], options: Options) -> list[Statistic]:
    """One for each rule that was broken, the most frequent first."""
    counts: dict[str, tuple[Severity, int, int]] = {}
    for finding in findings:
        _, number, fixable = counts.get(finding.code, (finding.severity, 0, 0))
        safe = finding.fix is not None and finding.fix.applicability == "safe"
        counts[finding.code] = (finding.severity, number + 1, fixable + safe)
    found = [
        Statistic(
            code, options.rules[code].name if code in options.rules else "", severity, number, safe
        )
        for code, (severity, number, safe) in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.count, one.code))


def statistics_text(findings: Iterable[Finding], options: Options) -> str:
    """A table for people: count, code, `[*]` where all can be fixed, `[-]` where some, name."""
    paint = Painter(options.color)
    rows = statistics(findings, options)
    digits = max((len(f"{row.count:,}") for row in rows), default=0)
    codes = max((len(row.code) for row in rows), default=0)
    lines = [
        f"{row.count:>{digits},}  {paint(f'{row.code:<{codes}}', row.severity)}  "
        f"{paint(_mark(row), 'help')} {row.name}".rstrip()
        for row in rows
    ]
    return "".join(f"{line}\n" for line in lines)


def statistics_json(findings: Iterable[Finding], options: Options) -> str:
    """The same for programs: a list of {code, name, severity, count, fixable}."""
    from dataclasses import asdict

    from hugo_helpers.report.json import dumps

    return dumps([asdict(row) for row in statistics(findings, options)], indent=2) + "\n"


def _mark(row: Statistic) -> str:
    if row.fixable == row.count:
        return "[*]"
    return "[-]" if row.fixable else "[ ]"
