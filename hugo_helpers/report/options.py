"""What the output formats are told beside the findings."""

from collections.abc import Mapping
from posixpath import normpath
from types import MappingProxyType
from typing import NamedTuple

from hugo_helpers.check.finding import Severity
from hugo_helpers.report.source import Sources, no_source


class RuleInfo(NamedTuple):
    """What a report says about a rule itself."""

    code: str
    name: str
    summary: str
    help: str
    url: str
    severity: Severity
    why: str = ""


class Options(NamedTuple):
    """How to render; every format takes what concerns it."""

    sources: Sources = no_source
    rules: Mapping[str, RuleInfo] = MappingProxyType({})
    """By code, in the order in which they shall be listed."""
    color: bool = False
    width: int = 100
    """Columns that a line of a code frame may take."""
    prefix: str = ""
    """Stands before relative file names: the site's folder as the reader of the report sees it,
    with a closing `/`; "" where that is the folder they are in."""
    inside: str = ""
    """Where the reader of the report is in a folder of the site: its name, with a closing `/`."""
    checked: int | None = None
    """How many files were checked, for the summary; None: not said."""
    summary: bool = True
    """Whether `full` and `concise` end with a summary."""
    fixes: bool = True
    """Whether to name the options that apply fixes, where the reader's command has them."""
    version: str = ""
    """Of the tool, for SARIF."""

    def with_sources(self, sources: Sources) -> "Options":
        """The same, with other sources."""
        return self._replace(sources=sources)

    def path(self, filename: str) -> str:
        """A finding's filename as it is reported."""
        absolute = filename.startswith(("/", "\\")) or filename[1:3] in (":/", ":\\")
        if absolute:
            return filename
        if self.inside and filename.startswith(self.inside):
            return filename[len(self.inside) :]
        whole = self.prefix + filename
        return normpath(whole) if filename.startswith("../") else whole
