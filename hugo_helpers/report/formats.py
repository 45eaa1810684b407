"""The output formats by name. A format's module is only imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from hugo_helpers.check.finding import Finding
from hugo_helpers.report.options import Options

Format = Callable[[Iterable[Finding], Options], Iterator[str]]

FORMATS = {
    "full": "text",
    "concise": "text",
    "json": "json",
    "jsonl": "json",
    "github": "github",
    "sarif": "sarif",
}
"""Each format's name, which is its function's too, and the module of that function."""


def render(format_: str, findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """The report on `findings`, sorted by file, in chunks of text to be written one by one.

    Findings are taken as they come and none is kept, so that a long run can be told as it goes.
    Raises ValueError for a format that there is not.
    """
    if format_ not in FORMATS:
        raise ValueError(f"no output format {format_!r}; there are: {', '.join(FORMATS)}")
    module = import_module(f"hugo_helpers.report.{FORMATS[format_]}")
    function: Format = getattr(module, format_)
    return function(findings, options)
