"""Findings on stdout, in one of the output formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from hugo_helpers import __version__
from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.inspector import NoShow, Show
from hugo_helpers.check.record import Counts
from hugo_helpers.cli import terminal
from hugo_helpers.cli.session import Session
from hugo_helpers.report.options import Options, RuleInfo
from hugo_helpers.report.perfile import FORMATS, PerFile
from hugo_helpers.report.source import Source, no_source

if TYPE_CHECKING:
    from hugo_helpers.check.engine import Report
    from hugo_helpers.check.finding import Finding

_IN_REPOSITORY = ("github", "sarif")
"""Formats for programs that know files by their place in the repository, wherever we run."""


class Printer:
    """Prints the reports of a run. `style` is a format's name; `statistics` counts instead."""

    def __init__(self, session: Session, style: str, *, statistics: bool = False) -> None:
        self.style = "statistics" if statistics else style
        self._json = style == "json"
        self._quiet = session.quiet
        self._report: Report | None = None
        self._counts = Counts()
        in_repository = style in _IN_REPOSITORY
        self.options = Options(
            sources=self._source,
            rules=_Infos(),
            color=session.color,
            width=terminal.width(),
            prefix=session.prefix_in_repository if in_repository else session.prefix,
            inside="" if in_repository else session.inside,
            summary=False,
            fixes=True,
            version=__version__,
        )
        self.show: Show = NoShow()
        if self.style in FORMATS:
            self.show = PerFile(self.style, self.options.with_sources(no_source))

    @property
    def form(self) -> tuple[object, ...]:
        """All that the report on a file depends on, besides the file."""
        options = self.options
        look = options.color, options.width, options.prefix, options.inside, options.fixes
        return self.style, *(look if self.style in FORMATS else ())

    def tell(self, reports: Iterable[Report], checked: int) -> Counts:
        """Print the reports on so many files that were checked, and count the findings."""
        if self.style in FORMATS:
            return self._tell_each(reports, checked)
        findings = self._findings(reports)
        if self.style == "statistics":
            from hugo_helpers.report.statistics import statistics_json, statistics_text

            table = statistics_json if self._json else statistics_text
            sys.stdout.write(table(findings, self.options))
        else:
            from hugo_helpers.report.formats import render

            for chunk in render(self.style, findings, self.options):
                sys.stdout.write(chunk)
        return self._counts

    def _tell_each(self, reports: Iterable[Report], checked: int) -> Counts:
        from hugo_helpers.report.style import Painter
        from hugo_helpers.report.summary import Summary

        summary = Summary(fixes=self.options.fixes)
        for report in reports:
            summary.add_file(report.name, report.counts)
            sys.stdout.write(report.shown)
        if self.style in ("full", "concise") and not self._quiet:
            print(summary.text(checked, Painter(self.options.color)))
        return Counts(summary.errors, summary.warnings, summary.safe, summary.unsafe)

    def _findings(self, reports: Iterable[Report]) -> Iterator[Finding]:
        for report in reports:
            self._report = report
            self._counts = self._counts.plus(report.counts)
            yield from report.findings()

    def _source(self, filename: str) -> Source | None:
        """Findings come file by file: only the text of the present one is ever asked for."""
        report = self._report
        text = report.text() if report is not None and report.name == filename else None
        return None if text is None else Source(text)


class _Infos(Mapping[str, RuleInfo]):
    """What reports say of rules, each loaded when a report asks for it."""

    def __getitem__(self, code: str) -> RuleInfo:
        from hugo_helpers.report.links import rule_url

        rule = RULES[code]
        body = rule.body
        url = rule_url(code)
        return RuleInfo(code, rule.name, body.what, body.how, url, rule.severity, body.why)

    def __iter__(self) -> Iterator[str]:
        return (rule.code for rule in RULES)

    def __len__(self) -> int:
        return len(RULES)
