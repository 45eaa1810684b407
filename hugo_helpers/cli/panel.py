"""The findings that a page shows while Hugo serves it: one file, which Hugo reloads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from hugo_helpers.check.finding import Finding
from hugo_helpers.cli.session import Session
from hugo_helpers.report.json import dumps, whole
from hugo_helpers.report.links import rule_url
from hugo_helpers.site import content
from hugo_helpers.write import write_if_changed

MOST_OF_PAGE, MOST = 30, 3_000
MESSAGE = 300
"""Characters of a message that are shown."""


class Panel:
    """Keeps assets/matome/findings.json, which only a development build reads."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._pages: dict[str, list[dict[str, object]]] = {}

    def show(self, session: Session, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Write these findings, and no others, unless the file has them. Raises OSError."""
        self._pages = {}
        self.renew(session, findings, sorted(findings)[:MOST])
        if not self._pages:
            self._write(session)

    def renew(
        self, session: Session, findings: Mapping[str, Sequence[Finding]], names: Iterable[str]
    ) -> None:
        """Write what changed, where the findings of these files have. Raises OSError."""
        changed = False
        for name in filter(content.is_content, names):
            key = session.site.key(session.site.root / name)
            shown = list(map(_object, findings.get(name, ())[:MOST_OF_PAGE]))
            if shown != self._pages.get(key, []):
                changed = True
                self._pages[key] = shown
            if not shown:
                self._pages.pop(key, None)
        if changed:
            self._write(session)

    def _write(self, session: Session) -> None:
        pages: dict[str, list[dict[str, object]]] = {}
        left = MOST
        for key in sorted(self._pages):
            pages[key] = self._pages[key][:left]
            left -= len(pages[key])
            if left == 0:
                break
        self._path = session.site.root / "assets" / "matome" / "findings.json"
        if pages or self._path.exists():
            write_if_changed(self._path, (dumps(pages) + "\n").encode())

    def hide(self) -> None:
        """Take the file away, where there is one."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()
            with suppress(OSError):
                self._path.parent.rmdir()


def _object(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "column": finding.location.column,
        "message": whole(finding.message[:MESSAGE]),
        "row": finding.location.row,
        "severity": finding.severity,
        "url": rule_url(finding.code),
    }
