"""The report on one file at a time, made while its text is at hand."""

from __future__ import annotations

from collections.abc import Sequence

from hugo_helpers.check.finding import Finding
from hugo_helpers.report.formats import render
from hugo_helpers.report.options import Options
from hugo_helpers.report.source import Source
from hugo_helpers.report.style import SEQUENCES

FORMATS = ("full", "concise", "jsonl", "github")
"""Formats whose report on many files is that on each, one behind the other."""

_SHOWN_AS_THEY_ARE = ("\n", "\u3000", *SEQUENCES)
_COMMANDS = ("::", "##")


class PerFile:
    """Renders in one of `FORMATS`. `options` without sources and summary; can be pickled."""

    def __init__(self, style: str, options: Options) -> None:
        self._style = style
        self._options = options

    def __call__(self, findings: Sequence[Finding], text: str | None) -> str:
        """The report on the findings of a file that has this text (None: not told)."""
        source = None if text is None else Source(text)
        options = self._options.with_sources(lambda _name: source)
        return "".join(render(self._style, findings, options))

    @property
    def with_edits(self) -> bool:
        """Whether the report shows the edits of fixes."""
        return self._style == "jsonl"

    def could_be(self, shown: str) -> bool:
        """Whether a report that was kept where others may write holds nothing hidden, and nothing
        that commands a terminal or a CI runner. A few real ones do not pass either.
        """
        for sequence in _SHOWN_AS_THEY_ARE:
            shown = shown.replace(sequence, "")
        return shown.isprintable() and not any(sign in shown for sign in _COMMANDS)
