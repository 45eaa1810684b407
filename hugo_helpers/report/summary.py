"""The last line of a report: how many findings there were."""

from __future__ import annotations

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.record import Counts
from hugo_helpers.report.style import Painter


class Summary:
    """Counts findings as they pass; `fixes`: whether to say how many can be fixed, and how."""

    def __init__(self, *, fixes: bool = True) -> None:
        self._tells_fixes = fixes
        self.errors = 0
        self.warnings = 0
        self.safe = 0
        self.unsafe = 0
        self._files: set[str] = set()
        self._more = 0

    def add(self, finding: Finding) -> None:
        """Count one finding."""
        if finding.severity == "error":
            self.errors += 1
        else:
            self.warnings += 1
        if finding.fix is not None:
            if finding.fix.applicability == "safe":
                self.safe += 1
            else:
                self.unsafe += 1
        self._files.add(finding.filename)

    def add_file(self, filename: str, counts: Counts) -> None:
        """Count the findings of one file."""
        self.errors += counts.errors
        self.warnings += counts.warnings
        self.safe += counts.safe
        self.unsafe += counts.unsafe
        self._files.add(filename)

    def add_files(self, files: int, counts: Counts) -> None:
        """Count the findings of so many files together, none of which was counted yet."""
        self.add_file("", counts)
        self._files.discard("")
        self._more += files

    def text(self, checked: int | None = None, paint: Painter | None = None) -> str:
        """One line: errors, warnings, files (`checked`: of how many), and what can be mended."""
        paint = paint or Painter(False)
        kinds = []
        if self.errors:
            kinds.append(paint(count(self.errors, "error"), "error"))
        if self.warnings:
            kinds.append(paint(count(self.warnings, "warning"), "warning"))
        if not kinds:
            where = "" if checked is None else f" in {count(checked, 'file')}"
            return paint(f"No findings{where}.", "good")
        files = len(self._files) + self._more
        where = count(files, "file")
        if checked is not None:
            where = f"{files:,} of {count(checked, 'file')}"
        return f"Found {' and '.join(kinds)} in {where}{self._fixes(paint)}."

    def _fixes(self, paint: Painter) -> str:
        parts = []
        if not self._tells_fixes:
            return ""
        if self.safe:
            parts.append(f"{paint('[*]', 'help')} {self.safe:,} can be fixed with --fix")
        if self.unsafe:
            more = f"{self.unsafe:,} more" if self.safe else f"{self.unsafe:,} can be fixed"
            parts.append(f"{more} with --unsafe-fixes")
        return f"; {', '.join(parts)}" if parts else ""


def count(number: int, noun: str) -> str:
    """`1 file`, `1,933 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
